import { expect, test } from 'vitest'
import { fen } from '#app/domain/money/fen.ts'
import { freezeTerms, reserveRate } from './freeze-terms.ts'

const agreed = {
  id: 'terms_1',
  distributionBp: 500,
  leaderBp: 300,
  serviceBp: 400,
  vatInServiceBp: 600,
  brandBp: 100,
  reserveFenPerKg: 20,
  leaderSavingBp: 2000,
  floorFenPerKg: null,
  premiumShareBp: null,
}
const line = { home: { type: 'alliance' as const, id: 'alliance' }, leaderId: null, greenYears: 0, productFloor: null }

test('after three green years in a row a farm pays 0.10 instead of 0.20 yuan a kilogram into the reserve (S1)', () => {
  expect([0, 2, 3, 7].map((years) => reserveRate(20, years))).toEqual([20, 20, 10, 10])
  expect(reserveRate(15, 3)).toBe(7)
  expect(freezeTerms(agreed, { ...line, greenYears: 3 }).reserveFenPerKg).toBe(10)
})

test('an agreed floor stands before the product’s own, and without one the product’s stays', () => {
  const productFloor = { floorFenPerKg: fen(440), premiumShareBp: 4000 }
  expect(freezeTerms(agreed, { ...line, productFloor }).floor).toEqual(productFloor)
  expect(freezeTerms({ ...agreed, floorFenPerKg: fen(500), premiumShareBp: 4500 }, { ...line, productFloor }).floor).toEqual({
    floorFenPerKg: 500,
    premiumShareBp: 4500,
  })
  expect(freezeTerms(agreed, line).floor).toBeNull()
})
