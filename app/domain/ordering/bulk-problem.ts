/** A size as a leader may order it. */
export type BulkOffer = { bulkMin: number; available: number }

export type BulkProblem =
  | { code: 'malformed' }
  | { code: 'too_many' }
  | { code: 'not_offered' }
  | { code: 'below_minimum'; minimum: number }
  | { code: 'not_enough'; available: number }
  | { code: 'price_changed' }

/** The most of one size that one order holds. */
export const mostUnits = 999

/** Why so many of a size cannot be ordered; null when they can, as far as one row tells. `offer` is null when it is not sold in bulk. */
export function bulkProblem(offer: BulkOffer | null, quantity: number): BulkProblem | null {
  if (!offer) return { code: 'not_offered' }
  if (quantity > mostUnits) return { code: 'too_many' }
  if (quantity > offer.available) return { code: 'not_enough', available: offer.available }
  return quantity < offer.bulkMin ? { code: 'below_minimum', minimum: offer.bulkMin } : null
}
