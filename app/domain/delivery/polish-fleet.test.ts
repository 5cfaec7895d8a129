import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aDrop, aVan, aWave, deliveryProblems } from '#tests/support/delivery-problems.ts'
import { planningBoard, runDistanceM } from './planning-board.ts'
import { polishFleet } from './polish-fleet.ts'
import { unservableReason } from './screen-drops.ts'
import { type Fleet, vehicleDayCost } from './vehicle-day.ts'

/** Drops 1 to 9 along a street away from the hub, 500 m or so apart. */
const street = Array.from({ length: 9 }, (_, index) => aDrop(`${index + 1}`, { lat: 30.66, lon: 104.02 + index * 0.005 }))
const board = planningBoard(aWave(street, [aVan('van-1'), aVan('van-2')]))

test('a part driven the wrong way is turned round', () => {
  const [runs] = polishFleet(board, [[[1, 2, 7, 6, 5, 4, 3, 8, 9]], []])
  const straightM = Math.min(runDistanceM(board, [1, 2, 3, 4, 5, 6, 7, 8, 9]), runDistanceM(board, [9, 8, 7, 6, 5, 4, 3, 2, 1]))
  expect(runs?.map((run) => runDistanceM(board, run))).toEqual([expect.toSatisfy((metres: number) => metres <= straightM)])
})

test('a van out for one drop next door to another van’s run stays at home', () => {
  const polished = polishFleet(board, [[[1, 2, 3, 4, 6, 7, 8, 9]], [[5]]])
  expect(polished.map((runs) => runs.length).sort()).toEqual([0, 1])
  expect(polished.flat(2).sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
})

test('polishing keeps every stop, keeps every day feasible and never makes a wave dearer', () => {
  fc.assert(
    fc.property(deliveryProblems, (problem) => {
      const some = planningBoard(problem)
      const before: Fleet = some.vehicles.map(() => [])
      for (let stop = 1; stop < some.size; stop++) {
        if (unservableReason(some, stop)) continue
        const free = before.findIndex((runs, vehicle) => Number.isFinite(vehicleDayCost(some, vehicle, [...runs, [stop]]).costFen))
        before[free]?.push([stop])
      }
      const costFen = (fleet: Fleet) => fleet.reduce((sum, runs, vehicle) => sum + vehicleDayCost(some, vehicle, runs).costFen, 0)
      const after = polishFleet(some, before)
      expect(after.flat(2).sort()).toEqual(before.flat(2).sort())
      expect(costFen(after)).toBeLessThanOrEqual(costFen(before))
    }),
    { numRuns: 60 },
  )
})
