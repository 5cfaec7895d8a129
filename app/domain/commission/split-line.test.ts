import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fen } from '#app/domain/money/fen.ts'
import type { LineTerms } from './line-terms.ts'
import { type LineShares, splitLine } from './split-line.ts'

const standard: LineTerms = {
  termsId: 'terms_1',
  home: { type: 'farm', id: 'C' },
  leaderId: 'L1',
  distributionBp: 500,
  leaderBp: 300,
  serviceBp: 400,
  vatInServiceBp: 600,
  brandBp: 100,
  reserveFenPerKg: fen(20),
  floor: null,
}

const paidOut = (s: LineShares) =>
  s.producerFen + s.distributionFen + s.leaderFen + s.serviceFen + s.vatFen + s.brandFen + s.premiumMarginFen

test('line 1 of the worked example: floor 8 yuan/kg and 40 % of what the sale brings above it', () => {
  const terms = { ...standard, floor: { floorFenPerKg: fen(800), premiumShareBp: 4000 } }
  expect(splitLine(fen(10872), 9400, 'A', terms)).toEqual({
    producerFen: 8296,
    distributionFen: 543,
    leaderFen: 326,
    serviceFen: 410,
    vatFen: 24,
    brandFen: 108,
    premiumMarginFen: 1165,
    topUpFen: 0,
    reserveFen: 188,
  })
})

test('line 2 of the worked example: the producer keeps the residue of rounded-down fees', () => {
  expect(splitLine(fen(11277), 2000, 'B', standard)).toMatchObject({
    producerFen: 9813,
    distributionFen: 563,
    leaderFen: 338,
    serviceFen: 426,
    vatFen: 25,
    brandFen: 112,
    reserveFen: 40,
  })
})

test('a farm pays no distribution commission on its own customers (line 3 of the worked example)', () => {
  const afterThreeGreenYears = { ...standard, reserveFenPerKg: fen(10) }
  expect(splitLine(fen(3852), 2400, 'C', afterThreeGreenYears)).toMatchObject({
    producerFen: 3545,
    distributionFen: 0,
    leaderFen: 115,
    reserveFen: 24,
  })
})

test('below the floor the alliance tops up (O3 of the worked example: 1150)', () => {
  const terms: LineTerms = {
    ...standard,
    home: { type: 'alliance', id: 'alliance' },
    leaderId: null,
    floor: { floorFenPerKg: fen(700), premiumShareBp: 4000 },
  }
  expect(splitLine(fen(6500), 10_000, 'A', terms)).toMatchObject({
    producerFen: 7000,
    topUpFen: 1150,
    distributionFen: 325,
    serviceFen: 246,
    vatFen: 14,
    brandFen: 65,
  })
})

test('no fen is created or lost, and nobody owes', () => {
  const rate = fc.integer({ min: 0, max: 2400 })
  const terms = fc.record({
    termsId: fc.constant('t'),
    home: fc.constantFrom(
      { type: 'farm' as const, id: 'A' },
      { type: 'farm' as const, id: 'B' },
      { type: 'alliance' as const, id: 'alliance' },
    ),
    leaderId: fc.constantFrom('L1', null),
    distributionBp: rate,
    leaderBp: rate,
    serviceBp: rate,
    vatInServiceBp: fc.integer({ min: 0, max: 1300 }),
    brandBp: rate,
    reserveFenPerKg: fc.integer({ min: 0, max: 100 }).map(fen),
    floor: fc.option(
      fc.record({ floorFenPerKg: fc.integer({ min: 0, max: 5000 }).map(fen), premiumShareBp: fc.integer({ min: 0, max: 10_000 }) }),
    ),
  })
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e10 }).map(fen), fc.integer({ min: 0, max: 1e7 }), terms, (base, weightG, t) => {
      const shares = splitLine(base, weightG, 'A', t)
      expect(paidOut(shares)).toBe(base + shares.topUpFen)
      expect(Object.values(shares).every((share) => share >= 0)).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

test('rates that promise more than the sale are a bug, not a debt', () => {
  expect(() => splitLine(fen(100), 0, 'A', { ...standard, distributionBp: 9000, serviceBp: 2000 })).toThrow(/more than the sale/)
})
