import { expect, test } from 'vitest'
import { sumFen } from '#app/domain/money/fen.ts'
import type { Party } from '#app/domain/settlement/party.ts'
import { acceptOrder, canaries, type FarmWorld, openFarmWorld } from '#tests/support/farm-world.ts'
import { bankAccount, enter } from '#tests/support/open-settlement.ts'
import { approveSettlement } from './approve-settlement.server.ts'
import { draftSettlement } from './draft-settlement.server.ts'
import { exportPartySettlement } from './export-party-settlement.server.ts'
import { listPartySettlements } from './list-party-settlements.server.ts'
import { readFarmLines, readPartySettlement } from './read-party-settlement.server.ts'
import { reviewSettlement } from './review-settlement.server.ts'

const period = '2026-W46'
const settlementId = `settlement_${period}`
const during = new Date('2026-11-12T02:00:00Z')
const monday = new Date('2026-11-16T02:00:00Z')
const hl: Party = { type: 'farm', id: 'farm_hl' }

/** Both orders of HL's customer are accepted in a week, and the week is drafted and in review. */
async function openReviewed(): Promise<FarmWorld> {
  const db = await openFarmWorld()
  await enter(db, 'capital', [['1020', '3010', 100_000]], { event: 'capital', at: during })
  await acceptOrder(db, 'ord_canary1', during)
  await acceptOrder(db, 'ord_canary2', during)
  await bankAccount(db, { type: 'farm', id: 'farm_hl' })
  await draftSettlement(db, { period, userId: 'ana', now: monday })
  await reviewSettlement(db, { settlementId, userId: 'ana', now: monday })
  return db
}

async function openSettled(): Promise<FarmWorld> {
  const db = await openReviewed()
  await approveSettlement(db, { settlementId, userId: 'ben', now: monday })
  return db
}

test('what is not approved is the office’s alone', async () => {
  const db = await openReviewed()
  expect(await readPartySettlement(db.reader, { party: hl, settlementId })).toBeNull()
  expect(await listPartySettlements(db.reader, hl)).toEqual([])
})

test('a farm reads its payout from gross to the account, and every line it was reckoned from', async () => {
  const db = await openSettled()
  const settlement = await readPartySettlement(db.reader, { party: hl, settlementId })
  const amounts = Object.fromEntries(settlement!.steps.map(({ key, amountFen }) => [key, amountFen]))
  // 4 boxes of eggs at 33.00, service 4 %, brand 1 %, reserve 0.20 a kg; 5 % of two sausages at 48.00
  expect(amounts).toEqual({ gross: 13_200, service: -528, brand: -132, reserve: -80, commission: 480, net: 12_940, payout: 12_940 })
  expect(settlement!.payouts).toMatchObject([{ status: 'made', amountFen: 12_940, number: '···· 0001' }])
  const told = await Promise.all(
    (['sales', 'commission'] as const).map((account) =>
      readFarmLines(db.reader, { farmId: hl.id, account, window: settlement!.window, limit: 50 }),
    ),
  )
  expect(sumFen(told.flatMap(({ lines }) => lines.map(({ netFen }) => netFen)))).toBe(settlement!.line.netFen)
  expect(told[0]!.lines.map(({ sold }) => sold?.alias).sort()).toEqual(['HL1', 'HL2'])
  expect(await listPartySettlements(db.reader, hl)).toMatchObject([{ period, lastOn: '2026-11-15', payoutFen: 12_940, payout: 'made' }])
})

test('another farm’s settlement is not there, and neither screen nor file names a customer or an order', async () => {
  const db = await openSettled()
  const nobody: Party = { type: 'farm', id: 'farm_nobody' }
  expect(await readPartySettlement(db.reader, { party: nobody, settlementId })).toBeNull()
  expect(await exportPartySettlement(db.reader, { party: nobody, settlementId, format: 'csv', locale: 'en' })).toBeNull()
  const file = await exportPartySettlement(db.reader, { party: hl, settlementId, format: 'csv', locale: 'zh-CN' })
  const text = file!.bytes.toString('utf8')
  expect(text).toContain('HL1')
  expect(text).toContain('"129.4"')
  for (const canary of [...canaries, 'ord_canary', 'farm_xc']) expect(text).not.toContain(canary)
})
