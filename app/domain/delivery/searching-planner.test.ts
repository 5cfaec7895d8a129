import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aDrop, aVan, aWave, cityDrops, deliveryProblems } from '#tests/support/delivery-problems.ts'
import type { DeliveryPlan, DeliveryProblem } from './plan.ts'
import { savingsPlanner } from './savings-planner.ts'
import { budgetFor, planBySearch, searchingPlanner } from './searching-planner.ts'
import { verifyPlan } from './verify-plan.ts'

const HOUR_S = 3600
const load = (ambient: number) => ({ weightG: 1_000, crates: { ambient, chilled: 0, frozen: 0 } })
const mentioned = ({ routes, unserved }: DeliveryPlan) =>
  [...routes.flatMap(({ stops }) => stops), ...unserved].map(({ dropId }) => dropId).sort()

/** Waves in which the dispatcher has given some drops to one vehicle, now and then one that is not there. */
const withDecisions = fc.tuple(deliveryProblems, fc.array(fc.nat({ max: 5 }), { maxLength: 30 })).map(
  ([problem, decided]): DeliveryProblem => ({
    ...problem,
    drops: problem.drops.map((drop, index) => {
      const vehicle = decided[index] ?? 5
      return vehicle < 5 ? { ...drop, vehicleId: `van-${vehicle}`, priority: vehicle } : drop
    }),
  }),
)

test('every drop is on a route once or listed with its reason, and the verifier finds no capacity, window, shift or decision broken', () => {
  fc.assert(
    fc.property(fc.oneof(deliveryProblems, withDecisions), (problem) => {
      const plan = searchingPlanner.plan(problem)
      expect(mentioned(plan)).toEqual(problem.drops.map(({ id }) => id).sort())
      expect(verifyPlan(problem, plan)).toEqual([])
    }),
    { numRuns: 150 },
  )
})

test('the search leaves no more out than savings alone, and costs no more where both serve the same', () => {
  fc.assert(
    fc.property(deliveryProblems, (problem) => {
      const bySavings = savingsPlanner.plan(problem)
      const found = searchingPlanner.plan(problem)
      expect(found.unserved.length).toBeLessThanOrEqual(bySavings.unserved.length)
      const roundingFen = 2 * problem.drops.length
      if (found.unserved.length === bySavings.unserved.length) {
        const same = found.unserved.every(({ dropId }) => bySavings.unserved.some((out) => out.dropId === dropId))
        if (same) expect(found.costFen).toBeLessThanOrEqual(bySavings.costFen + roundingFen)
      }
    }),
    { numRuns: 60 },
  )
})

test('one more stop makes nobody unserved in silence', () => {
  fc.assert(
    fc.property(deliveryProblems, (problem) => {
      const more = { ...problem, drops: [...problem.drops, aDrop('one-more')] }
      const plan = searchingPlanner.plan(more)
      expect(mentioned(plan)).toEqual(more.drops.map(({ id }) => id).sort())
      for (const { reason } of plan.unserved)
        expect(reason).toMatch(/^(no_vehicle|no_vehicle_for_class|too_large|window_unreachable|vehicles_full)$/)
    }),
    { numRuns: 50 },
  )
})

test('the same wave gives the same plan, in whatever order its drops are listed', () => {
  fc.assert(
    fc.property(deliveryProblems, (problem) => {
      expect(searchingPlanner.plan({ ...problem, drops: problem.drops.toReversed() })).toEqual(searchingPlanner.plan(problem))
    }),
    { numRuns: 30 },
  )
})

test('a drop given to one van rides in it, though the other is nearly free', () => {
  const dear = aVan('dear')
  const cheap = aVan('cheap', { costPerRunFen: aVan('x').costPerHourFen, costPerKmFen: aVan('x').costPerKmFen })
  const plan = searchingPlanner.plan(aWave([aDrop('a', { vehicleIds: ['dear'] }), aDrop('b')], [dear, cheap]))
  expect(plan.routes.find(({ stops }) => stops.some(({ dropId }) => dropId === 'a'))?.vehicleId).toBe('dear')
  expect(searchingPlanner.plan(aWave([aDrop('a', { vehicleIds: ['sold'] })], [cheap])).unserved).toEqual([
    { dropId: 'a', reason: 'no_vehicle' },
  ])
})

test('where there is room for one of two, the one with priority goes', () => {
  const van = aVan('van', { capacity: load(1), shift: { fromS: 8 * HOUR_S, untilS: 10 * HOUR_S } })
  const drops = ['a', 'b'].map((id) => aDrop(id, { load: load(1), serviceS: 0.5 * HOUR_S }))
  const plan = (urgent: string) =>
    searchingPlanner.plan(
      aWave(
        drops.map((drop) => ({ ...drop, priority: drop.id === urgent ? 1 : 0 })),
        [van],
      ),
    )
  expect(plan('a').unserved).toEqual([{ dropId: 'b', reason: 'vehicles_full' }])
  expect(plan('b').unserved).toEqual([{ dropId: 'a', reason: 'vehicles_full' }])
})

test('a van comes back for a second run where that beats sending another', () => {
  const drops = ['a', 'b', 'c', 'd'].map((id) => aDrop(id, { load: load(1) }))
  const plan = searchingPlanner.plan(aWave(drops, [aVan('van', { capacity: { ...load(2), weightG: 2_000 } })]))
  expect(plan.routes.map(({ vehicleId, run, stops }) => [vehicleId, run, stops.length])).toEqual([
    ['van', 1, 2],
    ['van', 2, 2],
  ])
})

test('a search that is stopped gives the best plan so far, and says how far it had come', () => {
  const problem = aWave(cityDrops(60), [aVan('van-1'), aVan('van-2'), aVan('van-3')])
  const heard: number[] = []
  const plan = planBySearch(
    problem,
    budgetFor(60, ({ part }) => heard.push(part) < 5),
  )
  expect(heard).toHaveLength(5)
  expect(heard.at(-1)).toBeLessThan(0.1)
  expect(verifyPlan(problem, plan)).toEqual([])
})

test('the search makes a city wave clearly cheaper than savings alone', () => {
  const problem = aWave(
    cityDrops(120),
    [1, 2, 3, 4, 5].map((index) => aVan(`van-${index}`)),
  )
  const found = searchingPlanner.plan(problem)
  expect(found.unserved).toEqual([])
  expect(found.costFen).toBeLessThan(savingsPlanner.plan(problem).costFen * 0.99)
})
