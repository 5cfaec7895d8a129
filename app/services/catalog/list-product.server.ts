import { businessDay } from '#app/domain/business-day.ts'
import { codesOf } from '#app/domain/catalog/part-by-owner.ts'
import type { ProductRow } from '#app/domain/catalog/product-row.ts'
import { rowsToCatalog, rowsToLots } from '#app/domain/catalog/rows-to-catalog.ts'
import { invariant } from '#app/domain/invariant.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import { weighOrigins } from '#app/services/brands/weigh-origins.server.ts'
import type { Database } from '#db/connection.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import { findCodeOwners, replacePriceTiers, upsertLots, upsertProducts, upsertVariants } from '#db/queries/catalog/catalog-writes.server.ts'
import { findListedBy, isLicensed } from '#db/queries/farm/product-writes.server.ts'
import { indexProducts } from './index-product.server.ts'

type NewListing = {
  farmId: string
  userId: string
  /** the form's own: the same product sent twice from it is listed once */
  formKey: string
  /** one product, a row for each of its sizes */
  rows: readonly ProductRow[]
  now: Date
}

/** `code_taken`: a product or size anywhere in the alliance has one of these codes already. */
export type ListRefusal = { code: 'not_licensed' } | { code: 'code_taken'; productCode: boolean; variantCodes: string[] }

/** Puts a new product of the farm's own on the shelf, with its sizes, step prices and first lots, to be found by search at once. */
export function listProduct(
  { transact }: Pick<Database, 'transact'>,
  { farmId, userId, formKey, rows, now }: NewListing,
): Promise<Result<{ productId: string }, ListRefusal>> {
  return transact(async (tx) => {
    const { products, variants, tiers } = rowsToCatalog(rows, { farmId, now })
    const productId = products[0]?.id
    invariant(productId !== undefined && products.length === 1, 'one product is listed at a time')
    if ((await findListedBy(tx, { farmId, formKey })).includes(productId)) return accept({ productId })
    if (!(await isLicensed(tx, { farmId, today: businessDay(now) }))) return refuse({ code: 'not_licensed' })
    const owners = await findCodeOwners(tx, codesOf(rows))
    const typedTwice = rows.map(({ variant }) => variant.code).filter((code, index, codes) => codes.indexOf(code) !== index)
    const variantCodes = [...owners.variants.map(({ code }) => code), ...typedTwice]
    const productCode = owners.products.length > 0
    if (productCode || variantCodes.length > 0) return refuse({ code: 'code_taken', productCode, variantCodes })

    await upsertProducts(tx, products)
    await upsertVariants(tx, variants)
    await replacePriceTiers(tx, [], tiers)
    await upsertLots(tx, rowsToLots(rows, farmId))
    await indexProducts(tx, [productId])
    await weighOrigins(tx, [productId], now)
    await insertAuditEntry(tx, {
      actorId: userId,
      actsFor: farmId,
      action: 'product_listed',
      subject: formKey,
      detail: { productId },
      at: now,
    })
    return accept({ productId })
  })
}
