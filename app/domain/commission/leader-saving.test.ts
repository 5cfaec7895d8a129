import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fen } from '#app/domain/money/fen.ts'
import { leaderSaving } from './leader-saving.ts'

const parts = fc.array(fc.record({ weightG: fc.nat({ max: 50_000 }), savingBp: fc.integer({ min: 0, max: 10_000 }) }), {
  minLength: 1,
  maxLength: 12,
})

test('lines under one agreement bring exactly its rate: 220 of 1,100 fen at 20 %', () => {
  expect(
    leaderSaving(
      fen(1100),
      [9400, 2000, 2400].map((weightG) => ({ weightG, savingBp: 2000 })),
    ),
  ).toBe(220)
})

test('lines under different agreements count by weight, whichever comes first', () => {
  const lines = [
    { weightG: 3000, savingBp: 2000 },
    { weightG: 1000, savingBp: 0 },
  ]
  expect(leaderSaving(fen(1000), lines)).toBe(150)
  expect(leaderSaving(fen(1000), [...lines].reverse())).toBe(150)
})

test('a leader gets no more than the best of the rates brings, and no less than the worst', () => {
  fc.assert(
    fc.property(fc.nat({ max: 1_000_000 }).map(fen), parts, (saved, lines) => {
      const part = leaderSaving(saved, lines)
      const rates = lines.map(({ savingBp }) => savingBp)
      expect(part).toBeLessThanOrEqual((saved * Math.max(...rates)) / 10_000)
      expect(part).toBeGreaterThanOrEqual(Math.floor((saved * Math.min(...rates)) / 10_000))
    }),
  )
})

test('nothing carried, nothing shared', () => {
  expect(leaderSaving(fen(500), [])).toBe(0)
})
