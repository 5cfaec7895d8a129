import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { savingsPlanner } from '#app/domain/delivery/savings-planner.ts'
import {
  auditEntries,
  consignments,
  dropOrders,
  drops,
  orderEvents,
  orderLines,
  runs,
  waveFigures,
  waves,
  zones,
} from '#db/schema/index.ts'
import { minutesAfterCutoff, openFleet, orderFor, pay, placeFor } from '#tests/support/open-fleet.ts'
import type { Market } from '#tests/support/open-market.ts'
import { closeDueWaves } from './close-due-waves.server.ts'
import { closeWave } from './close-wave.server.ts'
import { planWave } from './plan-wave.server.ts'
import { startRun } from './start-run.server.ts'

const soonAfter = minutesAfterCutoff(1)
const lateInHold = minutesAfterCutoff(-5)
const waveOf = async (db: Market, id = 'tue') => (await db.reader.select().from(waves).where(eq(waves.id, id)))[0]!
const figuresOf = async (db: Market) => (await db.reader.select().from(waveFigures).where(eq(waveFigures.waveId, 'tue')))[0]!
const sum = (amounts: readonly { costFen: number }[]) => amounts.reduce((total, { costFen }) => total + costFen, 0)

async function expectEachConsignmentOnce(db: Market) {
  const inWave = await db.reader.select().from(consignments).where(eq(consignments.waveId, 'tue'))
  const known = new Set((await db.reader.select({ id: drops.id }).from(drops)).map(({ id }) => id))
  expect(inWave.every(({ dropId }) => dropId !== null && known.has(dropId))).toBe(true)
}

test('a wave takes orders until its cut-off, and is planned after it', async () => {
  const db = await openFleet()
  await orderFor(db, '8', [
    ['hill', 2],
    ['brook', 1],
  ])
  expect(await closeWave(db, { waveId: 'tue', now: minutesAfterCutoff(-1) })).toMatchObject({ refusal: { code: 'before_cutoff' } })
  expect(await closeWave(db, { waveId: 'tue', now: soonAfter })).toMatchObject({ ok: true, value: { planned: true } })
  expect(await waveOf(db)).toMatchObject({ status: 'closed', closedAt: soonAfter })
  expect(await figuresOf(db)).toMatchObject({ orders: 1, parcels: 2, drops: 1, unserved: 0, complete: true })
})

test('two orders to one door are one drop, and their costs add up to what the wave cost', async () => {
  const db = await openFleet()
  await orderFor(db, '8', [
    ['hill', 2],
    ['brook', 1],
  ])
  await orderFor(db, '8号', [['lake', 3]], { delivery: { kind: 'door', districtId: 'inner', street: '桐梓林路8号', note: '门卫' } })
  for (const door of ['9', '10', '11', '12', '13'])
    await orderFor(db, door, [
      ['hill', 1],
      ['lake', Number(door)],
    ])
  await closeWave(db, { waveId: 'tue', now: soonAfter })

  const planned = await db.reader.select().from(drops)
  expect(planned.map((drop) => drop.addressZh)).toHaveLength(6)
  await expectEachConsignmentOnce(db)
  const { costFen, byFarm } = await figuresOf(db)
  expect(costFen).toBeGreaterThan(0)
  expect(sum(await db.reader.select().from(runs))).toBe(costFen)
  expect(sum(planned)).toBe(costFen)
  expect(sum(await db.reader.select().from(dropOrders))).toBe(costFen)
  expect(sum(byFarm)).toBe(costFen)
})

test('closing twice, also at the same time, makes one plan', async () => {
  const db = await openFleet()
  await orderFor(db, '8', [['hill', 2]])
  await Promise.all([1, 2, 3].map(() => closeWave(db, { waveId: 'tue', now: soonAfter })))
  const before = await db.reader.select().from(drops)
  expect(await closeWave(db, { waveId: 'tue', now: minutesAfterCutoff(2) })).toMatchObject({ value: { planned: false } })
  expect(await db.reader.select().from(drops)).toEqual(before)
  expect(before).toHaveLength(1)
  expect(await db.reader.$count(orderEvents, eq(orderEvents.kind, 'planned'))).toBe(1)
})

test('while somebody may still pay the wave waits for them, at most 40 minutes', async () => {
  const db = await openFleet()
  await orderFor(db, '8', [['hill', 2]])
  await placeFor(db, '9', [['lake', 1]], { now: lateInHold })
  expect(await closeDueWaves(db, soonAfter)).toEqual({ planned: 0, waiting: 1 })
  expect(await closeWave(db, { waveId: 'tue', now: soonAfter })).toMatchObject({ refusal: { code: 'awaiting_payment', orders: 1 } })
  expect(await closeDueWaves(db, minutesAfterCutoff(40))).toEqual({ planned: 1, waiting: 0 })
})

