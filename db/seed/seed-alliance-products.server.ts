import { addDays } from '#app/domain/business-day.ts'
import { lotId, variantId } from '#app/domain/catalog/catalog-ids.ts'
import type { ProductRow } from '#app/domain/catalog/product-row.ts'
import { rowsToCatalog } from '#app/domain/catalog/rows-to-catalog.ts'
import type { Tx } from '#db/connection.ts'
import { lots, priceTiers, products, variants } from '#db/schema/index.ts'
import { allianceLots } from './data/alliance-lots.ts'
import { insertMissing } from './insert-missing.server.ts'

/**
 * Products of the alliance's own: one standard, no farm, lots of the farms that fulfil it. No farm may import them.
 * @returns their ids, for the search index
 */
export async function seedAllianceProducts(
  tx: Tx,
  rows: readonly ProductRow[],
  { today, now }: { today: string; now: Date },
): Promise<string[]> {
  const catalog = rowsToCatalog(rows, { farmId: null, now })
  await insertMissing(tx, products, catalog.products)
  await insertMissing(tx, variants, catalog.variants)
  await insertMissing(tx, priceTiers, catalog.tiers)
  await insertMissing(
    tx,
    lots,
    allianceLots.map(({ farmId, variantCode, harvestedDaysAgo, bestBeforeInDays, quantity }) => {
      const harvestedOn = addDays(today, -harvestedDaysAgo)
      return {
        id: `${lotId(variantCode, harvestedOn)}_${farmId}`, // several farms may harvest one variant on one day
        farmId,
        variantId: variantId(variantCode),
        harvestedOn,
        bestBeforeOn: addDays(today, bestBeforeInDays),
        available: quantity,
        held: 0,
        sold: 0,
      }
    }),
  )
  return catalog.products.map(({ id }) => id)
}
