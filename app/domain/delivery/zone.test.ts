import fc from 'fast-check'
import { expect, test } from 'vitest'
import { haversineM, roadDistanceM, travelSeconds } from './distance.ts'
import { zoneOf } from './zone.ts'

const square = (id: string, west: number, south: number, side: number) => ({
  id,
  rings: [
    [
      [west, south],
      [west + side, south],
      [west + side, south + side],
      [west, south + side],
      [west, south],
    ],
  ] as const,
})
const inner = square('inner', 104.05, 30.64, 0.04)
const outer = square('outer', 104, 30.6, 0.2)

test('the first zone that contains the place delivers to it', () => {
  expect(zoneOf({ lat: 30.66, lon: 104.07 }, [inner, outer])?.id).toBe('inner')
  expect(zoneOf({ lat: 30.66, lon: 104.07 }, [outer, inner])?.id).toBe('outer')
  expect(zoneOf({ lat: 30.7, lon: 104.15 }, [inner, outer])?.id).toBe('outer')
  expect(zoneOf({ lat: 31, lon: 104.07 }, [inner, outer])).toBeNull()
})

test.each([
  [30.6, 104],
  [30.8, 104.2],
  [30.6, 104.123],
  [30.7, 104.2],
  [30.8, 104.05],
])('a house on the boundary is inside (%f, %f)', (lat, lon) => {
  expect(zoneOf({ lat, lon }, [outer])?.id).toBe('outer')
})

test('a zone that leaves out its middle does not deliver there', () => {
  const withHole = { id: 'belt', rings: [...outer.rings, ...inner.rings] }
  expect(zoneOf({ lat: 30.66, lon: 104.07 }, [withHole])).toBeNull()
  expect(zoneOf({ lat: 30.62, lon: 104.02 }, [withHole])?.id).toBe('belt')
})

test('a square holds a place exactly when both coordinates are within it', () => {
  const inTenThousandths = (min: number, max: number) => fc.integer({ min, max }).map((n) => n / 10_000)
  fc.assert(
    fc.property(inTenThousandths(305_000, 309_000), inTenThousandths(1_039_000, 1_043_000), (lat, lon) => {
      const within = lat >= 30.6 && lat <= 30.8 && lon >= 104 && lon <= 104.2
      expect(zoneOf({ lat, lon }, [outer]) !== null).toBe(within)
    }),
  )
})

test('a degree of latitude is 111 km, the road 1.35 times that, at 25 km/h six hours', () => {
  const from = { lat: 30, lon: 104 }
  const to = { lat: 31, lon: 104 }
  expect(haversineM(from, to)).toBeCloseTo(111_195, -1)
  expect(roadDistanceM(from, to)).toBe(Math.round(haversineM(from, to) * 1.35))
  expect(travelSeconds(25_000)).toBe(3_600)
  expect(travelSeconds(25_001)).toBe(3_601)
})
