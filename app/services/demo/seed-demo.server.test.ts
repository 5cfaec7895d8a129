import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { addDays } from '#app/domain/business-day.ts'
import type { Database } from '#db/client.server.ts'
import * as schema from '#db/schema/index.ts'
import { openFresh } from '#tests/support/fresh-database.ts'
import { seedDemo } from './seed-demo.server.ts'

const today = '2026-11-22'
const now = new Date('2026-11-22T02:00:00Z')
const { accounts, customers, drops, farms, lineLots, lots, orders, products, transfers, users, waves } = schema

async function snapshot({ reader }: Database) {
  const contents: Record<string, unknown[]> = {}
  for (const [name, table] of Object.entries({ accounts, customers, drops, farms, lots, orders, products, transfers, users, waves })) {
    contents[name] = await reader.select().from(table).orderBy(sql`1`)
  }
  return contents
}

/** One season for all of it: to seed it takes longer than everything else here. */
test('the demo is a season with nothing left over, seeded once however often it is asked for', { timeout: 180_000 }, async () => {
  const db = await openFresh()
  expect(await seedDemo(db, { today, now })).toBe(true)
  await leavesNothingUnaccountedFor(db)
  await isSeededOnce(db)
})

/** Weeks of orders leave no fen and no box unaccounted for, and today something to pack and to drive. */
async function leavesNothingUnaccountedFor(db: Database) {
  const placed = await db.reader.select().from(orders)
  expect(placed.length).toBeGreaterThan(150)
  expect(new Set(placed.map(({ status }) => status))).toEqual(new Set(['completed', 'confirmed']))

  const inEscrow = await db.reader.select({ fen: accounts.balanceFen }).from(accounts).where(eq(accounts.code, '2010'))
  const owedForFen = placed
    .filter(({ status, paidAt }) => status === 'confirmed' && paidAt !== null)
    .reduce((sum, { totalFen }) => sum + totalFen, 0)
  const inWork = new Set(placed.filter(({ status }) => status === 'confirmed').map(({ id }) => id))
  const lines = await db.reader.select().from(schema.orderLines)
  const couponFen = lines.filter(({ orderId }) => inWork.has(orderId)).reduce((sum, line) => sum + line.couponFen, 0)
  expect(couponFen).toBeGreaterThan(0)
  const refundedFen = (await db.reader.select().from(schema.refunds))
    .filter(({ orderId, bearer, status }) => inWork.has(orderId) && bearer === 'shared' && status !== 'proposed' && status !== 'declined')
    .reduce((sum, refund) => sum + refund.cashFen + refund.couponFen, 0)
  expect(inEscrow.reduce((sum, { fen }) => sum - (fen ?? 0), 0)).toBe(owedForFen + couponFen - refundedFen)

  const harvested = await db.reader.select().from(lots)
  const notPacked = new Set(lines.filter(({ status }) => status === 'cancelled').map(({ id }) => id))
  expect(notPacked.size).toBe(1)
  const taken = (await db.reader.select().from(lineLots)).filter(({ lineId }) => !notPacked.has(lineId))
  expect(harvested.every(({ held }) => held === 0)).toBe(true)
  expect(harvested.reduce((sum, { sold }) => sum + sold, 0)).toBe(taken.reduce((sum, { quantity }) => sum + quantity, 0))
  // An alliance product is routed to whichever farm's lot spoils first: its farms' lots even out over days, not within one.
  const own = harvested.filter(({ id }) => !id.startsWith('lot_all-'))
  expect(own.filter(({ bestBeforeOn, available }) => bestBeforeOn < today && available > 0)).toEqual([])

  const driven = await db.reader.select().from(drops).innerJoin(waves, eq(waves.id, drops.waveId))
  const statuses = (past: boolean) =>
    driven.filter(({ waves: wave }) => wave.deliversOn < today === past).map(({ drops: drop }) => drop.status)
  expect(new Set(statuses(false))).toEqual(new Set(['planned']))
  expect(statuses(true).filter((status) => status !== 'delivered')).toEqual(['failed']) // one door stayed shut
  expect(driven.some(({ waves: wave }) => wave.deliversOn === today)).toBe(true)
  const owing = placed.filter(({ payment, paidAt }) => payment === 'on_account' && paidAt === null)
  expect(owing).toHaveLength(2) // a leader's newest and the enterprise's
  const reckoned = await db.reader.select().from(schema.waveCosts)
  const sum = (of: (wave: (typeof reckoned)[number]) => number) => reckoned.reduce((total, wave) => total + of(wave), 0)
  const perOrderFen = sum(({ firstMileFen, lastMileFen }) => firstMileFen + lastMileFen) / sum(({ orders: carried }) => carried)
  expect(perOrderFen).toBeGreaterThan(600) // S0, table 2: 6 to 7 yuan an order
  expect(perOrderFen).toBeLessThan(750)
}

/** Seeding twice is seeding once; later days open more waves and change nothing else. */
async function isSeededOnce(db: Database) {
  const first = await snapshot(db)
  expect(first.farms).toHaveLength(8)
  expect(first.products?.length).toBeGreaterThanOrEqual(120)
  expect(first.users).toHaveLength(20)

  expect(await seedDemo(db, { today, now })).toBe(false)
  expect(await snapshot(db)).toEqual(first)

  const later = addDays(today, 120) // past every harvest that is promised today
  await seedDemo(db, { today: later, now: new Date(now.getTime() + 120 * 86_400_000) })
  const { waves: wavesBefore, ...before } = first
  const { waves: wavesAfter, ...after } = await snapshot(db)
  expect(after).toEqual(before)
  expect(wavesAfter).toEqual(expect.arrayContaining(wavesBefore!))
  expect(wavesAfter!.length).toBeGreaterThan(wavesBefore!.length)
}
