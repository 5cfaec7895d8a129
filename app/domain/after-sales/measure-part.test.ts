import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fen } from '#app/domain/money/fen.ts'
import { type MeasuredLine, measurePart, type PartAsked } from './measure-part.ts'

const line1 = { cashFen: fen(11_566 - 217), allianceFen: fen(217), quantity: 1, weightG: 10_000 }
const line2 = { cashFen: fen(11_277 - 211), allianceFen: fen(211), quantity: 1, weightG: 2000 }

test('0.6 kg short of line 1 of the worked example: base 694 = cash 681 + coupon 13', () => {
  expect(measurePart(line1, { by: 'weight', weightG: 600 })).toEqual({
    quantity: 0,
    weightG: 600,
    cashFen: 681,
    couponFen: 13,
    baseFen: 694,
  })
})

test('3000, 1 and the rest 8065 of line 2 of the worked example take 57, 0 and 154 of its coupon', () => {
  const first = measurePart(line2, { by: 'amount', cashFen: fen(3000) })
  expect(first).toMatchObject({ cashFen: 3000, couponFen: 57, baseFen: 3057 })
  const afterFirst = { ...line2, cashFen: fen(8066), allianceFen: fen(154) }
  expect(measurePart(afterFirst, { by: 'amount', cashFen: fen(1) })).toMatchObject({ couponFen: 0, baseFen: 1 })
  const afterSecond = { ...afterFirst, cashFen: fen(8065) }
  expect(measurePart(afterSecond, { by: 'rest' })).toEqual({
    quantity: 1,
    weightG: 2000,
    cashFen: 8065,
    couponFen: 154,
    baseFen: 8219,
  })
})

test('more than is left, nothing, or a part of a fen is no part', () => {
  for (const asked of [
    { by: 'amount', cashFen: fen(11_067) },
    { by: 'amount', cashFen: fen(0) },
    { by: 'quantity', quantity: 2 },
    { by: 'quantity', quantity: -1 },
    { by: 'weight', weightG: 2001 },
    { by: 'weight', weightG: 0.5 },
  ] satisfies PartAsked[]) {
    expect(measurePart(line2, asked)).toBeNull()
  }
  expect(measurePart({ cashFen: fen(0), allianceFen: fen(0), quantity: 1, weightG: 10 }, { by: 'rest' })).toBeNull()
})

const amount = fc.integer({ min: 0, max: 5_000_000 }).map(fen)
const line = fc.record({
  cashFen: amount,
  allianceFen: amount,
  quantity: fc.integer({ min: 1, max: 99 }),
  weightG: fc.integer({ min: 1, max: 500_000 }),
})
const asked: fc.Arbitrary<PartAsked> = fc.oneof(
  fc.integer({ min: 1, max: 99 }).map((quantity) => ({ by: 'quantity' as const, quantity })),
  fc.integer({ min: 1, max: 500_000 }).map((weightG) => ({ by: 'weight' as const, weightG })),
  amount.map((cashFen) => ({ by: 'amount' as const, cashFen })),
)
const without = (left: MeasuredLine, part: NonNullable<ReturnType<typeof measurePart>>): MeasuredLine => ({
  cashFen: fen(left.cashFen - part.cashFen),
  allianceFen: fen(left.allianceFen - part.couponFen),
  quantity: left.quantity - part.quantity,
  weightG: left.weightG - part.weightG,
})

/** What a sequence of refunds gives back in all, and the least that was ever left of anything. */
function giveBack(whole: MeasuredLine, sequence: readonly PartAsked[]) {
  let left = whole
  const given = { cash: 0, coupon: 0, least: 0 }
  for (const size of [...sequence, { by: 'rest' as const }]) {
    const part = measurePart(left, size)
    if (!part) continue
    given.cash += part.cashFen
    given.coupon += part.couponFen
    left = without(left, part)
    given.least = Math.min(given.least, left.cashFen, left.allianceFen, left.quantity, left.weightG)
  }
  return given
}

test('whatever is asked in whatever order, nothing is given back twice and the rest empties the line exactly', () => {
  fc.assert(
    fc.property(line, fc.array(asked, { maxLength: 8 }), (whole, sequence) => {
      const { cash, coupon, least } = giveBack(whole, sequence)
      return cash === whole.cashFen && coupon === whole.allianceFen && least === 0
    }),
    { numRuns: 20_000 },
  )
})
