import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CITY_CENTRE, ringRoads, rivers } from './chengdu-outline.ts'
import { haversineM, type Place } from './distance.ts'
import { areaPath, boundsOf, linePath, placesOf, projectionFor } from './schematic-map.ts'

const city = { south: 30.5, north: 30.82, west: 103.9, east: 104.23 }

test('every place within the bounds is drawn within the drawing', () => {
  const places = fc.array(
    fc.record({
      lat: fc.double({ min: 30.5, max: 30.82, noNaN: true }),
      lon: fc.double({ min: 103.9, max: 104.23, noNaN: true }),
    }),
    { minLength: 1 },
  )
  fc.assert(
    fc.property(places, (all) => {
      const bounds = boundsOf(all)
      expect(bounds).not.toBeNull()
      if (!bounds) return
      const map = projectionFor(bounds, { width: 800, padding: 20 })
      for (const { x, y } of all.map(map.project)) {
        expect(x).toBeGreaterThanOrEqual(20)
        expect(x).toBeLessThanOrEqual(780)
        expect(y).toBeGreaterThanOrEqual(20)
        expect(y).toBeLessThanOrEqual(map.height - 20 + 0.1)
      }
    }),
  )
})

test('north is up, east is right, and a kilometre is as long one way as the other', () => {
  const map = projectionFor(city, { width: 1_000, padding: 0 })
  const centre = map.project({ lat: 30.66, lon: 104.065 })
  const north = map.project({ lat: 30.67, lon: 104.065 })
  const east = map.project({ lat: 30.66, lon: 104.075 })
  expect(north.y).toBeLessThan(centre.y)
  expect(east.x).toBeGreaterThan(centre.x)
  const metres = (to: Place) => haversineM({ lat: 30.66, lon: 104.065 }, to)
  const perMetreNorth = (centre.y - north.y) / metres({ lat: 30.67, lon: 104.065 })
  const perMetreEast = (east.x - centre.x) / metres({ lat: 30.66, lon: 104.075 })
  expect(perMetreEast / perMetreNorth).toBeCloseTo(1, 1)
})

test('a single drop is drawn in the middle, not in a corner', () => {
  const map = projectionFor({ south: 30.6, north: 30.6, west: 104, east: 104 }, { width: 200, padding: 10 })
  expect(map.project({ lat: 30.6, lon: 104 })).toEqual({ x: 100, y: Math.round(map.height * 5) / 10 })
})

test('a route is an open path and a zone a closed one', () => {
  const map = projectionFor({ south: 0, north: 1, west: 0, east: 1 }, { width: 100, padding: 0 })
  expect(
    linePath(
      placesOf([
        [0, 1],
        [1, 1],
      ]),
      map,
    ),
  ).toBe('M0 0L100 0')
  expect(
    areaPath(
      [
        [
          [0, 1],
          [1, 1],
          [1, 0],
        ],
      ],
      map,
    ),
  ).toBe('M0 0L100 0L100 100Z')
  expect(linePath([], map)).toBe('')
  expect(boundsOf([])).toBeNull()
})

test('the ring roads are circles about the centre, one inside the other', () => {
  const radii = ringRoads.map(({ line }) => placesOf(line).map((place) => haversineM(CITY_CENTRE, place)))
  for (const [index, expectedM] of [3_100, 4_500, 8_100, 13_500].entries()) {
    for (const radiusM of radii[index] ?? []) expect(Math.abs(radiusM - expectedM)).toBeLessThan(20)
  }
  for (const { line } of ringRoads) expect(line.at(-1)).toEqual(line[0])
})

test('the Fuhe and the Nanhe meet where the Jinjiang begins', () => {
  const [fuhe, nanhe, jinjiang] = rivers.map(({ line }) => line)
  expect(fuhe?.at(-1)).toEqual(jinjiang?.[0])
  expect(nanhe?.at(-1)).toEqual(jinjiang?.[0])
})
