import { lotId, productId, variantId } from './catalog-ids.ts'
import type { ProductRow } from './product-row.ts'
import { productSlug } from './product-slug.ts'

/** The products, sizes and step prices a sheet's rows stand for, each once and in the sheet's order; no farm: the alliance's own. */
export function rowsToCatalog(rows: readonly ProductRow[], { farmId, now }: { farmId: string | null; now: Date }) {
  const products = [...new Map(rows.map(({ product }) => [product.code, product])).values()]
  const sizesSoFar = new Map<string, number>()
  const nextPosition = (productCode: string) => {
    const position = sizesSoFar.get(productCode) ?? 0
    sizesSoFar.set(productCode, position + 1)
    return position
  }
  return {
    products: products.map(({ code, season, geographicalIndication, ...fields }) => ({
      ...fields,
      id: productId(code),
      slug: productSlug(fields.nameEn, code),
      code,
      farmId,
      giCode: geographicalIndication,
      seasonFrom: season?.from ?? null,
      seasonTo: season?.to ?? null,
      floorFenPerKg: null,
      premiumShareBp: null,
      status: 'listed' as const,
      listedAt: now,
      changedAt: now,
    })),
    variants: rows.map(({ product, variant: { zh, en, tiers: _, ...fields } }) => ({
      ...fields,
      id: variantId(fields.code),
      productId: productId(product.code),
      nameZh: zh,
      nameEn: en,
      position: nextPosition(product.code),
      status: 'listed' as const,
    })),
    tiers: rows.flatMap(({ variant }) =>
      variant.tiers.map(({ quantity, priceFen }) => ({ variantId: variantId(variant.code), minQuantity: quantity, priceFen })),
    ),
  }
}

/** The harvests the rows tell of, all one farm's; a row may tell of none. */
export const rowsToLots = (rows: readonly ProductRow[], farmId: string) =>
  rows.flatMap(({ variant, lot }) =>
    lot === null
      ? []
      : {
          id: lotId(variant.code, lot.harvestedOn),
          farmId,
          variantId: variantId(variant.code),
          harvestedOn: lot.harvestedOn,
          bestBeforeOn: lot.bestBeforeOn,
          available: lot.quantity,
          held: 0,
          sold: 0,
        },
  )
