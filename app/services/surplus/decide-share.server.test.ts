import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { fen } from '#app/domain/money/fen.ts'
import { placeOrder } from '#app/services/ordering/place-order.server.ts'
import type { Database } from '#db/client.server.ts'
import { findSalesOfYear } from '#db/queries/ordering/surplus.server.ts'
import { farms, orderLines, transfers } from '#db/schema/index.ts'
import { fillBasket, guestOrder, marketDay as now, openMarket } from '#tests/support/open-market.ts'
import { decideShare } from './decide-share.server.ts'
import { proposeShare } from './propose-share.server.ts'
import { receiveLicenceFee } from './receive-licence-fee.server.ts'
import { yearSpan } from './share-out.server.ts'

/** Accepted lines of 9.4 kg of hill and 2.4 kg of brook, as the worked example has them of A and C. */
async function sold(db: Database) {
  await fillBasket(db, 'bas_1', [
    ['hill', 2],
    ['brook', 1],
  ])
  const placed = await placeOrder(db, guestOrder('bas_1'))
  if (!placed.ok) throw new Error(placed.refusal.code)
  for (const [farmId, netWeightG] of [
    ['hill', 9400],
    ['brook', 2400],
  ] as const) {
    const accepted = { netWeightG, status: 'accepted' as const, acceptedAt: now }
    await db.transact((tx) => tx.update(orderLines).set(accepted).where(eq(orderLines.farmId, farmId)))
  }
}
type Share = Parameters<typeof proposeShare>[1]
const rebate: Share = { kind: 'second_rebate', basis: 'weight', year: '2026', totalFen: fen(101), userId: 'user_clerk', now }

async function propose(db: Database, change: Partial<Share> = {}) {
  const proposed = await proposeShare(db, { ...rebate, ...change })
  return proposed.ok ? proposed.value.shareId : proposed.refusal.code
}
const decide = async (db: Database, shareId: string, change: Partial<Parameters<typeof decideShare>[1]> = {}) => {
  const decided = await decideShare(db, { shareId, pay: true, userId: 'user_second', now, ...change })
  return decided.ok ? 'decided' : decided.refusal.code
}
const moves = async (db: Database) =>
  (await db.reader.select().from(transfers).orderBy(transfers.id)).map(({ debit, credit, amountFen }) => [debit, credit, Number(amountFen)])

test('the worked example: a rebate of 101 fen by weight is 80 and 21, given by a second person and once', async () => {
  const db = await openMarket()
  await sold(db)
  const shareId = await propose(db)
  expect(await decide(db, shareId, { userId: 'user_clerk' })).toBe('same_person')
  expect(await decide(db, shareId, { agreedFen: [101] })).toBe('shares_moved')
  expect(await moves(db)).toEqual([])
  expect(await decide(db, shareId, { agreedFen: [80, 21] })).toBe('decided')
  expect(await decide(db, shareId)).toBe('already_decided')
  expect(await moves(db)).toEqual([
    ['5070', '2120:hill', 80],
    ['5070', '2120:brook', 21],
  ])
})

test('by sales it goes by what the goods sold for after discounts, in the year they were accepted', async () => {
  const db = await openMarket()
  await sold(db)
  await db.transact((tx) =>
    tx
      .update(orderLines)
      .set({ discountFen: fen(500) })
      .where(eq(orderLines.farmId, 'hill')),
  )
  expect(await findSalesOfYear(db.reader, yearSpan('2026'))).toEqual([
    { farmId: 'hill', weightG: 9400, salesFen: 1500 },
    { farmId: 'brook', weightG: 2400, salesFen: 1000 },
  ])
  expect(await propose(db, { year: '2025' })).toBe('nobody')
})

test('a dividend goes by shares and out of equity; a rebate never does', async () => {
  const db = await openMarket()
  expect(await propose(db, { kind: 'dividend', basis: 'shares' })).toBe('nobody')
  expect(await propose(db, { kind: 'dividend', basis: 'weight' })).toBe('wrong_basis')
  expect(await propose(db, { basis: 'shares' })).toBe('wrong_basis')
  for (const [id, shares] of [
    ['hill', 2],
    ['lake', 1],
  ] as const) {
    await db.transact((tx) => tx.update(farms).set({ shares }).where(eq(farms.id, id)))
  }
  expect(await decide(db, await propose(db, { kind: 'dividend', basis: 'shares', totalFen: fen(100) }))).toBe('decided')
  expect(await moves(db)).toEqual([
    ['3010', '2120:hill', 67],
    ['3010', '2120:lake', 33],
  ])
})

test('what outsiders pay for the mark waits in the brand fund and goes to the members, never more than there is', async () => {
  const db = await openMarket()
  await sold(db)
  const fee = { reference: 'bank-1', payer: '城南超市', amountFen: fen(118), userId: 'user_clerk', now }
  expect((await receiveLicenceFee(db, fee)).ok).toBe(true)
  expect((await receiveLicenceFee(db, fee)).ok).toBe(false)
  expect(await propose(db, { kind: 'brand_fund', totalFen: fen(119) })).toBe('more_than_fund')
  const twice = [
    await propose(db, { kind: 'brand_fund', totalFen: fen(118) }),
    await propose(db, { kind: 'brand_fund', totalFen: fen(118) }),
  ]
  const answers = await Promise.all(twice.map((shareId) => decide(db, shareId)))
  expect(answers.sort()).toEqual(['decided', 'more_than_fund'])
  expect(await moves(db)).toEqual([
    ['1030', '2410', 118],
    ['2410', '2120:hill', 94],
    ['2410', '2120:brook', 24],
  ])
})
