import fc from 'fast-check'
import { expect, test } from 'vitest'
import { haversineM } from '#app/domain/delivery/distance.ts'
import { gcjToWgs, shift } from './gcj-to-wgs.ts'

test('a place on a Chinese map lies some hundred metres off, and is brought back to within a metre', () => {
  fc.assert(
    fc.property(fc.double({ min: 25, max: 40, noNaN: true }), fc.double({ min: 95, max: 120, noNaN: true }), (lat, lon) => {
      const offM = haversineM({ lat, lon }, shift({ lat, lon }))
      expect(offM).toBeGreaterThan(10)
      expect(offM).toBeLessThan(1500)
      expect(haversineM(gcjToWgs(shift({ lat, lon })), { lat, lon })).toBeLessThan(1)
    }),
  )
})

test('outside China nothing is moved', () => {
  expect(gcjToWgs({ lat: 51.5, lon: 0 })).toEqual({ lat: 51.5, lon: 0 })
})
