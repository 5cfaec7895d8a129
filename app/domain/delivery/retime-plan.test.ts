import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aDrop, aVan, aWave, deliveryProblems } from '#tests/support/delivery-problems.ts'
import { narrowProblem } from './narrow-problem.ts'
import type { DeliveryPlan } from './plan.ts'
import { promiseWindow } from './promise-window.ts'
import { retimePlan } from './retime-plan.ts'
import { savingsPlanner } from './savings-planner.ts'

const outline = ({ routes }: DeliveryPlan) =>
  routes.map(({ vehicleId, stops }) => ({ vehicleId, dropIds: stops.map(({ dropId }) => dropId) }))

test('a planner’s own runs come back with their times and costs, and break nothing', () => {
  fc.assert(
    fc.property(deliveryProblems, (problem) => {
      const plan = savingsPlanner.plan(problem)
      const again = retimePlan(problem, outline(plan))
      expect(again.breaches).toEqual([])
      expect(again.plan).toEqual(plan)
    }),
    { numRuns: 40 },
  )
})

const morning = [{ fromS: 8 * 3600, untilS: 9 * 3600 }]

test('a manual order is driven as it stands, and what it breaks is said with by how much', () => {
  const drops = [aDrop('far', { lat: 30.56, serviceS: 5400 }), aDrop('early', { windows: morning })]
  const problem = aWave(drops, [aVan('tan')])
  const { plan, breaches } = retimePlan(problem, [{ vehicleId: 'tan', dropIds: ['far', 'early'] }])
  const began = plan.routes[0]!.stops[1]!.serviceFromS
  expect(plan.routes[0]!.stops.map(({ dropId }) => dropId)).toEqual(['far', 'early'])
  expect(breaches).toEqual([{ cause: 'late', at: 'early', byS: began - 9 * 3600 }])
  expect(retimePlan(problem, [{ vehicleId: 'tan', dropIds: ['early', 'far'] }]).breaches).toEqual([])
})

test('too much in a van, a van somebody else’s goods are in, and a day that is too long are said', () => {
  const heavy = { weightG: 400_000, crates: { ambient: 1, chilled: 0, frozen: 0 } }
  const drops = [aDrop('a', { load: heavy }), aDrop('b', { load: heavy }), aDrop('mine', { vehicleIds: ['mu'], serviceS: 14 * 3600 })]
  const { breaches } = retimePlan(aWave(drops, [aVan('tan'), aVan('mu')]), [{ vehicleId: 'tan', dropIds: ['a', 'b', 'mine'] }])
  expect(breaches.map(({ cause, at }) => `${cause} ${at}`).sort()).toEqual([
    'over_capacity tan#1',
    'past_shift tan#1',
    'wrong_vehicle tan#1',
  ])
  expect(breaches.find(({ cause }) => cause === 'past_shift')?.byS).toBeGreaterThan(2 * 3600)
})

test('what nobody brings is listed with the reason', () => {
  const problem = aWave([aDrop('a'), aDrop('b', { excluded: true }), aDrop('c')], [aVan('tan')])
  const { plan } = retimePlan(problem, [{ vehicleId: 'tan', dropIds: ['a'] }])
  expect(plan.unserved).toEqual([
    { dropId: 'b', reason: 'excluded' },
    { dropId: 'c', reason: 'vehicles_full' },
  ])
})

test('a part of a measured wave keeps what was measured between its places', () => {
  const measured = [0, 1, 2, 3].map((from) => [0, 1, 2, 3].map((to) => (from === to ? 0 : 10 * from + to)))
  const problem = {
    ...aWave([aDrop('a'), aDrop('b'), aDrop('c')], [aVan('tan')]),
    travel: { by: 'matrix' as const, distanceM: measured, durationS: measured },
  }
  const part = narrowProblem(problem, { vehicleIds: new Set(['tan']), dropIds: new Set(['a', 'c']) })
  expect(part.travel).toMatchObject({
    distanceM: [
      [0, 1, 3],
      [10, 0, 13],
      [30, 31, 0],
    ],
  })
})

test('a promised window is said once, and again only when the arrival leaves it', () => {
  const at = (clock: string) => new Date(`2026-11-24T${clock}:00+08:00`)
  const first = promiseWindow(at('10:07'), null)
  expect(first).toEqual({ from: at('09:30'), until: at('11:15') })
  expect(promiseWindow(at('11:10'), first)).toBe(first)
  expect(promiseWindow(at('11:20'), first)).toEqual({ from: at('10:45'), until: at('12:30') })
})
