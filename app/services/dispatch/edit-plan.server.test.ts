import { asc, eq } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'
import { savingsPlanner } from '#app/domain/delivery/savings-planner.ts'
import { IntegrationError } from '#app/integrations/integration-error.ts'
import { closeWave } from '#app/services/delivery/close-wave.server.ts'
import { planWave } from '#app/services/delivery/plan-wave.server.ts'
import { settleDrop } from '#app/services/delivery/settle-drop.server.ts'
import { startRun } from '#app/services/delivery/start-run.server.ts'
import type { WavePlanner } from '#app/services/delivery/wave-planner.ts'
import { findPlanJob, leasePlanJob } from '#db/queries/delivery/plan-jobs.server.ts'
import {
  absences,
  auditEntries,
  consignments,
  drops,
  orderEvents,
  orderLines,
  planEdits,
  planJobs,
  runs,
  waveFigures,
  waves,
} from '#db/schema/index.ts'
import { cutoffAt, deliveryMorning, minutesAfterCutoff, openFleet, orderFor } from '#tests/support/open-fleet.ts'
import type { Market } from '#tests/support/open-market.ts'
import { checkPlan } from './check-plan.server.ts'
import { type AskedEdit, editPlan, tryEdit } from './edit-plan.server.ts'
import { publishPlan } from './publish-plan.server.ts'
import { replanOnRoad } from './replan-on-road.server.ts'
import { requestPlan, stopPlan } from './request-plan.server.ts'
import { runPlanJobs } from './run-plan-jobs.server.ts'
import { splitWave } from './split-wave.server.ts'
import { undoEdit } from './undo-edit.server.ts'

const now = minutesAfterCutoff(5)
const about = { waveId: 'tue', actorId: 'user_office', now }
const waveOf = async (db: Market, id = 'tue') => (await db.reader.select().from(waves).where(eq(waves.id, id)))[0]!
const runsOf = (db: Market) => db.reader.select().from(runs).orderBy(asc(runs.position))
const dropsOf = (db: Market) => db.reader.select().from(drops).orderBy(asc(drops.position))
const told = (db: Market) => db.reader.$count(orderEvents, eq(orderEvents.kind, 'planned'))
const layout = async (db: Market) =>
  (await dropsOf(db)).map(({ id, runId, position, excluded }) => `${id} ${runId} ${position} ${excluded}`).sort()

async function planned({ held = false, crates = 40 } = {}) {
  const db = await openFleet({ crates })
  for (const door of ['8', '9', '10', '11', '12']) await orderFor(db, door, [['hill', 1]])
  await closeWave(db, { waveId: 'tue', now: minutesAfterCutoff(1), forcedBy: 'user_office', held, planner: savingsPlanner })
  return db
}

const edit = async (db: Market, asked: AskedEdit, version?: number) =>
  editPlan(db, { ...about, edit: asked, version: version ?? (await waveOf(db)).planVersion })

test('a moved stop rides with the other van, what that costs is said, and every fen is still borne by somebody', async () => {
  const db = await planned()
  const [stop] = await dropsOf(db)
  const other = (await runsOf(db))[0]!.vehicleId === 'van_tan' ? 'van_mu' : 'van_tan'
  const tried = await tryEdit(db.reader, {
    waveId: 'tue',
    version: 1,
    edit: { action: 'move', dropIds: [stop!.id], to: { vehicleId: other } },
  })
  const before = await layout(db)
  expect(await layout(db)).toEqual(before)
  const moved = await edit(db, { action: 'move', dropIds: [stop!.id], to: { vehicleId: other } })
  if (!moved.ok || !tried.ok) throw new Error('refused')
  expect(moved.value).toEqual(tried.value.effect)
  expect(moved.value.after.costFen).toBeGreaterThan(moved.value.before.costFen)
  expect(moved.value.newBreaches).toEqual([])
  const driven = await runsOf(db)
  expect(driven.map(({ vehicleId }) => vehicleId).sort()).toEqual(['van_mu', 'van_tan'])
  const [figures] = await db.reader.select().from(waveFigures)
  const sum = (rows: readonly { costFen: number }[]) => rows.reduce((total, { costFen }) => total + costFen, 0)
  expect([sum(driven), sum(await dropsOf(db)), figures!.costFen]).toEqual(Array(3).fill(moved.value.after.costFen))
  expect(await db.reader.$count(auditEntries, eq(auditEntries.action, 'plan_move'))).toBe(1)
})

