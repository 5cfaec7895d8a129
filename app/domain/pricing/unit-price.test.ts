import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fen } from '#app/domain/money/fen.ts'
import { jinG, kilogramG, unitPriceFen } from './unit-price.ts'

test('ten 斤 of tomatoes for 108 yuan are 10.80 a 斤 and 21.60 a kilogram (S0)', () => {
  expect(unitPriceFen(fen(10_800), 5000, jinG)).toBe(1080)
  expect(unitPriceFen(fen(10_800), 5000, kilogramG)).toBe(2160)
})

test('a unit price is rounded to the nearest fen, half up', () => {
  expect(unitPriceFen(fen(1), 1000, jinG)).toBe(1)
  expect(unitPriceFen(fen(100), 1500, jinG)).toBe(33)
  expect(unitPriceFen(fen(200), 1500, jinG)).toBe(67)
})

test('a unit price never strays more than half a fen from the exact one, whatever the size of the box', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e8 }), fc.integer({ min: 1, max: 1e6 }), (priceFen, netWeightG) => {
      const perKg = unitPriceFen(fen(priceFen), netWeightG, kilogramG)
      const doubledError = 2n * BigInt(perKg) * BigInt(netWeightG) - 2n * BigInt(priceFen) * 1000n
      expect(doubledError <= BigInt(netWeightG) && doubledError > -BigInt(netWeightG)).toBe(true)
    }),
  )
})

test('what weighs nothing has no unit price', () => {
  expect(() => unitPriceFen(fen(100), 0, jinG)).toThrow(/net weight/)
})
