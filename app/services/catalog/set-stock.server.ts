import { invariant } from '#app/domain/invariant.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Tx } from '#db/connection.ts'
import { findForecasts, lockSize } from '#db/queries/ahead/presales.server.ts'
import { findOwnStock, setStockFrom } from '#db/queries/farm/listing-writes.server.ts'

/**
 * `not_found`: absent, or another farm's. `changed_meanwhile`: somebody bought or set it since it was shown. `promised_ahead`: the size
 * is sold ahead, and until that harvest is in nothing else of it is offered.
 */
export type StockRefusal = { code: 'not_found' } | { code: 'changed_meanwhile'; current: number } | { code: 'promised_ahead' }

/**
 * Sets what can be sold of a lot, if it still is what the farm saw. What is held for a checkout or sold already stays: it
 * has left what can be sold. Asking again for what is so already changes nothing.
 * @returns the product whose card looks different, null when nothing changed
 */
export async function setStock(
  tx: Tx,
  { farmId, lotId, from, to }: { farmId: string; lotId: string; from: number; to: number },
): Promise<Result<{ changedProductId: string | null }, StockRefusal>> {
  invariant(Number.isSafeInteger(to) && to >= 0, `not a stock: ${to}`)
  const lot = await findOwnStock(tx, { farmId, lotId })
  if (lot === null) return refuse({ code: 'not_found' })
  if (lot.available === to) return accept({ changedProductId: null })
  if (to > lot.available && (await isPresold(tx, { farmId, variantId: lot.variantId }))) return refuse({ code: 'promised_ahead' })
  if (lot.available === from && (await setStockFrom(tx, { farmId, lotId, from, to }))) return accept({ changedProductId: lot.productId })
  return refuse({ code: 'changed_meanwhile', current: (await findOwnStock(tx, { farmId, lotId }))?.available ?? lot.available })
}

async function isPresold(tx: Tx, { farmId, variantId }: { farmId: string; variantId: string }): Promise<boolean> {
  await lockSize(tx, variantId)
  return (await findForecasts(tx, { farmId, variantIds: [variantId] })).some((forecast) => forecast.isPresold)
}