test('of two who edit one plan the second is told, and loses nothing of the first', async () => {
  const db = await planned()
  const [first, second] = await dropsOf(db)
  const results = await Promise.all([
    edit(db, { action: 'lock', dropIds: [first!.id], inPlace: false }, 1),
    edit(db, { action: 'exclude', dropIds: [second!.id] }, 1),
  ])
  expect(results.map(({ ok }) => ok).sort()).toEqual([false, true])
  expect(results.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'edited_meanwhile' } })
  expect(await waveOf(db)).toMatchObject({ planVersion: 2 })
})

test('undo goes back change by change, to where each stop was', async () => {
  const db = await planned()
  const first = await layout(db)
  const [stop, next] = await dropsOf(db)
  await edit(db, { action: 'exclude', dropIds: [stop!.id] })
  const second = await layout(db)
  await edit(db, { action: 'move', dropIds: [next!.id], to: { vehicleId: 'van_mu' } })
  const undo = async () => undoEdit(db, { ...about, version: (await waveOf(db)).planVersion })
  expect(await undo()).toMatchObject({ ok: true })
  expect((await layout(db)).map((line) => line.split(' ')[3])).toEqual(second.map((line) => line.split(' ')[3]))
  await undo()
  expect((await layout(db)).map((line) => line.split(' ')[2])).toEqual(first.map((line) => line.split(' ')[2]))
  expect(await undo()).toMatchObject({ refusal: { code: 'nothing_to_undo' } })
})

test('what is locked or left out stays so when the wave is planned again, and drops keep their names', async () => {
  const db = await planned()
  const [locked, out] = await dropsOf(db)
  await edit(db, { action: 'move', dropIds: [locked!.id], to: { vehicleId: 'van_mu' } })
  await edit(db, { action: 'lock', dropIds: [locked!.id], inPlace: true })
  await edit(db, { action: 'exclude', dropIds: [out!.id] })
  await planWave(db, { ...about, again: true })
  const after = await dropsOf(db)
  const mu = (await runsOf(db)).filter(({ vehicleId }) => vehicleId === 'van_mu').map(({ id }) => id)
  expect(mu).toContain(after.find(({ id }) => id === locked!.id)?.runId)
  expect(after.find(({ id }) => id === out!.id)).toMatchObject({ runId: null, excluded: true, unservedReason: 'excluded' })
  expect(await edit(db, { action: 'move', dropIds: [locked!.id], to: { vehicleId: 'van_tan' } })).toMatchObject({
    refusal: { code: 'locked' },
  })
})

test('too much for one van is done as asked, and said', async () => {
  const db = await planned({ crates: 3 })
  const target = (await runsOf(db))[0]!
  const all = (await dropsOf(db)).map(({ id }) => id)
  const moved = await edit(db, { action: 'move', dropIds: all, to: { runId: target.id, before: 'cheapest' } })
  expect(moved).toMatchObject({ ok: true, value: { newBreaches: [{ cause: 'over_capacity', byS: 0 }] } })
  expect((await checkPlan(db.reader, 'tue')).breaches).toEqual([{ cause: 'over_capacity', id: expect.any(String), byS: 0 }])
})

test('a held plan is seen by nobody until it is published; then each customer is told a window, once', async () => {
  const db = await planned({ held: true })
  expect(await told(db)).toBe(0)
  expect((await dropsOf(db)).every(({ promisedFrom }) => promisedFrom === null)).toBe(true)
  expect(await publishPlan(db, { ...about, version: 0 })).toMatchObject({ refusal: { code: 'edited_meanwhile' } })
  expect(await publishPlan(db, { ...about, version: 1 })).toMatchObject({ ok: true })
  expect(await waveOf(db)).toMatchObject({ publishedAt: now })
  expect(
    (await dropsOf(db)).every(({ arrivesAt, promisedFrom, promisedUntil }) => promisedFrom! < arrivesAt! && arrivesAt! < promisedUntil!),
  ).toBe(true)
  expect(await told(db)).toBe(5)
  expect(await publishPlan(db, { ...about, version: 2 })).toMatchObject({ refusal: { code: 'already_published' } })
  const [stop] = await dropsOf(db)
  await edit(db, { action: 'lock', dropIds: [stop!.id], inPlace: false })
  expect(await told(db)).toBe(5)
})

