import fc from 'fast-check'
import { expect, test } from 'vitest'
import { searchingPlanner } from '../searching-planner.ts'
import { asDelivery, fromDelivery } from './as-delivery.ts'
import { solveVroom, type VroomSolution } from './solve-vroom.ts'
import type { VroomProblem, VroomStop, VroomTravel, VroomVehicle } from './vroom-problem.ts'

const NEVER = Number.MAX_SAFE_INTEGER
/** Places on a grid of a hundred by a hundred, a second a step. */
const at = (place: number) => [place % 100, Math.floor(place / 100)] as const
const travel: VroomTravel = {
  durationS: (from, to) => Math.round(Math.hypot(at(from)[0] - at(to)[0], at(from)[1] - at(to)[1]) * 10),
  distanceM: (from, to) => Math.abs(from - to),
}
const job = (unit: number, place: number, change: Partial<VroomStop> = {}): VroomStop => ({
  kind: 'job',
  id: unit + 1,
  place,
  setupS: 0,
  serviceS: 30,
  windows: [],
  delivery: [1],
  pickup: [0],
  skills: [],
  priority: 0,
  said: {},
  unit,
  ...change,
})
const van = (id: number, change: Partial<VroomVehicle> = {}): VroomVehicle => ({
  id,
  start: 5050,
  end: 5050,
  startSaid: {},
  endSaid: {},
  capacity: [6],
  skills: [],
  window: [0, 6000],
  breaks: [],
  costs: { fixed: 0, perHour: 3600, perTaskHour: 0, perKm: 0 },
  maxTasks: NEVER,
  maxTravelS: NEVER,
  maxDistanceM: NEVER,
  travel,
  steps: [],
  ...change,
})
const posed = (stops: readonly VroomStop[], vehicles = [van(1), van(2), van(3)]): VroomProblem => ({
  units: stops.map((stop) => [stop]),
  vehicles,
  amounts: 1,
})
const planned = (problem: VroomProblem) => fromDelivery(problem, searchingPlanner.plan(asDelivery(problem)!.problem))!
const costOf = ({ routes }: VroomSolution) => routes.reduce((sum, { cost }) => sum + cost, 0)
function inserted(problem: VroomProblem): VroomSolution {
  const search = solveVroom(problem)
  for (;;) {
    const { done, value } = search.next()
    if (done) return value
  }
}

const places = fc.array(fc.nat(9999), { minLength: 1, maxLength: 24 })

test('every job is on one route or listed, and no route breaks what was asked', () => {
  const windowed = fc.array(fc.record({ place: fc.nat(9999), from: fc.nat(5000), skill: fc.nat(2) }), { minLength: 1, maxLength: 24 })
  fc.assert(
    fc.property(windowed, (asked) => {
      const stops = asked.map(({ place, from, skill }, unit) => job(unit, place, { windows: [[from, from + 600]], skills: [skill] }))
      const problem = posed(stops, [van(1, { skills: [0, 1] }), van(2, { skills: [2, 1], end: 99 }), van(3, { skills: [0], start: 0 })])
      const { routes, unassigned } = planned(problem)
      expect(routes.flatMap(({ violations }) => violations)).toEqual([])
      const served = routes.flatMap(({ steps }) => steps.flatMap(({ stop }) => (stop ? [stop.unit] : [])))
      expect([...served, ...unassigned.map(([stop]) => stop!.unit)].sort((a, b) => a - b)).toEqual(stops.map(({ unit }) => unit))
    }),
    { numRuns: 15 },
  )
})

test('string removal is hardly ever dearer than insertion, and in the mean it is cheaper', () => {
  let [search, insertion] = [0, 0]
  fc.assert(
    fc.property(places, (where) => {
      const problem = posed(
        where.map((place, unit) => job(unit, place)),
        [van(1), van(2), van(3), van(4)],
      )
      const [ours, theirs] = [planned(problem), inserted(problem)]
      search += costOf(ours)
      insertion += costOf(theirs)
      expect(ours.unassigned.length).toBeLessThanOrEqual(theirs.unassigned.length)
      expect(costOf(ours)).toBeLessThanOrEqual(1.05 * costOf(theirs))
    }),
    { numRuns: 6, seed: 4 },
  )
  expect(search).toBeLessThanOrEqual(insertion)
})

test('what the planner has no words for is left to insertion', () => {
  const rest = job(-1, 0, { kind: 'break', place: null })
  const twoWays = [job(0, 1), job(1, 2, { delivery: [0], pickup: [1] })]
  expect(asDelivery(posed(twoWays))).toBeNull()
  expect(asDelivery(posed([job(0, 1)], [van(1, { breaks: [rest] })]))).toBeNull()
  expect(asDelivery(posed([job(0, 1)], [van(1, { end: null })]))).toBeNull()
  expect(asDelivery(posed([job(0, 1)], [van(1, { maxTasks: 3 })]))).toBeNull()
  expect(asDelivery(posed([job(0, 1, { serviceOfType: { bike: 5 } })]))).toBeNull()
  const both = { fixed: 0, perTaskHour: 0 }
  const mixed = [van(1, { costs: { ...both, perHour: 3600, perKm: 3 } }), van(2, { costs: { ...both, perHour: 1800, perKm: 0 } })]
  expect(asDelivery(posed([job(0, 1)], mixed))).toBeNull()
})

test('a route somebody has begun is where the search begins', () => {
  const begun = van(1, { steps: [1, 2, 1].map((id) => ({ kind: 'job' as const, id })) })
  expect(asDelivery(posed([job(0, 1), job(1, 2)], [begun, van(2)]))!.from).toEqual([{ vehicleId: '0', dropIds: ['0', '1'] }])
})
