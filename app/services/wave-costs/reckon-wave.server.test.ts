import { eq, like } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { fen } from '#app/domain/money/fen.ts'
import { acceptOrder } from '#app/services/ledger/accept-order.server.ts'
import { verifyLedger } from '#app/services/ledger/verify-ledger.server.ts'
import { recordFact } from '#db/queries/facts.server.ts'
import { accounts, dropOrders, orders, runs, transfers, waveCosts, waveFarmShares } from '#db/schema/index.ts'
import { deliverAll, openFleet, orderFor } from '#tests/support/open-fleet.ts'
import type { Market } from '#tests/support/open-market.ts'
import { costsStartFact } from './costs-start.server.ts'
import { readWaveCost } from './read-wave-cost.server.ts'
import { reckonDueWaves } from './reckon-due-waves.server.ts'
import { reckonWave } from './reckon-wave.server.ts'

const noon = new Date('2026-11-24T04:00:00Z')
const hoursLater = (hours: number) => new Date(noon.getTime() + hours * 3600_000)
const once = { waveId: 'tue', userId: null, now: hoursLater(13) }

/** Three farms' goods at four doors, driven and handed over. */
async function openDelivered() {
  const db = await openFleet()
  const orderIds = [
    await orderFor(db, '8', [
      ['hill', 2],
      ['brook', 1],
    ]),
    await orderFor(db, '9', [['lake', 4]]),
    await orderFor(db, '10', [['hill', 6]]),
    await orderFor(db, '11', [['brook', 3]]),
  ]
  await deliverAll(db, noon)
  return { db, orderIds }
}

const balanceOf = async (db: Market, id: string) => (await db.reader.select().from(accounts).where(eq(accounts.id, id)))[0]?.balanceFen ?? 0
const soundBooks = async (db: Market) => expect((await verifyLedger(db.reader)).differences).toEqual([])
const total = (amounts: readonly number[]) => amounts.reduce((sum, amount) => sum + amount, 0)

test('a wave is reckoned once, as driven: carriers are paid, farms bear what the fees do not cover, all to the fen', async () => {
  const { db } = await openDelivered()
  await db.transact((tx) => tx.update(runs).set({ drivenCostFen: fen(20_003) }))
  const answers = await Promise.all([1, 2].map(() => reckonWave(db, once)))
  expect(answers.map((answer) => answer.ok && answer.value.reckoned).sort()).toEqual([false, true])

  const [wave] = await db.reader.select().from(waveCosts)
  const farms = await db.reader.select().from(waveFarmShares)
  const runCount = await db.reader.$count(runs)
  expect(wave).toMatchObject({ rule: 'shapley', lastMileFen: 20_003 * runCount, firstMileFen: 0, orders: 4, samples: 7, errorFen: 0 })
  expect(wave?.feesFen).toBe(total((await db.reader.select().from(orders)).map(({ deliveryFen }) => deliveryFen)))
  expect(total(farms.map(({ costFen }) => costFen))).toBe(wave?.lastMileFen)
  expect(total(farms.map(({ freightFen }) => freightFen))).toBe(wave!.lastMileFen - wave!.feesFen)
  for (const { farmId, freightFen } of farms) expect(await balanceOf(db, `2110:${farmId}`)).toBe(freightFen)
  const carriers = await db.reader.select().from(accounts).where(like(accounts.id, '2520:%'))
  expect(-total(carriers.map(({ balanceFen }) => balanceFen ?? 0))).toBe(wave?.lastMileFen)
  expect(total((await db.reader.select().from(dropOrders)).map(({ costFen }) => costFen))).toBe(wave?.lastMileFen)
  await soundBooks(db)
})

test('an order accepted before has paid its carrier by the plan: the wave pays the rest, and later orders pay none', async () => {
  const { db, orderIds } = await openDelivered()
  const [early, ...late] = orderIds
  await acceptOrder(db, { orderId: early!, now: hoursLater(24) })
  const paidFen = -total((await db.reader.select().from(accounts).where(like(accounts.id, '2520:%'))).map((row) => row.balanceFen ?? 0))
  expect(paidFen).toBeGreaterThan(0)
  await soundBooks(db)
  await reckonWave(db, once)
  for (const orderId of late) await acceptOrder(db, { orderId, now: hoursLater(24) })
  const [wave] = await db.reader.select().from(waveCosts)
  const carriers = await db.reader.select().from(accounts).where(like(accounts.id, '2520:%'))
  expect(-total(carriers.map(({ balanceFen }) => balanceFen ?? 0))).toBe(wave?.lastMileFen)
  const pool = await db.reader.select().from(transfers).where(eq(transfers.credit, '2510'))
  expect(total(pool.map(({ amountFen }) => amountFen))).toBe(wave?.lastMileFen)
  await soundBooks(db)
})

test('the sweep waits for the odometers, twelve hours at most; a wave that is not done is not reckoned', async () => {
  const { db } = await openDelivered()
  expect(await reckonDueWaves(db, hoursLater(11))).toEqual({ reckoned: 0 })
  await db.transact((tx) => tx.update(runs).set({ drivenM: 30_000 }))
  expect(await reckonDueWaves(db, hoursLater(11))).toEqual({ reckoned: 1 })
  expect(await reckonDueWaves(db, hoursLater(20))).toEqual({ reckoned: 0 })
  expect(await reckonWave(db, { ...once, waveId: 'fri' })).toMatchObject({ refusal: { code: 'not_done' } })
  expect(await reckonWave(db, { ...once, waveId: 'never' })).toMatchObject({ refusal: { code: 'unknown_wave' } })
  await soundBooks(db)
})

test('waves done before costs were reckoned stay as they were, on the sweep and by hand; those done since are reckoned', async () => {
  const { db } = await openDelivered()
  await db.transact((tx) => recordFact(tx, costsStartFact, hoursLater(1).toISOString()))
  expect(await reckonDueWaves(db, hoursLater(20))).toEqual({ reckoned: 0 })
  expect(await reckonWave(db, once)).toMatchObject({ refusal: { code: 'before_costs' } })
  expect(await db.reader.$count(waveFarmShares)).toBe(0)
  expect(await readWaveCost(db.reader, 'tue')).toMatchObject({ isFromBefore: true })
  await db.transact((tx) => recordFact(tx, costsStartFact, noon.toISOString()))
  expect(await reckonDueWaves(db, hoursLater(20))).toEqual({ reckoned: 1 })
  await soundBooks(db)
})

test('a freight that is not what the share says is found, and so is a pool that does not come out', async () => {
  const { db } = await openDelivered()
  await reckonWave(db, once)
  await db.transact((tx) =>
    tx
      .update(waveFarmShares)
      .set({ freightFen: fen(1) })
      .where(eq(waveFarmShares.farmId, 'hill')),
  )
  const checks = (await verifyLedger(db.reader)).differences.map(({ check }) => check)
  expect(checks).toEqual(['wave_shares', 'freight', 'delivery_pool'])
})
