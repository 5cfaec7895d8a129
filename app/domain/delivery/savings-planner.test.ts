import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fen } from '#app/domain/money/fen.ts'
import { aDrop, aVan, aWave, cityDrops, deliveryProblems, hub } from '#tests/support/delivery-problems.ts'
import { haversineM } from './distance.ts'
import type { DeliveryProblem } from './plan.ts'
import { savingsPlanner } from './savings-planner.ts'
import { verifyPlan } from './verify-plan.ts'

const HOUR_S = 3600
const load = (ambient: number, chilled = 0, frozen = 0, weightG = 1_000) => ({ weightG, crates: { ambient, chilled, frozen } })

test('every drop is on a route once or listed with its reason, and the verifier finds nothing wrong', () => {
  fc.assert(
    fc.property(deliveryProblems, (problem) => {
      const plan = savingsPlanner.plan(problem)
      const mentioned = [...plan.routes.flatMap((route) => route.stops), ...plan.unserved].map(({ dropId }) => dropId)
      expect(mentioned.sort()).toEqual(problem.drops.map(({ id }) => id).sort())
      expect(verifyPlan(problem, plan)).toEqual([])
    }),
    { numRuns: 150 },
  )
})

test('no run carries more than its vehicle holds, in weight or in crates of any class', () => {
  fc.assert(
    fc.property(deliveryProblems, (problem) => {
      for (const route of savingsPlanner.plan(problem).routes) {
        const drops = route.stops.map((stop) => problem.drops.find((drop) => drop.id === stop.dropId))
        const capacity = problem.vehicles.find((vehicle) => vehicle.id === route.vehicleId)?.capacity
        const sum = (of: (drop: (typeof drops)[number]) => number | undefined) => drops.reduce((total, drop) => total + (of(drop) ?? 0), 0)
        expect(sum((drop) => drop?.load.weightG)).toBeLessThanOrEqual(capacity?.weightG ?? 0)
        expect(sum((drop) => drop?.load.crates.chilled)).toBeLessThanOrEqual(capacity?.crates.chilled ?? 0)
        expect(sum((drop) => drop?.load.crates.ambient)).toBeLessThanOrEqual(capacity?.crates.ambient ?? 0)
        expect(sum((drop) => drop?.load.crates.frozen)).toBeLessThanOrEqual(capacity?.crates.frozen ?? 0)
      }
    }),
    { numRuns: 50 },
  )
})

test('the same wave gives the same plan, in whatever order its drops are listed', () => {
  fc.assert(
    fc.property(deliveryProblems, (problem) => {
      const plan = savingsPlanner.plan(problem)
      expect(savingsPlanner.plan(problem)).toEqual(plan)
      expect(savingsPlanner.plan({ ...problem, drops: problem.drops.toReversed() })).toEqual(plan)
    }),
    { numRuns: 50 },
  )
})

test('neighbours share a run instead of getting one each', () => {
  const drops = ['a', 'b', 'c'].map((id, index) => aDrop(id, { lon: 104.1 + index * 0.002 }))
  const plan = savingsPlanner.plan(aWave(drops, [aVan('van-1'), aVan('van-2'), aVan('van-3')]))
  expect(plan.routes).toHaveLength(1)
  expect(plan.routes[0]?.stops).toHaveLength(3)
})

test('a van that cannot hold everything at once comes back for a second run', () => {
  const drops = ['a', 'b', 'c', 'd'].map((id) => aDrop(id, { load: load(1) }))
  const plan = savingsPlanner.plan(aWave(drops, [aVan('van', { capacity: load(2, 0, 0, 9_000) })]))
  expect(plan.unserved).toEqual([])
  expect(plan.routes.map((route) => [route.vehicleId, route.run, route.stops.length])).toEqual([
    ['van', 1, 2],
    ['van', 2, 2],
  ])
  expect(plan.routes[1]?.fromS).toBeGreaterThanOrEqual(plan.routes[0]?.untilS ?? Number.POSITIVE_INFINITY)
})

test('a driver waits at the hub, not at a door that is still closed', () => {
  const evening = { fromS: 18 * HOUR_S, untilS: 19 * HOUR_S }
  const [route] = savingsPlanner.plan(aWave([aDrop('a', { windows: [evening] })], [aVan('van')])).routes
  expect(route?.stops[0]).toMatchObject({ arrivalS: evening.fromS, serviceFromS: evening.fromS })
})

