import { asc, eq, sum } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { closeWave } from '#app/services/delivery/close-wave.server.ts'
import { settleDrop } from '#app/services/delivery/settle-drop.server.ts'
import { startRun } from '#app/services/delivery/start-run.server.ts'
import { editPlan } from '#app/services/dispatch/edit-plan.server.ts'
import { splitWave } from '#app/services/dispatch/split-wave.server.ts'
import { verifyLedger } from '#app/services/ledger/verify-ledger.server.ts'
import { findMissingParcels } from '#db/queries/first-mile/missing-parcels.server.ts'
import { linesOfConsignment } from '#db/queries/ordering/consignment-lines.server.ts'
import {
  consignments,
  drivers,
  drops,
  farms,
  firstMileRuns,
  firstMileStops,
  handovers,
  orderEvents,
  orderLines,
  orders,
  refunds,
  runs,
  scans,
  shifts,
  waves,
} from '#db/schema/index.ts'
import { deliveryMorning, minutesAfterCutoff, openFleet, orderFor } from '#tests/support/open-fleet.ts'
import type { Market } from '#tests/support/open-market.ts'
import { carryOver } from './carry-over.server.ts'
import { checkLoad } from './check-load.server.ts'
import { type HandOver, handOver } from './hand-over.server.ts'
import { planCollection } from './plan-collection.server.ts'
import { planDueCollections } from './plan-due-collections.server.ts'
import { receiveHandover } from './receive-handover.server.ts'
import { refundMissing } from './refund-missing.server.ts'

const now = new Date('2026-11-23T21:00:00Z')
const office = { officeUserId: 'user_office' }
const crates = { ambient: 0, chilled: 3, frozen: 0 }

/** Two doors: hill and brook send to the first, hill to the second as well. All is packed and the wave planned. */
async function openDock() {
  const db = await openFleet()
  await orderFor(db, '8', [
    ['hill', 2],
    ['brook', 1],
  ])
  await orderFor(db, '9', [['hill', 1]])
  await db.transact((tx) => tx.update(consignments).set({ status: 'packed' }))
  await closeWave(db, { waveId: 'tue', now: minutesAfterCutoff(1) })
  const parcels = await db.reader.select().from(consignments).orderBy(asc(consignments.id))
  const of = (farmId: string) => parcels.filter((one) => one.farmId === farmId).map(({ id }) => id)
  return { db, hill: of('hill'), brook: of('brook') }
}

const giving = (db: Market, consignmentIds: readonly string[], change: Partial<HandOver> = {}) =>
  handOver(db, {
    farmId: 'hill',
    userId: 'user_hill',
    waveId: 'tue',
    requestKey: 'key',
    consignmentIds,
    way: 'brings',
    crates,
    temperatureDeci: 40,
    mediaId: null,
    note: '',
    now,
    ...change,
  })
const statusOf = async (db: Market, id: string) => (await db.reader.select().from(consignments).where(eq(consignments.id, id)))[0]
const toldOf = async (db: Market, kind: 'at_hub' | 'rescheduled') =>
  (await db.reader.select().from(orderEvents).where(eq(orderEvents.kind, kind))).length

async function arrive(db: Market, ids: readonly string[], arrivedIds = ids) {
  const given = await giving(db, ids)
  if (!given.ok) throw new Error(given.refusal.code)
  const arrival = { handoverId: given.value.handoverId, userId: 'user_office', arrivedIds, crates, temperatureDeci: 60, mediaId: null }
  return receiveHandover(db, { ...arrival, note: '', now })
}

test('crates leave the farm once, however often the form is sent, and only what is packed', async () => {
  const { db, hill } = await openDock()
  const sent = await Promise.all([giving(db, hill), giving(db, hill)])
  expect(sent.map((one) => one.ok && one.value.parcels)).toEqual([2, 2])
  expect(await db.reader.$count(handovers)).toBe(1)
  expect(await db.reader.$count(scans)).toBe(2)
  expect(await statusOf(db, hill[0]!)).toMatchObject({ status: 'handed_over', handedOverAt: now })
  expect(await giving(db, hill, { requestKey: 'again' })).toMatchObject({ refusal: { code: 'not_packed' } })
})

test("another farm's parcels, uncounted crates and cold ones without a reading are not handed over", async () => {
  const { db, hill, brook } = await openDock()
  expect(await giving(db, brook)).toMatchObject({ refusal: { code: 'not_yours' } })
  expect(await giving(db, hill, { crates: { ambient: 0, chilled: 0, frozen: 0 } })).toMatchObject({ refusal: { code: 'no_crates' } })
  expect(await giving(db, hill, { temperatureDeci: null })).toMatchObject({ refusal: { code: 'temperature_missing' } })
  expect(await db.reader.$count(handovers)).toBe(0)
})

