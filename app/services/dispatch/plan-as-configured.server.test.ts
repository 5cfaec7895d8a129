import { expect, test } from 'vitest'
import { retimePlan } from '#app/domain/delivery/retime-plan.ts'
import { searchingPlanner } from '#app/domain/delivery/searching-planner.ts'
import { verifyPlan } from '#app/domain/delivery/verify-plan.ts'
import { osrmTable } from '#app/integrations/osrm/osrm-table.server.ts'
import { vroomPlanner } from '#app/integrations/vroom/vroom-planner.server.ts'
import { VroomRequestSchema } from '#app/schemas/vroom.ts'
import { travelLegs } from '#db/schema/index.ts'
import { aVan, aWave, cityDrops } from '#tests/support/delivery-problems.ts'
import { openFresh } from '#tests/support/fresh-database.ts'
import { answerVroom } from './answer-vroom.server.ts'
import { measuredBefore, measureTravel } from './measure-travel.server.ts'
import { planAsConfigured } from './plan-as-configured.server.ts'

const now = new Date('2026-11-23T10:05:00Z')
const options = {}
const problem = aWave(cityDrops(12), [aVan('tan'), aVan('mu')])
const answering = (answer: (url: string, body: string) => unknown): typeof fetch =>
  (async (url, init) => Response.json(await answer(String(url), String(init?.body ?? '')))) as typeof fetch
const ours = searchingPlanner.plan(problem)

/** OSRM's table by rule: as far as the places are apart in the request. */
function tableOf(url: string, cell: (source: number, destination: number) => number | null) {
  const query = new URL(url).searchParams
  const list = (key: string) => query.get(key)!.split(';').map(Number)
  const rows = list('sources').map((source) => list('destinations').map((destination) => cell(source, destination)))
  return { code: 'Ok', durations: rows, distances: rows.map((row) => row.map((value) => (value === null ? null : value * 8))) }
}

test('a VROOM server that is configured plans, and its plan is priced and checked by us', async () => {
  const db = await openFresh()
  const server = answering(async (_, body) => {
    const answered = await answerVroom(VroomRequestSchema.parse(JSON.parse(body)))
    return answered.ok ? answered.value : { code: 2, error: 'no' }
  })
  const planner = vroomPlanner('http://vroom.invalid', { ask: server })
  const { plan, notes } = await planAsConfigured(db, problem, { options, now, engines: { table: null, planner } })
  expect(notes).toEqual(['vroom'])
  expect(verifyPlan(problem, plan)).toEqual([])
  expect(plan.unserved).toEqual([])
})

test.each([
  ['an error', { code: 3, error: 'routing' }],
  ['a vehicle nobody has', { code: 0, unassigned: [], routes: [{ vehicle: 99, steps: [{ type: 'job', id: 0, arrival: 1 }] }] }],
  ['a job twice', { code: 0, unassigned: [], routes: [{ vehicle: 0, steps: [0, 0].map((id) => ({ type: 'job', id, arrival: 1 })) }] }],
  ['a page of something else', '<html>'],
])('a VROOM server that answers %s is not believed: we plan ourselves, and say so', async (_, nonsense) => {
  const db = await openFresh()
  const planner = vroomPlanner('http://vroom.invalid', { ask: answering(() => nonsense) })
  const { plan, notes } = await planAsConfigured(db, problem, { options, now, engines: { table: null, planner } })
  expect(notes).toEqual(['vroom_failed'])
  expect(plan).toEqual(ours)
})

test('what is locked in place VROOM is not asked about', async () => {
  const db = await openFresh()
  const planner = vroomPlanner('http://vroom.invalid', { ask: answering(() => ({ code: 1 })) })
  const fixed = [{ vehicleId: 'tan', dropIds: ['drop-0000'] }]
  const { notes } = await planAsConfigured(db, { ...problem, fixed }, { options, now, engines: { table: null, planner } })
  expect(notes).toEqual(['vroom_not_asked'])
})

test('roads are measured tile by tile, once, and kept', async () => {
  const db = await openFresh()
  let calls = 0
  const table = osrmTable('http://osrm.invalid', {
    tile: 7,
    ask: answering((url) => {
      calls++
      expect(url).toContain('/table/v1/driving/polyline(')
      return tableOf(url, (source, destination) => (source === destination ? 0 : 4000))
    }),
  })
  const { problem: measured, notes } = await measureTravel(db, problem, { table, now })
  expect(notes).toEqual(['osrm'])
  expect(calls).toBe(4)
  expect(measured.travel).toMatchObject({ by: 'matrix', distanceM: { 3: { 3: 0, 4: 32_000 } }, durationS: { 3: { 4: 4000 } } })
  expect(await db.reader.$count(travelLegs)).toBe(13 * 12)
  expect(await measuredBefore(db.reader, problem, table)).toEqual(measured)
  await measureTravel(db, problem, { table, now })
  expect(calls).toBe(4)
})

test('a leg the engine does not know is estimated alone; an engine that answers nonsense leaves all to our estimate', async () => {
  const db = await openFresh()
  const partly = osrmTable('http://osrm.invalid', { ask: answering((url) => tableOf(url, (source) => (source === 0 ? null : 4000))) })
  expect((await planAsConfigured(db, problem, { options, now, engines: { table: partly, planner: null } })).notes).toEqual([
    'osrm_partly:12',
  ])
  for (const nonsense of [{ code: 'TooBig' }, { code: 'Ok', durations: [[0]], distances: [[0]] }, 'not json at all']) {
    const fresh = await openFresh()
    const table = osrmTable('http://osrm.invalid', { ask: answering(() => nonsense) })
    const { plan, notes } = await planAsConfigured(fresh, problem, { options, now, engines: { table, planner: null } })
    expect(notes).toEqual(['osrm_failed'])
    expect(plan.costFen).toBe(ours.costFen)
    expect(
      retimePlan(
        problem,
        plan.routes.map(({ vehicleId, stops }) => ({ vehicleId, dropIds: stops.map(({ dropId }) => dropId) })),
      ).breaches,
    ).toEqual([])
  }
})
