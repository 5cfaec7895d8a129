import { expect, test } from 'vitest'
import { fen } from '#app/domain/money/fen.ts'
import { aDrop, aVan, aWave } from '#tests/support/delivery-problems.ts'
import type { DeliveryDrop, DeliveryPlan, DeliveryProblem, PlannedRoute } from './plan.ts'
import { savingsPlanner } from './savings-planner.ts'
import { verifyPlan } from './verify-plan.ts'

const HOUR_S = 3600
const crate = { weightG: 1_000, crates: { ambient: 1, chilled: 0, frozen: 0 } }
const two = { weightG: 2_000, crates: { ambient: 2, chilled: 0, frozen: 0 } }
const drops = [
  aDrop('a', { load: crate, windows: [{ fromS: 9 * HOUR_S, untilS: 12 * HOUR_S }] }),
  aDrop('b', { load: crate, lon: 104.1 }),
  aDrop('c', { load: crate, lon: 104.2 }),
]
const problem = aWave(drops, [aVan('van', { capacity: two })])
const good = savingsPlanner.plan(problem)

const codes = (plan: DeliveryPlan) => verifyPlan(problem, plan).map(({ code }) => code)
const withRoute = (index: number, change: (route: PlannedRoute) => Partial<PlannedRoute>): DeliveryPlan => ({
  ...good,
  routes: good.routes.map((route, at) => (at === index ? { ...route, ...change(route) } : route)),
})

test('the plan under test is two runs and in order', () => {
  expect(good.routes.map(({ stops }) => stops.length).sort()).toEqual([1, 2])
  expect(verifyPlan(problem, good)).toEqual([])
})

test('a drop dropped in silence is found', () => {
  expect(codes({ ...good, routes: good.routes.slice(0, 1) })).toContain('drop_missing')
})

test('a drop both served and listed as unserved is found', () => {
  expect(codes({ ...good, unserved: [{ dropId: 'a', reason: 'vehicles_full' }] })).toEqual(['drop_repeated'])
})

test('a drop from another wave is found', () => {
  expect(codes({ ...good, unserved: [{ dropId: 'x', reason: 'vehicles_full' }] })).toEqual(['drop_unknown'])
})

test('a vehicle that is not there is found', () => {
  expect(codes(withRoute(0, () => ({ vehicleId: 'ghost' })))).toContain('vehicle_unknown')
})

test('an overloaded run is found, and a load that is not what its drops weigh', () => {
  const tight = { ...problem, vehicles: [aVan('van', { capacity: crate })] }
  expect(verifyPlan(tight, good).map(({ code }) => code)).toEqual(['over_capacity'])
  const full = good.routes.findIndex(({ stops }) => stops.length === 2)
  expect(codes(withRoute(full, () => ({ load: crate })))).toEqual(['load_wrong'])
})

test('a service outside the window is found', () => {
  const strict = { ...problem, drops: drops.map((drop) => ({ ...drop, windows: [{ fromS: 0, untilS: 1 }] })) }
  expect(verifyPlan(strict, good).map(({ code }) => code)).toEqual(['outside_window', 'outside_window', 'outside_window'])
})

test('a run outside the shift is found', () => {
  const short = { ...problem, vehicles: [aVan('van', { capacity: two, shift: { fromS: 8 * HOUR_S, untilS: 9 * HOUR_S } })] }
  expect(verifyPlan(short, good).map(({ code }) => code)).toContain('outside_shift')
})

test('a driver in two runs at once is found', () => {
  const [first] = good.routes
  const shiftBack = (route: PlannedRoute) => {
    const earlyS = route.fromS - (first?.fromS ?? 0) - 1
    const stops = route.stops.map((stop) => ({
      ...stop,
      arrivalS: stop.arrivalS - earlyS,
      serviceFromS: stop.serviceFromS - earlyS,
      departureS: stop.departureS - earlyS,
    }))
    return { fromS: route.fromS - earlyS, untilS: route.untilS - earlyS, stops }
  }
  expect(codes(withRoute(1, shiftBack))).toContain('runs_overlap')
})

test('a run numbered out of turn is found', () => {
  expect(codes(withRoute(1, () => ({ run: 3 })))).toEqual(['runs_out_of_order'])
})

test('a flattered arrival, distance, duration or cost is found', () => {
  const early = withRoute(0, ({ stops }) => ({ stops: stops.map((stop) => ({ ...stop, arrivalS: stop.arrivalS - 60 })) }))
  expect(codes(early)).toContain('time_wrong')
  expect(codes(withRoute(0, ({ untilS }) => ({ untilS: untilS - 60 })))).toContain('time_wrong')
  expect(codes(withRoute(0, ({ distanceM }) => ({ distanceM: distanceM - 1 })))).toContain('distance_wrong')
  expect(codes(withRoute(0, ({ durationS }) => ({ durationS: durationS - 1 })))).toContain('duration_wrong')
  expect(codes(withRoute(0, ({ costFen }) => ({ costFen: fen(costFen - 1) })))).toContain('cost_wrong')
  expect(codes(withRoute(0, ({ cost }) => ({ cost: { ...cost, timeFen: fen(cost.timeFen - 1) } })))).toContain('cost_wrong')
  expect(codes({ ...good, costFen: fen(good.costFen - 1) })).toEqual(['total_wrong'])
})

test('an empty run is found: it would cost something for nothing', () => {
  expect(codes(withRoute(0, () => ({ stops: [] })))).toContain('route_empty')
})

test('decisions not kept are found: another vehicle, an excluded drop, a fixed stop moved, a return too late, a run too many', () => {
  const decided = (change: Partial<DeliveryProblem>) => verifyPlan({ ...problem, ...change }, good).map(({ code }) => code)
  const withA = (over: Partial<DeliveryDrop>) => ({ drops: drops.map((drop) => (drop.id === 'a' ? { ...drop, ...over } : drop)) })
  const pair = good.routes.find(({ stops }) => stops.length === 2)!
  expect(decided(withA({ vehicleIds: ['other'] }))).toEqual(['wrong_vehicle'])
  expect(decided(withA({ excluded: true }))).toEqual(['excluded_served'])
  expect(decided(withA({ backByS: 1 }))).toEqual(['back_late'])
  expect(decided({ vehicles: [aVan('van', { capacity: two, maxRuns: 1 })] })).toEqual(['too_many_runs'])
  expect(decided({ fixed: [{ vehicleId: 'van', dropIds: [pair.stops[1]!.dropId] }] })).toEqual(['fixed_moved'])
})

test('a plan that begins elsewhere than its vehicle does is found', () => {
  const elsewhere = { ...problem, vehicles: [aVan('van', { capacity: two, start: { lat: 30.5, lon: 104 } })] }
  expect(verifyPlan(elsewhere, good).map(({ code }) => code)).toContain('distance_wrong')
})
