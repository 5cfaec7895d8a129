import { expect, test } from 'vitest'
import { businessDay } from '#app/domain/business-day.ts'
import { type FarmAccount, farmAccountId } from '#app/domain/ledger/farm-statement.ts'
import { monthSpan } from '#app/domain/ledger/month-span.ts'
import { sumFen } from '#app/domain/money/fen.ts'
import { findOwed } from '#db/queries/settlement/party-statement.server.ts'
import { acceptOrder, type FarmWorld, openFarmWorld } from '#tests/support/farm-world.ts'
import { exportStatement } from './export-statement.server.ts'
import { readStatement, type ToldLine } from './read-statement.server.ts'

const thisMonth = businessDay(new Date()).slice(0, 7)
const { from: midnight, until: nextMidnight } = monthSpan(thisMonth)
const secondBefore = new Date(midnight.getTime() - 1000)

async function allLines(db: FarmWorld, farmId: string, account: FarmAccount, limit = 50) {
  const lines: ToldLine[] = []
  for (let before: string | null = ''; before !== null; ) {
    const page: Awaited<ReturnType<typeof readStatement>> = await readStatement(db.reader, {
      farmId,
      account,
      month: null,
      before: before || null,
      limit,
    })
    lines.push(...page.lines)
    before = page.nextBefore
  }
  return lines
}

const owed = async (db: FarmWorld, farmId: string, account: FarmAccount) => (await findOwed(db.reader, [farmAccountId(account, farmId)]))[0]

test('the lines of an account add up to what the books keep as its balance, however long the pages are', async () => {
  const db = await openFarmWorld()
  await acceptOrder(db, 'ord_canary1')
  await acceptOrder(db, 'ord_canary2')
  for (const [farmId, account] of [
    ['farm_hl', 'sales'],
    ['farm_xc', 'sales'],
    ['farm_hl', 'commission'],
    ['farm_hl', 'payable'],
  ] as const) {
    for (const limit of [2, 3, 50]) {
      const lines = await allLines(db, farmId, account, limit)
      expect(sumFen(lines.map(({ netFen }) => netFen))).toBe(await owed(db, farmId, account))
    }
  }
  expect(await allLines(db, 'farm_hl', 'sales', 2)).toHaveLength(2)
})

test('a sale of its own names its consignment and how gross became net', async () => {
  const db = await openFarmWorld()
  await acceptOrder(db, 'ord_canary2')
  const [line] = await allLines(db, 'farm_hl', 'sales')
  expect(line?.sold).toMatchObject({ productZh: '鸡蛋', quantity: 1, alias: 'HL2', waveId: 'wave_1' })
  // 33.00 yuan, own customer: service 4 % (132), brand 1 % (33), reserve 0.20 a kg (20)
  expect(line?.breakdown).toEqual({
    grossFen: 3300,
    topUpFen: 0,
    commissionFen: 0,
    serviceFen: 132,
    brandFen: 33,
    marginFen: 0,
    reserveFen: 20,
    netFen: 3115,
  })
  expect(line?.netFen).toBe(3115)
})

test('the home farm reads what its customer bought where, but not the consignment of the farm that packed it', async () => {
  const db = await openFarmWorld()
  await acceptOrder(db, 'ord_canary1')
  const [line] = await allLines(db, 'farm_hl', 'commission')
  expect(line).toMatchObject({
    netFen: 480,
    breakdown: null,
    sold: { productZh: '香肠', producerZh: '乡村农场', alias: null, waveId: null },
  })
})

test('a month begins and ends at midnight in Shanghai', async () => {
  const db = await openFarmWorld()
  await acceptOrder(db, 'ord_canary1', secondBefore)
  await acceptOrder(db, 'ord_canary2', midnight)
  const inMonthOf = async (at: Date) => {
    const month = businessDay(at).slice(0, 7)
    const page = await readStatement(db.reader, { farmId: 'farm_hl', account: 'sales', month, before: null, limit: 50 })
    return page.lines.map(({ sold }) => sold?.alias)
  }
  expect(await inMonthOf(secondBefore)).toEqual(['HL1'])
  expect(await inMonthOf(midnight)).toEqual(['HL2'])
  expect(await inMonthOf(nextMidnight)).toEqual([])
})

test('a month is downloaded oldest first, one row a line, and adds up', async () => {
  const db = await openFarmWorld()
  await acceptOrder(db, 'ord_canary1', midnight)
  await acceptOrder(db, 'ord_canary2', midnight)
  const { filename, bytes } = await exportStatement(db.reader, {
    farmId: 'farm_hl',
    account: 'sales',
    month: thisMonth,
    format: 'csv',
    locale: 'zh-CN',
  })
  expect(filename).toBe(`对账单-待结算货款-${thisMonth}.csv`)
  const rows = bytes
    .toString('utf8')
    .trim()
    .split('\r\n')
    .map((row) => row.split('","'))
  expect(rows.map((row) => row[5])).toEqual(['发货单', 'HL1', 'HL2'])
  const netFen = rows.slice(1).reduce((sum, row) => sum + Math.round(Number(row[13]) * 100), 0)
  expect(netFen).toBe(await owed(db, 'farm_hl', 'sales'))
})
