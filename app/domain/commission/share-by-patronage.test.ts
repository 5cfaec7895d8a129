import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fen, sumFen } from '#app/domain/money/fen.ts'
import { shareByPatronage } from './share-by-patronage.ts'

test('the worked example: a rebate of 101 fen over 9.4 kg of A and 2.4 kg of C is 80 and 21', () => {
  const kilos = [
    { farmId: 'A', measure: 9400 },
    { farmId: 'B', measure: 0 },
    { farmId: 'C', measure: 2400 },
  ]
  expect(shareByPatronage(fen(101), kilos)).toEqual([
    { farmId: 'A', amountFen: 80 },
    { farmId: 'C', amountFen: 21 },
  ])
})

test('where nobody brought anything nobody gets anything', () => {
  expect(shareByPatronage(fen(101), [{ farmId: 'A', measure: 0 }])).toEqual([])
})

test('the whole sum is given out whenever anybody brought anything', () => {
  const patronage = fc
    .array(fc.nat({ max: 1e9 }), { minLength: 1, maxLength: 40 })
    .map((measures) => measures.map((measure, index) => ({ farmId: `farm_${index}`, measure })))
    .filter((farms) => farms.some(({ measure }) => measure > 0))
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e11 }).map(fen), patronage, (totalFen, farms) => {
      expect(sumFen(shareByPatronage(totalFen, farms).map(({ amountFen }) => amountFen))).toBe(totalFen)
    }),
  )
})
