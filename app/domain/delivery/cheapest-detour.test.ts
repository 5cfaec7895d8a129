import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cheapestDetour } from './cheapest-detour.ts'
import { haversineM } from './distance.ts'

const rates = { costPerKmFen: 130, costPerHourFen: 3800 }
const place = (lat: number, lon: number) => ({ lat, lon })
const aPlace = fc.record({ lat: fc.double({ min: 30.4, max: 30.9, noNaN: true }), lon: fc.double({ min: 103.7, max: 104.4, noNaN: true }) })

test('a door on the way costs its handing over alone; one off the way also the road there and back', () => {
  const street = [place(30.6, 104), place(30.6, 104.02)]
  expect(cheapestDetour(place(30.6, 104.01), street, rates)).toMatchObject({ roadM: 0, seconds: 240, costFen: 260 })
  const off = cheapestDetour(place(30.62, 104.01), street, rates)!
  expect(off.roadM).toBeGreaterThan(2000)
  expect(off.costFen).toBeGreaterThan(260)
})

test('without any place the wave goes to there is no detour; from the hub alone it is there and back', () => {
  expect(cheapestDetour(place(30.6, 104), [], rates)).toBeNull()
  const hub = place(30.6, 104)
  const door = place(30.7, 104)
  expect(cheapestDetour(door, [hub], rates)?.roadM).toBeCloseTo(2 * 1.35 * haversineM(hub, door), -1)
})

test('never less than the handing over, never more than from the nearest place and back, whatever the order', () => {
  fc.assert(
    fc.property(aPlace, fc.array(aPlace, { minLength: 1, maxLength: 40 }), (door, known) => {
      const detour = cheapestDetour(door, known, rates)!
      expect(detour.roadM).toBeGreaterThanOrEqual(0)
      expect(detour.seconds).toBeGreaterThanOrEqual(240)
      expect(detour.roadM).toBeLessThanOrEqual(2 * 1.35 * Math.min(...known.map((other) => haversineM(other, door))) + 1)
      expect(detour.costFen % 10).toBe(0)
      expect(cheapestDetour(door, known.toReversed(), rates)?.costFen).toBe(detour.costFen)
    }),
  )
})
