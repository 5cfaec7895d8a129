import { type Fen, fen } from '#app/domain/money/fen.ts'

/** What one unit costs by how many are ordered: the shelf price, and from each step's quantity on a price of its own. */
export type PriceLadder = {
  priceFen: Fen
  /** ascending by quantity */
  steps: readonly { minQuantity: number; priceFen: Fen }[]
}

/** The price of one unit at a quantity: that of the highest step it reaches. */
export const priceAt = ({ priceFen, steps }: PriceLadder, quantity: number): Fen =>
  steps.findLast((step) => step.minQuantity <= quantity)?.priceFen ?? priceFen

/** The next step up and how many are missing to it; null on the highest. */
export function nextStep({ steps }: PriceLadder, quantity: number): { missing: number; priceFen: Fen } | null {
  const next = steps.find((step) => step.minQuantity > quantity)
  return next ? { missing: next.minQuantity - quantity, priceFen: next.priceFen } : null
}

/** `880 10:830 30:780`: a ladder as a form carries it, so that what was shown can be held against what is asked. */
export const writeLadder = ({ priceFen, steps }: PriceLadder): string =>
  [priceFen, ...steps.map((step) => `${step.minQuantity}:${step.priceFen}`)].join(' ')

/** @returns null when it was not written by `writeLadder` */
export function readLadder(written: string): PriceLadder | null {
  if (!/^\d{1,9}( \d{1,6}:\d{1,9}){0,20}$/.test(written)) return null
  const [price, ...steps] = written.split(' ')
  return {
    priceFen: fen(Number(price)),
    steps: steps.map((step) => {
      const [minQuantity, priceFen] = step.split(':').map(Number)
      return { minQuantity: minQuantity!, priceFen: fen(priceFen!) }
    }),
  }
}
