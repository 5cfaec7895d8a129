import { businessDay } from '#app/domain/business-day.ts'
import { codesOf, type OwnerProblem, partByOwner } from '#app/domain/catalog/part-by-owner.ts'
import { partPromised } from '#app/domain/catalog/part-promised.ts'
import { rowsToCatalog, rowsToLots } from '#app/domain/catalog/rows-to-catalog.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import { weighOrigins } from '#app/services/brands/weigh-origins.server.ts'
import { keepBundlesComposed } from '#app/services/bundles/keep-bundles-composed.server.ts'
import type { Database } from '#db/client.server.ts'
import { findForecasts } from '#db/queries/ahead/presales.server.ts'
import { findCodeOwners, replacePriceTiers, upsertLots, upsertProducts, upsertVariants } from '#db/queries/catalog/catalog-writes.server.ts'
import { addImportProblems, claimProductImport, findProductImport } from '#db/queries/catalog/product-imports.server.ts'
import { isLicensed } from '#db/queries/farm/product-writes.server.ts'
import { indexProducts } from './index-product.server.ts'

type Imported = {
  alreadyImported: boolean
  products: number
  variants: number
  lots: number
  /** rows left out because their codes are someone else's */
  foreign: OwnerProblem[]
}

/** `not_found`: absent, or another farm's. `dropped`: set aside, never to be imported. `not_licensed`: below the standard (S0). */
export type ImportProductsRefusal = { code: 'not_found' } | { code: 'dropped' } | { code: 'not_licensed' }

/**
 * "Import the good ones": lists or renews the good rows of a sheet that waits. The whole sheet or nothing is written; a
 * second call writes nothing and says so. Known lots get the stock the sheet tells; what is held or sold stays. A harvest that is
 * promised ahead is left out and named: it is confirmed where it was promised.
 */
export function importProducts(
  { transact }: Database,
  { importId, farmId, now }: { importId: string; farmId: string; now: Date },
): Promise<Result<Imported, ImportProductsRefusal>> {
  return transact(async (tx) => {
    const good = await claimProductImport(tx, { importId, farmId, importedAt: now })
    if (good === null) {
      const known = await findProductImport(tx, { importId, farmId })
      if (known === null) return refuse({ code: 'not_found' })
      if (known.status === 'dropped') return refuse({ code: 'dropped' })
      return accept({ alreadyImported: true, products: 0, variants: 0, lots: 0, foreign: [] })
    }
    if (!(await isLicensed(tx, { farmId, today: businessDay(now) }))) return refuse({ code: 'not_licensed' })
    const { ours, foreign } = partByOwner(good, farmId, await findCodeOwners(tx, codesOf(good)))
    const { products, variants, tiers } = rowsToCatalog(ours, { farmId, now })
    const forecasts = await findForecasts(tx, { farmId, variantIds: variants.map(({ id }) => id) })
    const { rows, promised } = partPromised(ours, forecasts)
    const lots = rowsToLots(rows, farmId)
    await upsertProducts(tx, products)
    await upsertVariants(tx, variants)
    await replacePriceTiers(
      tx,
      variants.map(({ id }) => id),
      tiers,
    )
    await upsertLots(tx, lots)
    await keepBundlesComposed(tx, { partIds: variants.map(({ id }) => id), now })
    await indexProducts(
      tx,
      products.map(({ id }) => id),
    )
    await weighOrigins(
      tx,
      products.map(({ id }) => id),
      now,
    )
    await addImportProblems(tx, importId, [...foreign, ...promised])
    return accept({ alreadyImported: false, products: products.length, variants: variants.length, lots: lots.length, foreign })
  })
}
