import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fen, sumFen } from '#app/domain/money/fen.ts'
import { reduceLines } from './reduce-lines.ts'

test('the worked example: 1001 off and a coupon of 500 over lines of 12000, 11700 and 3996', () => {
  const parts = reduceLines([fen(12_000), fen(11_700), fen(3996)], { discountFen: fen(1001), couponFen: fen(500) })
  expect(parts.map(({ discountFen }) => discountFen)).toEqual([434, 423, 144])
  expect(parts.map(({ couponFen }) => couponFen)).toEqual([217, 211, 72])
})

test('without a promotion nothing is off', () => {
  expect(reduceLines([fen(1000)], { discountFen: fen(0), couponFen: fen(0) })).toEqual([{ discountFen: 0, couponFen: 0 }])
})

test('every fen of a reduction is on a line, and no line costs less than nothing', () => {
  const amounts = fc.array(fc.integer({ min: 1, max: 5_000_000 }).map(fen), { minLength: 1, maxLength: 30 })
  const part = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(amounts, part, part, (lines, off, paid) => {
      const goodsFen = sumFen(lines)
      const discountFen = fen(Math.floor(goodsFen * off))
      const couponFen = fen(Math.floor((goodsFen - discountFen) * paid))
      const parts = reduceLines(lines, { discountFen, couponFen })
      expect(sumFen(parts.map((line) => line.discountFen))).toBe(discountFen)
      expect(sumFen(parts.map((line) => line.couponFen))).toBe(couponFen)
      parts.forEach((line, index) => {
        expect(line.discountFen).toBeGreaterThanOrEqual(0)
        expect(line.couponFen).toBeGreaterThanOrEqual(0)
        expect(line.discountFen + line.couponFen).toBeLessThanOrEqual(lines[index]!)
      })
    }),
    { numRuns: 2000 },
  )
})
