import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Fen, fen } from '#app/domain/money/fen.ts'
import { aDrop, aVan, aWave, deliveryProblems } from '#tests/support/delivery-problems.ts'
import type { DeliveryPlan } from './plan.ts'
import { savingsPlanner } from './savings-planner.ts'
import { type RiddenConsignment, shareWaveCost } from './share-wave-cost.ts'

const total = (shares: ReadonlyMap<string, Fen>) => [...shares.values()].reduce((sum, share) => sum + share, 0)
const emptyPlan: DeliveryPlan = { routes: [], unserved: [], distanceM: 0, durationS: 0, costFen: fen(0) }

test('every fen of a wave is borne once, whether seen by consignment, drop, order or farm', () => {
  fc.assert(
    fc.property(deliveryProblems, fc.nat({ max: 100_000 }), (problem, firstMile) => {
      const plan = savingsPlanner.plan(problem)
      const consignments = problem.drops.flatMap((drop, index) =>
        ['WJ', 'LX'].slice(0, 1 + (index % 2)).map((farmId) => ({
          id: `${drop.id}-${farmId}`,
          orderId: `order-${drop.id}`,
          farmId,
          dropId: drop.id,
          weightG: drop.load.weightG,
        })),
      )
      const cost = shareWaveCost(plan, consignments, fen(plan.routes.length === 0 ? 0 : firstMile))
      expect(total(cost.byConsignment)).toBe(cost.totalFen)
      expect(total(cost.byDrop)).toBe(cost.totalFen)
      expect(total(cost.byOrder)).toBe(cost.totalFen)
      expect(total(cost.byFarm)).toBe(cost.totalFen)
    }),
    { numRuns: 60 },
  )
})

test('a run is borne by what rode on it, by weight, and an unserved order bears nothing', () => {
  const vans = [aVan('van', { costPerRunFen: fen(1_000), costPerKmFen: fen(0), costPerHourFen: fen(0) })]
  const heavy = { weightG: 9_000_000, crates: { ambient: 1, chilled: 0, frozen: 0 } }
  const plan = savingsPlanner.plan(aWave([aDrop('a'), aDrop('b'), aDrop('heavy', { load: heavy })], vans))
  const rider = (id: string, farmId: string, dropId: string, weightG: number): RiddenConsignment => ({
    id,
    orderId: `order-${dropId}`,
    farmId,
    dropId,
    weightG,
  })
  const riders = [
    rider('1', 'WJ', 'a', 1_000),
    rider('2', 'LX', 'a', 2_000),
    rider('3', 'LX', 'b', 1_000),
    rider('4', 'HL', 'heavy', 9_000_000),
  ]
  const cost = shareWaveCost(plan, riders, fen(400))
  expect(Object.fromEntries(cost.byOrder)).toEqual({ 'order-a': 1_050, 'order-b': 350 })
  expect(Object.fromEntries(cost.byFarm)).toEqual({ WJ: 350, LX: 1_050 })
  expect(cost).toMatchObject({ lastMileFen: 1_000, firstMileFen: 400, totalFen: 1_400, averagePerOrderFen: 700 })
})

test('a wave that carried nothing has no average', () => {
  expect(shareWaveCost(emptyPlan, [], fen(0)).averagePerOrderFen).toBeNull()
})

test('a cost without a consignment to bear it is a bug', () => {
  expect(() => shareWaveCost(emptyPlan, [], fen(1))).toThrow(/bear/)
})