test('morning and evening drops are not held together by an idle afternoon that costs more than a second run', () => {
  const at = (hour: number) => [{ fromS: hour * HOUR_S, untilS: (hour + 1) * HOUR_S }]
  const drops = [aDrop('morning', { windows: at(9) }), aDrop('evening', { windows: at(18) })]
  expect(savingsPlanner.plan(aWave(drops, [aVan('van')])).routes).toHaveLength(2)
})

const vans = [aVan('van', { capacity: { weightG: 100_000, crates: { ambient: 5, chilled: 2, frozen: 0 } } })]
test.each([
  ['no_vehicle', aWave([aDrop('a')], [])],
  ['no_vehicle_for_class', aWave([aDrop('a', { load: load(0, 0, 1) })], vans)],
  ['too_large', aWave([aDrop('a', { load: load(6) })], vans)],
  ['too_large', aWave([aDrop('a', { load: load(1, 0, 0, 100_001) })], vans)],
  ['window_unreachable', aWave([aDrop('a', { windows: [{ fromS: 5 * HOUR_S, untilS: 6 * HOUR_S }] })], vans)],
  ['window_unreachable', aWave([aDrop('a', { lat: 36 })], vans)],
])('a drop nobody can serve says why: %s', (reason, problem: DeliveryProblem) => {
  expect(savingsPlanner.plan(problem)).toMatchObject({ routes: [], unserved: [{ dropId: 'a', reason }], costFen: 0 })
})

test('what is left when the shift is over is listed as such', () => {
  const drops = ['a', 'b', 'c', 'd'].map((id) => aDrop(id, { load: load(5), serviceS: 3 * HOUR_S }))
  const plan = savingsPlanner.plan(aWave(drops, vans))
  expect(plan.routes).toHaveLength(2)
  expect(plan.unserved.map(({ reason }) => reason)).toEqual(['vehicles_full', 'vehicles_full'])
})

test('distances from a route engine are used as given, row by row of the listed drops', () => {
  const metres = [
    [0, 100, 9_000],
    [200, 0, 50],
    [300, 7_000, 0],
  ]
  const problem: DeliveryProblem = {
    ...aWave([aDrop('z'), aDrop('a')], [aVan('van')]),
    travel: { by: 'matrix', distanceM: metres, durationS: metres },
  }
  const plan = savingsPlanner.plan(problem)
  expect(plan.routes[0]?.stops.map(({ dropId }) => dropId)).toEqual(['z', 'a'])
  expect(plan.distanceM).toBe(100 + 50 + 300)
  expect(verifyPlan(problem, plan)).toEqual([])
})

test('the cost of a run is spelled out: run, kilometres, hours', () => {
  const van = aVan('van', { costPerRunFen: fen(5_000), costPerKmFen: fen(100), costPerHourFen: fen(3_600) })
  const line = [
    [0, 1_504],
    [1_501, 0],
  ]
  const problem: DeliveryProblem = { ...aWave([aDrop('a')], [van]), travel: { by: 'matrix', distanceM: line, durationS: line } }
  const [route] = savingsPlanner.plan(problem).routes
  const durationS = 1_200 + 1_504 + 240 + 1_501
  expect(route).toMatchObject({ distanceM: 3_005, durationS, cost: { runFen: 5_000, distanceFen: 301, timeFen: durationS } })
  expect(route?.costFen).toBe(5_000 + 301 + durationS)
})

test('a real wave of 400 drops takes well under two seconds of one processor, far below driving to each drop alone', () => {
  const problem = aWave(
    cityDrops(400),
    Array.from({ length: 12 }, (_, index) => aVan(`van-${index}`)),
  )
  const before = process.cpuUsage()
  const plan = savingsPlanner.plan(problem)
  expect(process.cpuUsage(before).user / 1e6).toBeLessThan(2)
  expect(plan.unserved).toEqual([])
  expect(verifyPlan(problem, plan)).toEqual([])
  const aloneM = problem.drops.reduce((sum, drop) => sum + 2 * 1.35 * haversineM(hub, drop), 0)
  expect(plan.distanceM).toBeLessThan(aloneM / 8)
})
