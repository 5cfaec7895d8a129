import { allocate } from '#app/domain/money/allocate.ts'
import { type Fen, fen } from '#app/domain/money/fen.ts'

/** What is off an order's goods: the producers' discount lowers what the lines sold for, the alliance pays the coupon's part. */
export type Reductions = { discountFen: Fen; couponFen: Fen }

/** One line's part of both; the coupon is part of what is left after the discount (its base). */
export type LineReduction = { discountFen: Fen; couponFen: Fen }

/**
 * Spreads an order's reductions over its lines, once, by largest remainder: the discount over what the lines cost, the coupon
 * over what is left of each. Nothing is reduced below zero, and no fen is created or lost.
 * @param amounts what each line costs, in the order of the lines; `discountFen` ≤ their sum, `couponFen` ≤ what the discount leaves
 */
export function reduceLines(amounts: readonly Fen[], { discountFen, couponFen }: Reductions): LineReduction[] {
  const discounts = spread(discountFen, amounts)
  const bases = amounts.map((amountFen, index) => fen(amountFen - discounts[index]!))
  const coupons = spread(couponFen, bases)
  return amounts.map((_, index) => ({ discountFen: discounts[index]!, couponFen: coupons[index]! }))
}

const spread = (totalFen: Fen, weights: readonly Fen[]): Fen[] => (totalFen === 0 ? weights.map(() => fen(0)) : allocate(totalFen, weights))
