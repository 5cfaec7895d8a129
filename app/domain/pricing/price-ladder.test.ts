import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fen } from '#app/domain/money/fen.ts'
import { nextStep, type PriceLadder, priceAt, readLadder, writeLadder } from './price-ladder.ts'

const greens: PriceLadder = {
  priceFen: fen(880),
  steps: [
    { minQuantity: 10, priceFen: fen(830) },
    { minQuantity: 30, priceFen: fen(780) },
  ],
}

test('a step’s price holds from its quantity on, and the last one for all above', () => {
  expect([1, 9, 10, 29, 30, 500].map((quantity) => priceAt(greens, quantity))).toEqual([880, 880, 830, 830, 780, 780])
})

test('how many are missing to the next step is told, and nothing on the highest', () => {
  expect(nextStep(greens, 7)).toEqual({ missing: 3, priceFen: 830 })
  expect(nextStep(greens, 10)).toEqual({ missing: 20, priceFen: 780 })
  expect(nextStep(greens, 30)).toBeNull()
})

test('ordering what is missing reaches the price that was promised', () => {
  const ladders = fc
    .uniqueArray(fc.integer({ min: 2, max: 900 }), { maxLength: 6 })
    .map((quantities) => quantities.sort((a, b) => a - b).map((minQuantity) => ({ minQuantity, priceFen: fen(1000 - minQuantity) })))
    .map((steps): PriceLadder => ({ priceFen: fen(1000), steps }))
  fc.assert(
    fc.property(ladders, fc.integer({ min: 0, max: 999 }), (ladder, quantity) => {
      const next = nextStep(ladder, quantity)
      if (next) expect(priceAt(ladder, quantity + next.missing)).toBe(next.priceFen)
      expect(readLadder(writeLadder(ladder))).toEqual(ladder)
    }),
  )
})

test('what no page has written is not a ladder', () => {
  for (const written of ['', 'x', '-1', '880 10', '880 10:', '8.8', '880  10:830']) expect(readLadder(written)).toBeNull()
})
