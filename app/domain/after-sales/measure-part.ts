import { allocate } from '#app/domain/money/allocate.ts'
import { type Fen, fen, shareFen } from '#app/domain/money/fen.ts'

/** What can still be given back of a line: the customer's cash, and what the alliance paid (coupon, floor top-up). */
export type MeasuredLine = { cashFen: Fen; allianceFen: Fen; quantity: number; weightG: number }

/** How much of a line a refund is for. `rest` is all that is left of it. */
export type PartAsked =
  | { by: 'rest' }
  | { by: 'quantity'; quantity: number }
  | { by: 'weight'; weightG: number }
  | { by: 'amount'; cashFen: Fen }

/** `baseFen` = cash + coupon part: what the shares of the line are reckoned from. */
export type LinePart = { quantity: number; weightG: number; cashFen: Fen; couponFen: Fen; baseFen: Fen }

/**
 * Splits what is asked of a line into the customer's cash and the alliance's part, both in the proportion in which they are
 * left; the whole takes both whole. By quantity or weight each is divided by largest remainder; an amount is cash, and the
 * alliance's part goes with it rounded down. All the cash that is left is all that is left.
 * @returns null when more is asked than is left, or nothing
 */
export function measurePart(left: MeasuredLine, asked: PartAsked): LinePart | null {
  const part = sizeOf(left, asked)
  return part === null || part.cashFen + part.couponFen === 0 ? null : { ...part, baseFen: fen(part.cashFen + part.couponFen) }
}

function sizeOf(left: MeasuredLine, asked: PartAsked): Omit<LinePart, 'baseFen'> | null {
  switch (asked.by) {
    case 'rest':
      return { quantity: left.quantity, weightG: left.weightG, cashFen: left.cashFen, couponFen: left.allianceFen }
    case 'quantity': {
      if (!isWithin(asked.quantity, left.quantity)) return null
      const weightG = shareOfWhole(left.weightG, asked.quantity, left.quantity)
      return { quantity: asked.quantity, weightG, ...portion(left, asked.quantity, left.quantity) }
    }
    case 'weight':
      if (!isWithin(asked.weightG, left.weightG)) return null
      return { quantity: 0, weightG: asked.weightG, ...portion(left, asked.weightG, left.weightG) }
    case 'amount':
      if (!isWithin(asked.cashFen, left.cashFen)) return null
      if (asked.cashFen === left.cashFen) return sizeOf(left, { by: 'rest' })
      return {
        quantity: 0,
        weightG: 0,
        cashFen: asked.cashFen,
        couponFen: shareFen(left.allianceFen, asked.cashFen, left.cashFen),
      }
  }
}

const isWithin = (asked: number, left: number) => Number.isSafeInteger(asked) && asked > 0 && asked <= left

/** Grams are whole; the last units take what rounding left. */
const shareOfWhole = (weightG: number, part: number, whole: number) => Number((BigInt(weightG) * BigInt(part)) / BigInt(whole))

function portion({ cashFen, allianceFen }: MeasuredLine, part: number, whole: number): { cashFen: Fen; couponFen: Fen } {
  const first = (amountFen: Fen) => allocate(amountFen, [part, whole - part])[0] ?? fen(0)
  return { cashFen: first(cashFen), couponFen: first(allianceFen) }
}
