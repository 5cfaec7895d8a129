import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Database } from '#db/connection.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import { markChanged } from '#db/queries/farm/listing-writes.server.ts'
import { findOwnSize, setByWeight } from '#db/queries/farm/product-writes.server.ts'

type SetByWeight = { farmId: string; userId: string; variantId: string; byWeight: boolean; now: Date }

/**
 * A size of the farm's own is sold by its weight from now on, or by the piece: its net weight is then the most it weighs, and
 * what is packed below it is refunded. Orders placed stay as they were.
 */
export function setPricedByWeight(
  { transact }: Pick<Database, 'transact'>,
  { farmId, userId, variantId, byWeight, now }: SetByWeight,
): Promise<Result<{ changed: boolean }, { code: 'not_found' }>> {
  return transact(async (tx) => {
    const size = await findOwnSize(tx, { farmId, variantId })
    if (size === null) return refuse({ code: 'not_found' })
    if (!(await setByWeight(tx, { variantId, byWeight }))) return accept({ changed: false })
    await markChanged(tx, [size.productId], now)
    const detail = { byWeight }
    await insertAuditEntry(tx, { actorId: userId, actsFor: farmId, action: 'size_by_weight', subject: variantId, detail, at: now })
    return accept({ changed: true })
  })
}
