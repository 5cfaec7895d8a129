import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aDrop, aVan, aWave, cityDrops, deliveryProblems } from '#tests/support/delivery-problems.ts'
import { planningBoard } from './planning-board.ts'
import { polishFleet } from './polish-fleet.ts'
import { unservableReason } from './screen-drops.ts'
import { type Fleet, vehicleDayCost } from './vehicle-day.ts'

/** Drops 1 to 9 along a street away from the hub, 500 m or so apart. */
const street = Array.from({ length: 9 }, (_, index) => aDrop(`${index + 1}`, { lat: 30.66, lon: 104.02 + index * 0.005 }))
const board = planningBoard(aWave(street, [aVan('van-1'), aVan('van-2')]))

test('no part of a polished run could be turned round with profit', () => {
  const drops = cityDrops(40).map(({ id, lat, lon }) => aDrop(id, { lat, lon }))
  const city = planningBoard(aWave(drops, [aVan('van', { shift: { fromS: 0, untilS: 172_800 } })]))
  const asListed = Array.from({ length: 40 }, (_, index) => index + 1)
  const [run = []] = polishFleet(city, [[asListed]])[0] ?? []
  const costFen = (stops: readonly number[]) => vehicleDayCost(city, 0, [stops]).costFen
  expect(costFen(run)).toBeLessThan(costFen(asListed) / 1.5)
  for (let start = 0; start < run.length; start++) {
    for (let end = start + 2; end <= run.length; end++) {
      const turned = [...run.slice(0, start), ...run.slice(start, end).reverse(), ...run.slice(end)]
      expect(costFen(turned)).toBeGreaterThan(costFen(run) - 0.01)
    }
  }
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
