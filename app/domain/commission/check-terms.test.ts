import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fen } from '#app/domain/money/fen.ts'
import { checkTerms } from './check-terms.ts'
import { freezeTerms } from './freeze-terms.ts'
import { splitLine } from './split-line.ts'

const now = new Date('2026-11-22T02:00:00Z')
const fair = {
  distributionBp: 500,
  leaderBp: 300,
  serviceBp: 400,
  vatInServiceBp: 600,
  brandBp: 100,
  reserveFenPerKg: 20,
  leaderSavingBp: 2000,
  floorFenPerKg: null,
  premiumShareBp: null,
  effectiveFrom: new Date('2026-12-01T00:00:00+08:00'),
  effectiveUntil: null,
}
const codeOf = (change: Partial<Parameters<typeof checkTerms>[0]>) => {
  const checked = checkTerms({ ...fair, ...change }, now)
  return checked.ok ? 'fair' : checked.refusal.code
}

test('fair rates from next month on can be agreed on', () => {
  expect(codeOf({})).toBe('fair')
  expect(codeOf({ floorFenPerKg: fen(440), premiumShareBp: 4000 })).toBe('fair')
  expect(codeOf({ distributionBp: 9200 })).toBe('fair')
})

test('rates that take more than the sale together are refused, and each alone', () => {
  expect(codeOf({ distributionBp: 9201 })).toBe('over_whole_together')
  expect(codeOf({ vatInServiceBp: 10_001 })).toBe('over_whole')
  expect(codeOf({ brandBp: -1 })).toBe('negative')
  expect(codeOf({ reserveFenPerKg: -20 })).toBe('negative')
})

test('a floor needs its premium share, and a premium share its floor', () => {
  expect(codeOf({ floorFenPerKg: fen(440) })).toBe('floor_without_premium')
  expect(codeOf({ premiumShareBp: 4000 })).toBe('premium_without_floor')
})

test('nothing is agreed on for a time that has begun', () => {
  expect(codeOf({ effectiveFrom: now })).toBe('back_dated')
  expect(codeOf({ effectiveUntil: fair.effectiveFrom })).toBe('ends_before_it_begins')
})

test('whatever passes the check can be split without anybody owing', () => {
  const rate = fc.integer({ min: -10, max: 11_000 })
  const proposals = fc.record({
    distributionBp: rate,
    leaderBp: rate,
    serviceBp: rate,
    vatInServiceBp: rate,
    brandBp: rate,
    reserveFenPerKg: fc.integer({ min: -1, max: 100 }),
    leaderSavingBp: rate,
    floorFenPerKg: fc.option(fc.integer({ min: -1, max: 3000 }).map(fen)),
    premiumShareBp: fc.option(rate),
  })
  const line = { home: { type: 'farm' as const, id: 'C' }, leaderId: 'L', greenYears: 0, productFloor: null }
  fc.assert(
    fc.property(proposals, fc.integer({ min: 0, max: 1e9 }).map(fen), fc.nat({ max: 1e6 }), (rates, baseFen, weightG) => {
      fc.pre(checkTerms({ ...fair, ...rates }, now).ok)
      const { reserveFen, topUpFen, ...shares } = splitLine(baseFen, weightG, 'A', freezeTerms({ id: 't', ...rates }, line))
      expect(Object.values(shares).reduce<number>((sum, share) => sum + share, 0)).toBe(baseFen + topUpFen)
      expect(reserveFen).toBeGreaterThanOrEqual(0)
    }),
  )
})