test('the hub counts again: what is there is at the hub and told to its customer, what is not is missing', async () => {
  const { db, hill } = await openDock()
  expect(await arrive(db, hill, [hill[0]!])).toMatchObject({ value: { missing: [expect.any(String)], difference: null } })
  expect(await statusOf(db, hill[0]!)).toMatchObject({ status: 'at_hub', atHubAt: now, missingAt: null })
  expect(await statusOf(db, hill[1]!)).toMatchObject({ status: 'handed_over', missingAt: now })
  expect(await toldOf(db, 'at_hub')).toBe(1)
  const [known] = await db.reader.select().from(handovers)
  const again = {
    handoverId: known!.id,
    userId: 'user_office',
    arrivedIds: hill,
    crates,
    temperatureDeci: 60,
    mediaId: null,
    note: '',
    now,
  }
  expect(await receiveHandover(db, again)).toMatchObject({ refusal: { code: 'arrived_already' } })
})

test('a load is checked by its own driver, each scan once; what is missing neither rides nor is delivered', async () => {
  const { db, hill } = await openDock()
  const [first] = await db.reader.select().from(drops).where(eq(drops.position, 1))
  const [run] = await db.reader.select().from(runs).where(eq(runs.id, first!.runId!))
  const inRun = (await db.reader.select().from(consignments).where(eq(consignments.dropId, first!.id))).map(({ id }) => id)
  const [lost, ...loaded] = inRun
  const check = (by: { driverId: string }) =>
    checkLoad(db, {
      runId: run!.id,
      by,
      scans: [
        { id: 'scan_lost', consignmentId: lost!, step: 'missing' },
        ...loaded.map((id) => ({ id: `scan_${id}`, consignmentId: id, step: 'loaded' as const })),
        { id: 'scan_none', consignmentId: 'con_none', step: 'loaded' },
      ],
      now,
    })
  expect(await check({ driverId: 'driver_other' })).toMatchObject({ refusal: { code: 'unknown_run' } })
  expect(await check({ driverId: run!.driverId })).toMatchObject({ value: { refused: [{ id: 'scan_none', code: 'not_of_this_run' }] } })
  expect(await check({ driverId: run!.driverId })).toMatchObject({ value: { applied: [], already: { length: inRun.length } } })
  await startRun(db, { runId: run!.id, driverId: run!.driverId, aboard: [], now: deliveryMorning })
  const outcome = { kind: 'delivered' as const, proof: { kind: 'note' as const, note: 'in_person' as const } }
  await settleDrop(db, { dropId: first!.id, by: { driverId: run!.driverId }, outcome, now: deliveryMorning })
  expect(await statusOf(db, lost!)).toMatchObject({ status: 'packed', missingAt: now })
  expect((await findMissingParcels(db.reader)).map(({ id }) => id)).toEqual([lost])
  expect(hill.length).toBe(2)
})

test('what stays missing goes back to its customer whole, once, and the plan is made without its drop', async () => {
  const { db, hill } = await openDock()
  await arrive(db, hill, [])
  const order = (await statusOf(db, hill[1]!))!.orderId
  for (const _ of [1, 2]) await refundMissing(db, { consignmentId: hill[1]!, ...office, now })
  expect(await db.reader.$count(refunds)).toBe(1)
  expect(await statusOf(db, hill[1]!)).toMatchObject({ status: 'cancelled', missingAt: null })
  expect((await db.reader.select().from(orders).where(eq(orders.id, order)))[0]).toMatchObject({ status: 'cancelled' })
  expect(await db.reader.$count(drops)).toBe(1)
  expect((await verifyLedger(db.reader)).differences).toEqual([])
})

test('what is missing rides in a later wave of its zone: its farm packs it anew, places are counted, the customer is told', async () => {
  const { db, hill } = await openDock()
  await arrive(db, hill, [])
  expect(await carryOver(db, { consignmentIds: [hill[1]!], toWaveId: 'tue', ...office, now })).toMatchObject({
    refusal: { code: 'not_a_later_wave' },
  })
  expect(await carryOver(db, { consignmentIds: [hill[1]!], toWaveId: 'fri', ...office, now })).toMatchObject({ value: { moved: 1 } })
  expect(await statusOf(db, hill[1]!)).toMatchObject({ status: 'to_pack', waveId: 'fri', dropId: null, missingAt: null, packedAt: null })
  const lines = await db.reader.select().from(orderLines).where(eq(orderLines.waveId, 'fri'))
  expect(lines.map(({ farmId }) => farmId)).toEqual(['hill'])
  const booked = await db.reader.select().from(waves).orderBy(asc(waves.deliversOn))
  expect(booked.map(({ bookedDrops }) => bookedDrops)).toEqual([1, 1])
  expect(await toldOf(db, 'rescheduled')).toBe(1)
  const [order] = await db.reader.select().from(orders).where(eq(orders.id, lines[0]!.orderId))
  expect(order!.deliveryFees).toMatchObject([{ waveId: 'fri', feeFen: order!.deliveryFen }])
  expect((await verifyLedger(db.reader)).differences).toEqual([])
})