test('a wave split in two is two waves, each with its runs, goods and places', async () => {
  const db = await planned()
  const [stop] = await dropsOf(db)
  await edit(db, { action: 'move', dropIds: [stop!.id], to: { vehicleId: 'van_mu' } })
  const [, second] = await runsOf(db)
  const { bookedDrops } = await waveOf(db)
  const split = await splitWave(db, { ...about, version: 2, runIds: [second!.id] })
  expect(split).toMatchObject({ ok: true, value: { waveId: 'tue_2' } })
  const parts = await Promise.all(['tue', 'tue_2'].map((id) => waveOf(db, id)))
  expect(parts.map(({ part }) => part)).toEqual([1, 2])
  expect(parts[0]!.bookedDrops + parts[1]!.bookedDrops).toBe(bookedDrops)
  const moved = (await dropsOf(db)).filter(({ waveId }) => waveId === 'tue_2')
  expect(moved.length).toBeGreaterThan(0)
  expect(await db.reader.$count(consignments, eq(consignments.waveId, 'tue_2'))).toBe(moved.length)
  expect(await db.reader.$count(orderLines, eq(orderLines.waveId, 'tue_2'))).toBe(moved.length)
  expect(await db.reader.$count(waveFigures)).toBe(2)
})

test('a run goes to another driver in the same van, but to nobody who is away', async () => {
  const db = await planned()
  const [run] = await runsOf(db)
  const [driverId, away] = run!.driverId === 'driver_mu' ? ['driver_tan', 'driver_mu'] : ['driver_mu', 'driver_tan']
  const { id: runId, vehicleId } = run!
  expect(await edit(db, { action: 'hand_over', runId, vehicleId, driverId })).toMatchObject({ ok: true, value: { newBreaches: [] } })
  expect(await runsOf(db)).toMatchObject([{ id: runId, vehicleId, driverId }])
  await db.transact((tx) => tx.insert(absences).values({ id: 'absence', driverId: away, on: '2026-11-24', reason: 'ill' }))
  expect(await edit(db, { action: 'hand_over', runId, vehicleId, driverId: away })).toMatchObject({ refusal: { code: 'unknown_driver' } })
  expect(await edit(db, { action: 'hand_over', runId, vehicleId: 'van_none' })).toMatchObject({ refusal: { code: 'unknown_vehicle' } })
})

test('a planning that is asked for is done by one process, noted, and given up visibly where nothing can be planned', async () => {
  const db = await planned()
  const clock = () => minutesAfterCutoff(6)
  const ask = { ...about, mode: 'all' as const, seconds: 2 as const }
  expect(await requestPlan(db, ask)).toMatchObject({ ok: true })
  expect(await requestPlan(db, ask)).toMatchObject({ refusal: { code: 'planning_already' } })
  const taken = await Promise.all([
    runPlanJobs(db, { clock, planner: savingsPlanner }),
    runPlanJobs(db, { clock, planner: savingsPlanner }),
  ])
  expect(taken.reduce((sum, count) => sum + count, 0)).toBe(1)
  expect((await db.reader.select().from(planJobs))[0]).toMatchObject({ status: 'done', progress: 1000 })
  expect(await stopPlan(db, about)).toMatchObject({ refusal: { code: 'not_planning' } })

  const before = await layout(db)
  await requestPlan(db, ask)
  const broken = { plan: () => Promise.reject(new IntegrationError('vroom', false)) }
  await expect(runPlanJobs(db, { clock, planner: broken })).rejects.toThrow('vroom')
  expect((await db.reader.select().from(planJobs))[0]).toMatchObject({ status: 'failed' })
  expect(await layout(db)).toEqual(before)
})

