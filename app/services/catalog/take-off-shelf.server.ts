import type { ShelfStatus } from '#app/domain/catalog/listing-change.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Tx } from '#db/connection.ts'
import { findOwnShelf, setShelfFrom } from '#db/queries/farm/listing-writes.server.ts'

/** `not_licensed`: below the standard, so all of the farm's products are off the shelf until the alliance says otherwise (S0). */
export type ShelfRefusal = { code: 'not_found' } | { code: 'changed_meanwhile'; current: ShelfStatus } | { code: 'not_licensed' }

/**
 * Takes a product of the farm's own off the shelf, or puts it back. Nobody can buy it from then on; what is ordered already
 * is still packed. A farm without the public mark can only take off.
 * @returns the product whose card looks different, null when nothing changed
 */
export async function moveOnShelf(
  tx: Tx,
  { farmId, productId, from, to, today }: { farmId: string; productId: string; from: ShelfStatus; to: ShelfStatus; today: string },
): Promise<Result<{ changedProductId: string | null }, ShelfRefusal>> {
  const shelf = await findOwnShelf(tx, { farmId, productId, today })
  if (shelf === null) return refuse({ code: 'not_found' })
  if (shelf.status === to) return accept({ changedProductId: null })
  if (to === 'listed' && !shelf.licensed) return refuse({ code: 'not_licensed' })
  if (await setShelfFrom(tx, { farmId, productId, from, to })) return accept({ changedProductId: productId })
  return refuse({ code: 'changed_meanwhile', current: shelf.status })
}
