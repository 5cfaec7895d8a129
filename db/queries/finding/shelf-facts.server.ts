import { and, asc, eq, gt, gte, inArray, type SQL } from 'drizzle-orm'
import { groupBy } from '#app/domain/group-by.ts'
import type { Reader } from '#db/connection.ts'
import { sql } from '#db/dialect/index.ts'
import {
  bundleParts,
  distributions,
  farms,
  indicationRegistrations,
  lots,
  presales,
  products,
  productTerms,
  variants,
} from '#db/schema/index.ts'
import { markColumns, ofProduct, readMarks } from '../brands/marks.server.ts'
import { sellableOn } from '../catalog/stock.server.ts'

type Db = Pick<Reader, 'select'>

const productsAtOnce = 200

const facts = {
  id: products.id,
  slug: products.slug,
  crop: products.crop,
  farmId: products.farmId,
  kind: products.kind,
  category: products.category,
  nameZh: products.nameZh,
  nameEn: products.nameEn,
  certifications: products.certifications,
  marks: markColumns,
  seasonFrom: products.seasonFrom,
  seasonTo: products.seasonTo,
  status: products.status,
  listedAt: products.listedAt,
  changedAt: products.changedAt,
}

/** Products in the order of their ids, some after `after`, with everything they are found by. Fewer than asked for: that was all. */
export async function findFactsAfter(db: Db, { after, today }: { after: string; today: string }) {
  const found = await factsOf(db).where(gt(products.id, after)).orderBy(asc(products.id)).limit(productsAtOnce)
  return { facts: await withSizes(db, found, today), isLast: found.length < productsAtOnce }
}

/** The same of the products given. */
export const findFactsOf = async (db: Db, { ids, today }: { ids: readonly string[]; today: string }) =>
  await withSizes(db, await factsOf(db).where(inArray(products.id, [...ids])), today)

/** Which products have been changed at or after a moment, and when. */
export const findChangesSince = (db: Db, since: Date) =>
  db.select({ id: products.id, changedAt: products.changedAt }).from(products).where(gte(products.changedAt, since))

const factsOf = (db: Db) =>
  db.select(facts).from(products).leftJoin(farms, eq(farms.id, products.farmId)).leftJoin(indicationRegistrations, ofProduct).$dynamic()
type Product = Awaited<ReturnType<typeof factsOf>>[number]

async function withSizes(db: Db, found: readonly Product[], today: string) {
  const ids = found.map(({ id }) => id)
  if (ids.length === 0) return []
  const sizes = await db
    .select({
      id: variants.id,
      productId: variants.productId,
      priceFen: variants.priceFen,
      netWeightG: variants.netWeightG,
      storage: variants.storage,
      presale: presales.status,
    })
    .from(variants)
    .leftJoin(presales, and(eq(presales.variantId, variants.id), eq(presales.status, 'open')))
    .where(and(inArray(variants.productId, ids), eq(variants.status, 'listed')))
  const stock = await stockOf(
    db,
    sizes.map(({ id }) => id),
    today,
  )
  const sizesOf = groupBy(sizes, ({ productId }) => productId)
  return found.map(({ marks, ...product }) => {
    const own = sizesOf.get(product.id) ?? []
    const inStock = own.flatMap(({ id }) => stock.get(id) ?? [])
    const harvests = inStock.flatMap(({ harvestedOn }) => harvestedOn ?? []).sort()
    return {
      ...product,
      sizes: own,
      hasIndication: readMarks(marks, today).indication,
      isPresold: own.some(({ presale }) => presale !== null),
      inStock: inStock.length > 0,
      harvestedOn: harvests.at(-1) ?? null,
    }
  })
}
export type FoundFact = Awaited<ReturnType<typeof findFactsOf>>[number]

type Stock = { harvestedOn: string | null }

/** Sizes that can be bought: those with lots, and boxes none of whose parts is missing (those have no harvest of their own). */
async function stockOf(db: Db, sizeIds: readonly string[], today: string): Promise<Map<string, Stock>> {
  if (sizeIds.length === 0) return new Map()
  const parts = await db
    .select({ variantId: bundleParts.variantId, partId: bundleParts.partVariantId, units: bundleParts.units })
    .from(bundleParts)
    .where(inArray(bundleParts.variantId, [...sizeIds]))
  const held = await heldOf(db, [...sizeIds, ...parts.map(({ partId }) => partId)], sellableOn(today))
  const stock = new Map<string, Stock>(held.map(({ id, harvestedOn }) => [id, { harvestedOn }]))
  const leftOf = new Map(held.map(({ id, left }) => [id, left]))
  for (const [id, own] of groupBy(parts, ({ variantId }) => variantId)) {
    if (own.every(({ partId, units }) => (leftOf.get(partId) ?? 0) >= units)) stock.set(id, { harvestedOn: null })
  }
  return stock
}

const heldOf = (db: Db, sizeIds: readonly string[], isSellable: SQL | undefined) =>
  db
    .select({
      id: lots.variantId,
      left: sql<number>`sum(${lots.available})`.mapWith(Number),
      harvestedOn: sql<string | null>`max(case when ${eq(lots.forecast, false)} then ${lots.harvestedOn} end)`,
    })
    .from(lots)
    .where(and(inArray(lots.variantId, [...sizeIds]), isSellable))
    .groupBy(lots.variantId)

/** Which products carry a term, and its weight there. */
export const findPostings = (db: Db, term: string) =>
  db.select({ productId: productTerms.productId, weight: productTerms.weight }).from(productTerms).where(eq(productTerms.term, term))

/** The terms of these products. */
export const findTermsOf = (db: Db, productIds: readonly string[]) =>
  db
    .select()
    .from(productTerms)
    .where(inArray(productTerms.productId, [...productIds]))

/** What a farm chose of its partners for its own shop. */
export const findDistributedIds = async (db: Db, farmId: string): Promise<string[]> =>
  (await db.select({ id: distributions.productId }).from(distributions).where(eq(distributions.farmId, farmId))).map(({ id }) => id)