test('a planning that runs says how far it is, and ends with its best plan so far when it is asked to stop', async () => {
  const db = await planned()
  await requestPlan(db, { ...about, mode: 'all', seconds: 60 })
  const endless: WavePlanner = {
    plan: (problem, { progress, stop } = {}) =>
      new Promise((resolve) => {
        const best = savingsPlanner.plan(problem)
        progress?.({ part: 0.4, bestCostFen: best.costFen, unserved: 0 })
        stop?.addEventListener('abort', () => resolve(best))
      }),
  }
  const running = runPlanJobs(db, { clock: () => minutesAfterCutoff(6), planner: endless })
  await vi.waitFor(async () => expect(await findPlanJob(db.reader, 'tue')).toMatchObject({ status: 'running', progress: 400 }), 5000)
  expect(await waveOf(db)).toMatchObject({ planVersion: 1 })
  expect(await stopPlan(db, about)).toMatchObject({ ok: true })
  expect(await running).toBe(1)
  expect(await findPlanJob(db.reader, 'tue')).toMatchObject({ status: 'done', progress: 1000, bestCostFen: expect.any(Number) })
  expect(await waveOf(db)).toMatchObject({ planVersion: 2 })
  expect((await dropsOf(db)).every(({ runId }) => runId !== null)).toBe(true)
})

test('a planning whose process died is taken up by another when its lease ends, and stopped there if that was asked', async () => {
  const db = await planned()
  await requestPlan(db, { ...about, mode: 'rest', seconds: 2 })
  const dead = await db.transact((tx) => leasePlanJob(tx, { now: minutesAfterCutoff(9), leasedUntil: minutesAfterCutoff(10) }))
  expect(dead).toMatchObject({ waveId: 'tue', status: 'running' })
  await stopPlan(db, about)
  const wasStopped: boolean[] = []
  const planner: WavePlanner = {
    plan: (problem, { stop } = {}) => {
      wasStopped.push(stop?.aborted === true)
      return savingsPlanner.plan(problem)
    },
  }
  expect(await runPlanJobs(db, { clock: () => minutesAfterCutoff(9), planner })).toBe(0)
  expect(await runPlanJobs(db, { clock: () => minutesAfterCutoff(11), planner })).toBe(1)
  expect(wasStopped).toEqual([true])
  expect(await findPlanJob(db.reader, 'tue')).toMatchObject({ status: 'done', leasedUntil: null })
  expect(await waveOf(db)).toMatchObject({ planVersion: 2 })
})

test('on the road what is done stays done, the rest is timed from here, and what customers are promised holds', async () => {
  const db = await planned()
  await db.transact((tx) => tx.update(consignments).set({ status: 'packed', packedAt: cutoffAt }))
  const [run] = await runsOf(db)
  await startRun(db, { runId: run!.id, driverId: run!.driverId, aboard: [], now: deliveryMorning })
  const [first] = await dropsOf(db)
  const late = new Date(deliveryMorning.getTime() + 5 * 3_600_000)
  const proof = { kind: 'note' as const, note: 'in_person' as const }
  await settleDrop(db, { dropId: first!.id, by: { driverId: run!.driverId }, outcome: { kind: 'delivered', proof }, now: late })
  const { planVersion: version } = await waveOf(db)
  const again = await replanOnRoad(db, { ...about, now: late, runId: run!.id, version, mode: 'rest' })
  expect(again).toMatchObject({ ok: true })
  const after = await dropsOf(db)
  expect(after[0]).toMatchObject({ id: first!.id, position: 1, status: 'delivered' })
  expect(after.slice(1).every(({ arrivesAt }) => arrivesAt! >= late)).toBe(true)
  expect(after.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5])
  const isPromised = ({ arrivesAt, promisedFrom, promisedUntil }: (typeof after)[number]) =>
    promisedFrom! <= arrivesAt! && arrivesAt! <= promisedUntil!
  expect(after.slice(1).every(isPromised)).toBe(true)
  expect(await db.reader.$count(planEdits, eq(planEdits.version, version + 1))).toBe(1)
})
