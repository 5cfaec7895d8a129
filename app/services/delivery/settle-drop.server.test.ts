import { asc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { DropOutcome } from '#app/domain/delivery/settle-drop.ts'
import { consignments, drops, orderContacts, orderEvents, orderLines, runs, waves } from '#db/schema/index.ts'
import { deliveryMorning, minutesAfterCutoff, openFleet, orderFor } from '#tests/support/open-fleet.ts'
import type { Market } from '#tests/support/open-market.ts'
import { closeWave } from './close-wave.server.ts'
import { settleDrop } from './settle-drop.server.ts'
import { startRun } from './start-run.server.ts'

const now = deliveryMorning
const delivered: DropOutcome = { kind: 'delivered', proof: { kind: 'note', note: 'in_person' } }
const nobodyThere: DropOutcome = { kind: 'failed', reason: 'nobody_there' }

/** One run with two drops, packed. */
async function openRun({ packed = true } = {}) {
  const db = await openFleet()
  await orderFor(db, '8', [
    ['hill', 2],
    ['brook', 1],
  ])
  await orderFor(db, '9', [['lake', 1]])
  if (packed) await db.transact((tx) => tx.update(consignments).set({ status: 'packed' }))
  await closeWave(db, { waveId: 'tue', now: minutesAfterCutoff(1) })
  const [run] = await db.reader.select().from(runs)
  const stops = await db.reader.select().from(drops).orderBy(asc(drops.position))
  return { db, run: run!, first: stops[0]!, second: stops[1]!, by: { driverId: run!.driverId } }
}

const statusesOf = async (db: Market) => ({
  wave: (await db.reader.select().from(waves).where(eq(waves.id, 'tue')))[0]!.status,
  run: (await db.reader.select().from(runs))[0]!.status,
  consignments: [...new Set((await db.reader.select().from(consignments)).map(({ status }) => status))],
})
const start = (db: Market, { id: runId, driverId }: { id: string; driverId: string }, aboard: string[] = []) =>
  startRun(db, { runId, driverId, aboard, now })

test('a run that leaves takes what was packed on the way and tells its customers once', async () => {
  const { db, run } = await openRun()
  expect(await start(db, run)).toMatchObject({ value: { left: true } })
  expect(await start(db, run)).toMatchObject({ value: { left: false } })
  expect(await statusesOf(db)).toEqual({ wave: 'on_road', run: 'on_road', consignments: ['on_the_way'] })
  expect(await db.reader.$count(orderEvents, eq(orderEvents.kind, 'on_the_way'))).toBe(2)
})

test('what no farm has packed stays behind, unless the driver found it at the hub', async () => {
  const { db, run, by } = await openRun({ packed: false })
  const [found, ...missing] = await db.reader.select().from(consignments)
  await start(db, run, [found!.id])
  for (const drop of await db.reader.select().from(drops)) await settleDrop(db, { dropId: drop.id, by, outcome: delivered, now })
  const after = await db.reader.select().from(consignments)
  expect(after.find(({ id }) => id === found!.id)?.status).toBe('delivered')
  expect(after.filter(({ id }) => missing.some((one) => one.id === id)).every(({ status }) => status === 'to_pack')).toBe(true)
  const lines = await db.reader.select().from(orderLines)
  expect(lines.filter(({ status }) => status === 'delivered').map(({ farmId }) => farmId)).toEqual([found!.farmId])
})

test('with its last drop the run is done, and the wave with it', async () => {
  const { db, run, first, second, by } = await openRun()
  await start(db, run)
  await settleDrop(db, { dropId: first.id, by, outcome: delivered, now })
  expect(await statusesOf(db)).toMatchObject({ wave: 'on_road', run: 'on_road' })
  await settleDrop(db, { dropId: second.id, by, outcome: nobodyThere, now })
  expect(await statusesOf(db)).toMatchObject({ wave: 'done', run: 'done' })
})

test('a double tap delivers once', async () => {
  const { db, run, first, by } = await openRun()
  await start(db, run)
  const taps = await Promise.all([1, 2].map(() => settleDrop(db, { dropId: first.id, by, outcome: delivered, now })))
  expect(taps.map((tap) => tap.ok && tap.value.changed)).toEqual([true, false])
  expect(await db.reader.$count(orderEvents, eq(orderEvents.kind, 'delivered'))).toBe(1)
})

test('who was not there the first time can be delivered to later, but what is delivered stays delivered', async () => {
  const { db, run, first, by } = await openRun()
  await start(db, run)
  await settleDrop(db, { dropId: first.id, by, outcome: nobodyThere, now })
  expect(await settleDrop(db, { dropId: first.id, by, outcome: delivered, now })).toMatchObject({ value: { changed: true } })
  expect(await settleDrop(db, { dropId: first.id, by, outcome: nobodyThere, now })).toMatchObject({
    refusal: { code: 'already_delivered' },
  })
})

test('a pick-up code must be one of the drop', async () => {
  const { db, run, first, by } = await openRun()
  await start(db, run)
  const codes = (await db.reader.select().from(orderContacts)).map(({ pickupCode }) => pickupCode)
  const wrong = ['0000', '0001', '0002'].find((code) => !codes.includes(code))!
  const withCode = (code: string): DropOutcome => ({ kind: 'delivered', proof: { kind: 'code', code } })
  expect(await settleDrop(db, { dropId: first.id, by, outcome: withCode(wrong), now })).toMatchObject({ refusal: { code: 'wrong_code' } })
  const results = await Promise.all(codes.map((code) => settleDrop(db, { dropId: first.id, by, outcome: withCode(code), now })))
  expect(results.filter((result) => result.ok && result.value.changed)).toHaveLength(1)
})

test("another driver's run and drops do not exist for a driver, and nothing is handed over before the run has left", async () => {
  const { db, run, first, by } = await openRun()
  expect(await settleDrop(db, { dropId: first.id, by, outcome: delivered, now })).toMatchObject({ refusal: { code: 'not_on_road' } })
  expect(await startRun(db, { runId: run.id, driverId: 'driver_other', aboard: [], now })).toMatchObject({
    refusal: { code: 'unknown_run' },
  })
  await start(db, run)
  const foreign = { dropId: first.id, by: { driverId: 'driver_other' }, outcome: delivered, now }
  expect(await settleDrop(db, foreign)).toMatchObject({ refusal: { code: 'unknown_drop' } })
})

test('the office settles a drop that no run takes, and it stands in the audit log', async () => {
  const db = await openFleet({ crates: 2 })
  await orderFor(db, '9', [['lake', 60]])
  await db.transact((tx) => tx.update(consignments).set({ status: 'packed' }))
  await closeWave(db, { waveId: 'tue', now: minutesAfterCutoff(1) })
  const [drop] = await db.reader.select().from(drops)
  expect(drop).toMatchObject({ runId: null })
  await settleDrop(db, { dropId: drop!.id, by: { officeUserId: 'user_office' }, outcome: delivered, now })
  expect((await db.reader.select().from(consignments))[0]).toMatchObject({ status: 'delivered' })
  expect((await db.reader.select().from(waves).where(eq(waves.id, 'tue')))[0]).toMatchObject({ status: 'done' })
})
