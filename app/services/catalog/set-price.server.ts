import { invariant } from '#app/domain/invariant.ts'
import type { Fen } from '#app/domain/money/fen.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Tx } from '#db/connection.ts'
import { findOwnPrice, setPriceFrom } from '#db/queries/farm/listing-writes.server.ts'

/** `not_above_step`: leaders would pay more by the step price than everybody else. */
export type PriceRefusal = { code: 'not_found' } | { code: 'changed_meanwhile'; current: Fen } | { code: 'not_above_step'; stepFen: Fen }

/**
 * Sets the price of a size of the farm's own, if it still is what the farm saw. Baskets keep the price their customer saw
 * and ask; orders keep theirs.
 * @returns the product whose card looks different, null when nothing changed
 */
export async function setPrice(
  tx: Tx,
  { farmId, variantId, from, to }: { farmId: string; variantId: string; from: Fen; to: Fen },
): Promise<Result<{ changedProductId: string | null }, PriceRefusal>> {
  invariant(to > 0, `not a price: ${to}`)
  const size = await findOwnPrice(tx, { farmId, variantId })
  if (size === null) return refuse({ code: 'not_found' })
  if (size.priceFen === to) return accept({ changedProductId: null })
  if (size.priceFen !== from) return refuse({ code: 'changed_meanwhile', current: size.priceFen })
  if (size.dearestStepFen !== null && to <= size.dearestStepFen) return refuse({ code: 'not_above_step', stepFen: size.dearestStepFen })
  if (await setPriceFrom(tx, { farmId, variantId, from, to })) return accept({ changedProductId: size.productId })
  return refuse({ code: 'changed_meanwhile', current: (await findOwnPrice(tx, { farmId, variantId }))?.priceFen ?? size.priceFen })
}
