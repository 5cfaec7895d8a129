import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aDrop, aVan, aWave, cityDrops, deliveryProblems, hub } from '#tests/support/delivery-problems.ts'
import type { DeliveryPlan, DeliveryProblem, ReplanMode, RunOutline } from './plan.ts'
import { budgetFor, planBySearch, searchingPlanner } from './searching-planner.ts'
import { verifyPlan } from './verify-plan.ts'

const HOUR_S = 3600
const outlined = (plan: DeliveryPlan): RunOutline[] =>
  plan.routes.map(({ vehicleId, stops }) => ({ vehicleId, dropIds: stops.map(({ dropId }) => dropId) }))
const quickly = (problem: DeliveryProblem) => planBySearch(problem, { ...budgetFor(problem.drops.length), spent: (tries) => tries / 200 })

test('whatever a dispatcher decides, every drop is on a route once or listed, and the verifier finds every decision kept', () => {
  const decisions = fc.record({
    problem: deliveryProblems,
    excluded: fc.nat({ max: 4 }),
    fixedStops: fc.nat({ max: 4 }),
    backByS: fc.constantFrom(undefined, 9 * HOUR_S, 11 * HOUR_S, 14 * HOUR_S),
    own: fc.constantFrom({}, { start: { lat: 30.6, lon: 104.1 } }, { maxRuns: 1, loadingS: 60 }, { start: hub, end: hub }),
    mode: fc.constantFrom<ReplanMode>('keep_order', 'rest', 'all'),
  })
  fc.assert(
    fc.property(decisions, ({ problem, excluded, fixedStops, backByS, own, mode }) => {
      const before = outlined(quickly(problem))
      const decided: DeliveryProblem = {
        ...problem,
        drops: problem.drops.slice(1).map((drop, index) => ({
          ...drop,
          ...(index < excluded ? { excluded: true } : {}),
          ...(backByS !== undefined && index % 3 === 0 ? { backByS } : {}),
        })),
        vehicles: problem.vehicles.map((vehicle, index) => (index === 0 ? { ...vehicle, ...own } : vehicle)),
        fixed: before.slice(0, 2).map(({ vehicleId, dropIds }) => ({ vehicleId, dropIds: dropIds.slice(0, fixedStops) })),
      }
      const plan = searchingPlanner.plan(decided, { again: { mode, from: before } })
      expect(verifyPlan(decided, plan)).toEqual([])
      expect([...plan.routes.flatMap(({ stops }) => stops), ...plan.unserved].map(({ dropId }) => dropId).sort()).toEqual(
        decided.drops.map(({ id }) => id).sort(),
      )
    }),
    { numRuns: 60 },
  )
})

test('a cancelled stop is left out and everybody else keeps vehicle, run and order; a new one goes where it costs least', () => {
  const drops = cityDrops(80)
  const vans = [1, 2, 3, 4].map((index) => aVan(`van-${index}`))
  const before = outlined(quickly(aWave(drops, vans)))
  const gone = before[0]!.dropIds[2]!
  const problem = aWave([...drops.filter(({ id }) => id !== gone), aDrop('new', { lat: 30.67, lon: 104.07 })], vans)
  const plan = searchingPlanner.plan(problem, { again: { mode: 'keep_order', from: before } })
  expect(verifyPlan(problem, plan)).toEqual([])
  expect(outlined(plan).map(({ vehicleId, dropIds }) => ({ vehicleId, dropIds: dropIds.filter((id) => id !== 'new') }))).toEqual(
    before.map(({ vehicleId, dropIds }) => ({ vehicleId, dropIds: dropIds.filter((id) => id !== gone) })),
  )
  expect(plan.unserved).toEqual([])
})

test('what is done stays at the head of its run while the rest is put in a better order', () => {
  const drops = cityDrops(40)
  const before = [{ vehicleId: 'van', dropIds: drops.map(({ id }) => id) }]
  const fixed = [{ vehicleId: 'van', dropIds: drops.slice(0, 5).map(({ id }) => id) }]
  const open = {
    ...aWave(
      drops.map((drop) => ({ ...drop, windows: [], serviceS: 60 })),
      [aVan('van', { capacity: aVan('x').capacity })],
    ),
    fixed,
  }
  const wide = { ...open, vehicles: [aVan('van', { capacity: { weightG: 9e6, crates: { ambient: 900, chilled: 900, frozen: 900 } } })] }
  const kept = searchingPlanner.plan(wide, { again: { mode: 'keep_order', from: before } })
  const better = searchingPlanner.plan(wide, { again: { mode: 'rest', from: before } })
  expect(better.routes[0]!.stops.slice(0, 5).map(({ dropId }) => dropId)).toEqual(fixed[0]!.dropIds)
  expect(better.costFen).toBeLessThan(kept.costFen)
})

test('a van on the road starts where it is, without loading, and ends at the depot', () => {
  const here = { lat: 30.6, lon: 104.1 }
  const van = aVan('van', { start: here, loadingS: 0, maxRuns: 1, shift: { fromS: 10 * HOUR_S, untilS: 14 * HOUR_S } })
  const plan = searchingPlanner.plan(aWave([aDrop('near', here)], [van]))
  expect(plan.routes[0]!.stops[0]).toMatchObject({ dropId: 'near', arrivalS: 10 * HOUR_S, distanceM: 0 })
})

test('farms are fetched in time for the wave that waits for them, in two runs where one would be late', () => {
  const early = aDrop('early', { backByS: 10 * HOUR_S })
  const late = aDrop('late', { windows: [{ fromS: 11 * HOUR_S, untilS: 12 * HOUR_S }] })
  const plan = searchingPlanner.plan({ ...aWave([early, late], [aVan('van')]), loadingS: 0 })
  expect(plan.routes.map(({ stops }) => stops.map(({ dropId }) => dropId))).toEqual([['early'], ['late']])
  expect(plan.routes[0]!.untilS).toBeLessThanOrEqual(10 * HOUR_S)
})
