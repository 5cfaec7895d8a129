import { and, asc, desc, eq, ne } from 'drizzle-orm'
import { bundlesLeft } from '#app/domain/catalog/bundles-left.ts'
import { groupBy } from '#app/domain/group-by.ts'
import type { Reader } from '#db/connection.ts'
import { farms, geographicalIndications, indicationRegistrations, lots, priceTiers, products, variants } from '#db/schema/index.ts'
import { markColumns, ofProduct, readMarks } from '../brands/marks.server.ts'
import { type BundlePartRow, findBundleParts } from '../bundles/bundle-parts.server.ts'
import { sellableOn } from './stock.server.ts'

type Db = Pick<Reader, 'select'>

/** A listed product with its farm, the marks it may show and its sizes, each size with its sellable lots, the first to spoil first; null when it is not on the shelf. */
export async function findProductPage(db: Db, { slug, today }: { slug: string; today: string }) {
  const [row] = await db
    .select({ product: products, farm: farms, indication: geographicalIndications, marks: markColumns })
    .from(products)
    .leftJoin(farms, eq(farms.id, products.farmId))
    .leftJoin(geographicalIndications, eq(geographicalIndications.code, products.giCode))
    .leftJoin(indicationRegistrations, ofProduct)
    .where(and(eq(products.slug, slug), eq(products.status, 'listed')))
  if (!row) return null
  const [sizes, sellable] = await Promise.all([findSizes(db, row.product.id), findSellableLots(db, { productId: row.product.id, today })])
  const lotsOf = groupBy(sellable, (lot) => lot.variantId)
  const held =
    row.product.kind === 'single'
      ? []
      : await findBundleParts(
          db,
          sizes.map(({ id }) => id),
          today,
        )
  const partsOf = groupBy(held, (part) => part.bundleId)
  const left = bundlesLeft(held)
  const stepsOf = groupBy(await findSteps(db, row.product.id), (step) => step.variantId)
  const marks = readMarks(row.marks, today)
  return {
    product: row.product,
    farm: row.farm,
    indication: marks.indication ? row.indication : null,
    marks,
    sizes: sizes.map((size) => {
      const lots = lotsOf.get(size.id) ?? []
      return {
        ...size,
        lots,
        /** how many can be sold; of a bundle what its scarcest part allows */
        left: left.get(size.id) ?? lots.reduce((sum, lot) => sum + lot.available, 0),
        /** what is in it, where it is a bundle */
        parts: partsOf.get(size.id) ?? ([] as BundlePartRow[]),
        /** what a leader pays for one, from how many on */
        steps: (stepsOf.get(size.id) ?? []).map(({ minQuantity, priceFen }) => ({ minQuantity, priceFen })),
      }
    }),
  }
}

const findSizes = (db: Db, productId: string) =>
  db
    .select({
      id: variants.id,
      nameZh: variants.nameZh,
      nameEn: variants.nameEn,
      priceFen: variants.priceFen,
      netWeightG: variants.netWeightG,
      pricedByWeight: variants.pricedByWeight,
      grossWeightG: variants.grossWeightG,
      storage: variants.storage,
      bulkMin: variants.bulkMin,
    })
    .from(variants)
    .where(and(eq(variants.productId, productId), eq(variants.status, 'listed')))
    .orderBy(asc(variants.position), asc(variants.id))

const findSteps = (db: Db, productId: string) =>
  db
    .select({ variantId: priceTiers.variantId, minQuantity: priceTiers.minQuantity, priceFen: priceTiers.priceFen })
    .from(priceTiers)
    .innerJoin(variants, and(eq(variants.id, priceTiers.variantId), eq(variants.productId, productId)))
    .orderBy(asc(priceTiers.minQuantity))

const findSellableLots = (db: Db, { productId, today }: { productId: string; today: string }) =>
  db
    .select({
      id: lots.id,
      variantId: lots.variantId,
      harvestedOn: lots.harvestedOn,
      bestBeforeOn: lots.bestBeforeOn,
      available: lots.available,
      forecast: lots.forecast,
      farmZh: farms.nameZh,
      farmEn: farms.nameEn,
      farmSlug: farms.slug,
    })
    .from(lots)
    .innerJoin(variants, and(eq(variants.id, lots.variantId), eq(variants.productId, productId)))
    .innerJoin(farms, eq(farms.id, lots.farmId))
    .where(sellableOn(today))
    .orderBy(asc(lots.bestBeforeOn), asc(lots.id))

/** Listed products of the same category from other farms, the newest on the shelf first. */
export const findNeighbours = async (
  db: Db,
  {
    category,
    farmId,
    productId,
    limit,
  }: { category: (typeof products.$inferSelect)['category']; farmId: string | null; productId: string; limit: number },
): Promise<string[]> =>
  (
    await db
      .select({ id: products.id })
      .from(products)
      .where(
        and(
          eq(products.status, 'listed'),
          eq(products.category, category),
          ne(products.id, productId),
          farmId === null ? undefined : ne(products.farmId, farmId),
        ),
      )
      .orderBy(desc(products.listedAt), desc(products.id))
      .limit(limit)
  ).map(({ id }) => id)