test('a wave is split after its goods were handed over: no parcel, line, place or fee is lost, and the hub counts every crate in', async () => {
  const { db, hill } = await openDock()
  const [drop] = await db.reader.select().from(drops)
  const vehicleId = (await db.reader.select().from(runs))[0]!.vehicleId === 'van_tan' ? 'van_mu' : 'van_tan'
  const asked = { action: 'move' as const, dropIds: [drop!.id], to: { vehicleId } }
  expect((await editPlan(db, { waveId: 'tue', version: 1, actorId: 'user_office', now, edit: asked })).ok).toBe(true)
  const given = await giving(db, hill)
  if (!given.ok) throw new Error(given.refusal.code)
  const held = async () => {
    const rows = await db.reader
      .select({ id: consignments.id, waveId: consignments.waveId, dropWave: drops.waveId, amountFen: orderLines.amountFen })
      .from(consignments)
      .innerJoin(drops, eq(drops.id, consignments.dropId))
      .innerJoin(orderLines, linesOfConsignment)
      .orderBy(asc(consignments.id))
    const fees = await db.reader.select({ fees: orders.deliveryFees, deliveryFen: orders.deliveryFen }).from(orders)
    const [places] = await db.reader.select({ booked: sum(waves.bookedDrops).mapWith(Number) }).from(waves)
    return { rows, fees, places }
  }
  const before = await held()
  const [, second] = await db.reader.select().from(runs).orderBy(asc(runs.position))
  const split = { waveId: 'tue', version: 2, runIds: [second!.id], actorId: 'user_office', now }
  expect(await splitWave(db, split)).toMatchObject({ ok: true, value: { waveId: 'tue_2' } })
  const after = await held()
  expect(after.rows.map(({ id, amountFen }) => [id, amountFen])).toEqual(before.rows.map(({ id, amountFen }) => [id, amountFen]))
  expect(after.rows.every(({ waveId, dropWave }) => waveId === dropWave)).toBe(true)
  expect(new Set(after.rows.map(({ waveId }) => waveId))).toEqual(new Set(['tue', 'tue_2']))
  expect(after.places).toEqual(before.places)
  for (const { fees, deliveryFen } of after.fees) expect(fees).toMatchObject([{ feeFen: deliveryFen }])
  const arrival = {
    handoverId: given.value.handoverId,
    userId: 'user_office',
    arrivedIds: hill,
    crates,
    temperatureDeci: 60,
    mediaId: null,
  }
  expect(await receiveHandover(db, { ...arrival, note: '', now })).toMatchObject({ value: { missing: [] } })
  expect((await Promise.all(hill.map((id) => statusOf(db, id)))).map((row) => row!.status)).toEqual(['at_hub', 'at_hub'])
})

test('a full wave takes nothing over, and nothing beside it is moved', async () => {
  const { db, hill } = await openDock()
  await arrive(db, hill, [])
  await db.transact((tx) => tx.update(waves).set({ capacityDrops: 0 }).where(eq(waves.id, 'fri')))
  expect(await carryOver(db, { consignmentIds: hill, toWaveId: 'fri', ...office, now })).toMatchObject({ refusal: { code: 'wave_full' } })
  expect(await statusOf(db, hill[0]!)).toMatchObject({ waveId: 'tue' })
})

test('a night van fetches what farms do not bring; its cost falls on them by weight, and it is planned once', async () => {
  const { db } = await openDock()
  const night = { id: 'night', vehicleId: 'van_tan', driverId: 'driver_night', weekdays: [2], fromTime: '02:00', untilTime: '06:30' }
  await db.transact(async (tx) => {
    await tx.update(farms).set({ firstMile: 'collected', readyFrom: '02:00' })
    await tx.insert(drivers).values({ id: night.driverId, name: '夜', phone: '', carrierId: 'carrier_tan' })
    await tx.insert(shifts).values(night)
  })
  expect(await planDueCollections(db, now)).toBe(1)
  expect(await planDueCollections(db, now)).toBe(0)
  const [run] = await db.reader.select().from(firstMileRuns)
  expect(run).toMatchObject({ on: '2026-11-24', vehicleId: 'van_tan', driverId: 'driver_night', status: 'planned' })
  expect(run!.arrivesAt.getTime()).toBeLessThanOrEqual(Date.parse('2026-11-24T06:00:00+08:00'))
  const stops = await db.reader.select().from(firstMileStops)
  expect(stops.map(({ farmId }) => farmId).toSorted()).toEqual(['brook', 'hill'])
  expect(stops.reduce((sum, { costFen }) => sum + costFen, 0)).toBe(run!.costFen)
  await db.transact((tx) => tx.update(firstMileRuns).set({ status: 'on_road' }))
  expect(await planCollection(db, { hubId: 'hub', on: '2026-11-24', now })).toMatchObject({ refusal: { code: 'already_left' } })
})
