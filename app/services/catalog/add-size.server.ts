import { lotId, variantId } from '#app/domain/catalog/catalog-ids.ts'
import type { LotFields, VariantFields } from '#app/domain/catalog/product-row.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Database } from '#db/connection.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import { replacePriceTiers } from '#db/queries/catalog/catalog-writes.server.ts'
import { markChanged } from '#db/queries/farm/listing-writes.server.ts'
import { findNextPosition, findVariantByCode, insertLot, insertVariant } from '#db/queries/farm/product-writes.server.ts'

type AddSize = { farmId: string; userId: string; productId: string; variant: VariantFields; lot: LotFields | null; now: Date }

export type AddSizeRefusal = { code: 'not_found' } | { code: 'code_taken' }

/** Adds a size after the product's last, with its step prices and first lot. Adding the very same size again changes nothing. */
export function addSize(
  { transact }: Pick<Database, 'transact'>,
  { farmId, userId, productId, variant: { zh, en, tiers, ...fields }, lot, now }: AddSize,
): Promise<Result<{ variantId: string }, AddSizeRefusal>> {
  return transact(async (tx) => {
    const next = await findNextPosition(tx, { farmId, productId })
    if (next === null) return refuse({ code: 'not_found' })
    const id = variantId(fields.code)
    const known = await findVariantByCode(tx, fields.code)
    if (known) {
      const same = known.productId === productId && known.nameZh === zh && known.nameEn === en && known.priceFen === fields.priceFen
      return same ? accept({ variantId: id }) : refuse({ code: 'code_taken' })
    }
    await insertVariant(tx, { ...fields, id, productId, nameZh: zh, nameEn: en, position: next.position, status: 'listed' })
    await replacePriceTiers(
      tx,
      [],
      tiers.map(({ quantity, priceFen }) => ({ variantId: id, minQuantity: quantity, priceFen })),
    )
    if (lot) {
      const { harvestedOn, bestBeforeOn, quantity } = lot
      await insertLot(tx, {
        id: lotId(fields.code, harvestedOn),
        farmId,
        variantId: id,
        harvestedOn,
        bestBeforeOn,
        available: quantity,
        held: 0,
        sold: 0,
      })
    }
    await markChanged(tx, [productId], now)
    await insertAuditEntry(tx, {
      actorId: userId,
      actsFor: farmId,
      action: 'size_added',
      subject: productId,
      detail: { variantId: id },
      at: now,
    })
    return accept({ variantId: id })
  })
}
