import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fen } from '#app/domain/money/fen.ts'
import { collectingDuties, poseCollection, shareCollection } from './pose-collection.ts'
import { searchingPlanner } from './searching-planner.ts'
import { verifyPlan } from './verify-plan.ts'

const hub = { lat: 30.55, lon: 104 }
const load = { weightG: 100_000, crates: { ambient: 4, chilled: 4, frozen: 0 } }
const farms = [
  { farmId: 'hl', lat: 30.62, lon: 103.63, load, readyFromS: 2 * 3600 },
  { farmId: 'wj', lat: 30.84, lon: 103.82, load, readyFromS: 2 * 3600 },
]
const van = {
  id: 'van',
  capacity: { weightG: 600_000, crates: { ambient: 20, chilled: 20, frozen: 0 } },
  costPerRunFen: fen(6000),
  costPerKmFen: fen(130),
  costPerHourFen: fen(3800),
  shift: { fromS: 3600, untilS: 6 * 3600 },
}

test('one van fetches from two farms and stands at the hub in time', () => {
  const problem = poseCollection({ hub, farms, vehicles: [van], arriveByS: 6 * 3600 })
  const plan = searchingPlanner.plan(problem)
  expect(verifyPlan(problem, plan)).toEqual([])
  expect(plan.unserved).toEqual([])
  expect(plan.routes).toHaveLength(1)
  expect(plan.routes[0]!.untilS).toBeLessThanOrEqual(6 * 3600)
  expect(plan.routes[0]!.stops.every(({ serviceFromS }) => serviceFromS >= 2 * 3600)).toBe(true)
})

test('a farm that is ready too late for the hub is not fetched, with the reason', () => {
  const late = farms.map((farm) => (farm.farmId === 'wj' ? { ...farm, readyFromS: 5.5 * 3600 } : farm))
  const plan = searchingPlanner.plan(poseCollection({ hub, farms: late, vehicles: [van], arriveByS: 6 * 3600 }))
  expect(plan.unserved).toEqual([{ dropId: 'wj', reason: 'window_unreachable' }])
})

test('only vehicles on a shift before dawn fetch, and they are back by the hour of the hub', () => {
  const day = { ...van, id: 'day', shift: { fromS: 7 * 3600, untilS: 19 * 3600 } }
  const both = { ...van, shift: { fromS: 7 * 3600, untilS: 19 * 3600 } }
  expect(collectingDuties([day, both, { ...van, shift: { fromS: 3600, untilS: 9 * 3600 } }], 6 * 3600)).toEqual([
    { ...van, shift: { fromS: 3600, untilS: 6 * 3600 } },
  ])
})

test("the farms' parts of a run add up to its cost, to the fen", () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), fc.array(fc.nat(500_000), { minLength: 1, maxLength: 8 }), (costFen, weights) => {
      expect(shareCollection(fen(costFen), weights).reduce((sum, part) => sum + part, 0)).toBe(costFen)
    }),
  )
})