test('a payment that arrives while the planner runs is in the plan', async () => {
  const db = await openFleet()
  await orderFor(db, '8', [['hill', 2]])
  const slow = await placeFor(db, '9', [['lake', 1]], { now: lateInHold })
  let paying: Promise<unknown> | undefined
  const planner = {
    plan: (problem: Parameters<typeof savingsPlanner.plan>[0]) => {
      paying ??= pay(db, slow, soonAfter)
      return savingsPlanner.plan(problem)
    },
  }
  await closeWave(db, { waveId: 'tue', now: soonAfter, forcedBy: 'user_office', planner })
  await paying
  await closeDueWaves(db, minutesAfterCutoff(2))
  await expectEachConsignmentOnce(db)
  expect(await figuresOf(db)).toMatchObject({ orders: 2, drops: 2 })
  expect(await db.reader.$count(auditEntries)).toBe(1)
})

test('who pays after the plan was made is taken in while nothing has left, and is left for the office once a run has', async () => {
  const db = await openFleet()
  await orderFor(db, '8', [['hill', 2]])
  const [early, late] = [
    await placeFor(db, '9', [['lake', 1]], { now: lateInHold }),
    await placeFor(db, '10', [['lake', 1]], { now: lateInHold }),
  ]
  await closeWave(db, { waveId: 'tue', now: soonAfter, forcedBy: 'user_office' })
  await pay(db, early, minutesAfterCutoff(10))
  expect(await closeDueWaves(db, minutesAfterCutoff(11))).toEqual({ planned: 1, waiting: 0 })
  expect(await figuresOf(db)).toMatchObject({ orders: 2 })

  const [run] = await db.reader.select().from(runs)
  await startRun(db, { runId: run!.id, driverId: run!.driverId, aboard: [], now: minutesAfterCutoff(12) })
  await pay(db, late, minutesAfterCutoff(13))
  expect(await closeDueWaves(db, minutesAfterCutoff(14))).toEqual({ planned: 0, waiting: 0 })
  expect(await planWave(db, { waveId: 'tue', again: true, now: minutesAfterCutoff(14) })).toMatchObject({
    refusal: { code: 'already_left' },
  })
})

test('what no vehicle can take is kept as a drop with the reason, and bears no cost', async () => {
  const db = await openFleet({ crates: 2 })
  await orderFor(db, '8', [['hill', 1]])
  await orderFor(db, '9', [['lake', 60]])
  await closeWave(db, { waveId: 'tue', now: soonAfter })
  const unserved = (await db.reader.select().from(drops)).filter((drop) => drop.runId === null)
  expect(unserved).toMatchObject([{ unservedReason: 'too_large', costFen: 0 }])
  expect(await figuresOf(db)).toMatchObject({ orders: 1, drops: 1, unserved: 1, complete: false })
  await expectEachConsignmentOnce(db)
})

test('a wave nobody ordered for is done when it closes', async () => {
  const db = await openFleet()
  await closeWave(db, { waveId: 'tue', now: soonAfter })
  expect(await waveOf(db)).toMatchObject({ status: 'done' })
  expect(await figuresOf(db)).toMatchObject({ orders: 0, drops: 0, costFen: 0, directFen: 0 })
})

test('waves of one day share the fleet: a van is never in two places', async () => {
  const db = await openFleet({ crates: 3 })
  const other = { ...(await waveOf(db)), id: 'tue_west', zoneId: 'west', bookedDrops: 0 }
  await db.transact(async (tx) => {
    const [east] = await tx.select().from(zones)
    await tx.insert(zones).values({ ...east!, id: 'west', position: 1 })
    await tx.insert(waves).values(other)
  })
  for (const door of ['8', '9', '10']) await orderFor(db, door, [['hill', 1]])
  for (const door of ['11', '12', '13']) await moveToWave(db, await orderFor(db, door, [['hill', 1]]), other.id)
  await Promise.all(['tue', other.id].map((waveId) => closeWave(db, { waveId, now: soonAfter })))

  const driven = (await db.reader.select().from(runs)).map(({ vehicleId, departsAt, durationS }) => {
    const fromMs = departsAt.getTime() - 20 * 60_000
    return { vehicleId, fromMs, untilMs: fromMs + durationS * 1000 }
  })
  const meets = (a: (typeof driven)[number], b: (typeof driven)[number]) =>
    a.vehicleId === b.vehicleId && a.fromMs < b.untilMs && b.fromMs < a.untilMs
  expect(driven.length).toBeGreaterThan(1)
  expect(driven.flatMap((a, index) => driven.slice(index + 1).filter((b) => meets(a, b)))).toEqual([])
})

const moveToWave = (db: Market, orderId: string, waveId: string) =>
  db.transact(async (tx) => {
    await tx.update(orderLines).set({ waveId }).where(eq(orderLines.orderId, orderId))
    await tx.update(consignments).set({ waveId }).where(eq(consignments.orderId, orderId))
  })
