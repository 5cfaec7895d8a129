import { and, asc, eq, gte, inArray, notInArray, sql } from 'drizzle-orm'
import type { Reader } from '#db/connection.ts'
import { bundleParts, bundles, farms, lots, presales, products, variants } from '#db/schema/index.ts'
import { inStandingOn } from '../brands/marks.server.ts'
import { availableSum, sellableOn } from '../catalog/stock.server.ts'

type Db = Pick<Reader, 'select'>

const size = {
  variantId: variants.id,
  nameZh: products.nameZh,
  nameEn: products.nameEn,
  sizeZh: variants.nameZh,
  sizeEn: variants.nameEn,
  category: products.category,
  priceFen: variants.priceFen,
}

/** What is in a box, part by part, and its rate; null for a size that is none. */
export async function findBox(db: Db, variantId: string) {
  const parts = await db
    .select({ ...size, units: bundleParts.units, offBp: bundles.offBp })
    .from(bundleParts)
    .innerJoin(bundles, eq(bundles.variantId, bundleParts.variantId))
    .innerJoin(variants, eq(variants.id, bundleParts.partVariantId))
    .innerJoin(products, eq(products.id, variants.productId))
    .where(eq(bundleParts.variantId, variantId))
    .orderBy(asc(bundleParts.position))
  const [first] = parts
  return first ? { offBp: first.offBp, parts } : null
}
export type Box = NonNullable<Awaited<ReturnType<typeof findBox>>>

/** Names and prices of sizes, for those that come in a part's place. */
export const findSizes = async (db: Db, variantIds: readonly string[]) =>
  variantIds.length === 0
    ? []
    : await db
        .select(size)
        .from(variants)
        .innerJoin(products, eq(products.id, variants.productId))
        .where(inArray(variants.id, [...variantIds]))

type Question = { categories: readonly Box['parts'][number]['category'][]; except: readonly string[]; atLeast: number; today: string }

/** Sizes on the shelf, with at least so many units of farms that meet the standard, that may come in place of a part of their category; the nearest names first. */
export async function findExchangeable(db: Db, { categories, except, atLeast, today }: Question) {
  if (categories.length === 0) return []
  return await db
    .select({ ...size, left: availableSum })
    .from(variants)
    .innerJoin(products, and(eq(products.id, variants.productId), eq(products.status, 'listed'), eq(products.kind, 'single')))
    .innerJoin(lots, and(eq(lots.variantId, variants.id), sellableOn(today), eq(lots.forecast, false)))
    .innerJoin(farms, and(eq(farms.id, lots.farmId), inStandingOn(today)))
    .where(and(eq(variants.status, 'listed'), inArray(products.category, [...categories]), notInArray(variants.id, [...except, ''])))
    .groupBy(variants.id, products.id)
    .having(gte(sql`sum(${lots.available})`, atLeast))
    .orderBy(asc(variants.priceFen), asc(variants.id))
    .limit(60)
}
export type Exchangeable = Awaited<ReturnType<typeof findExchangeable>>[number]

/** A size that can be wanted: its product and today's price; null when it is off the shelf or an adoption. */
export async function findSizeToWant(db: Db, variantId: string) {
  const [found] = await db
    .select({ ...size, productId: products.id, slug: products.slug, kind: products.kind })
    .from(variants)
    .innerJoin(products, and(eq(products.id, variants.productId), eq(products.status, 'listed')))
    .where(and(eq(variants.id, variantId), eq(variants.status, 'listed'), inArray(products.kind, ['single', 'bundle'])))
  return found ?? null
}

/** Which of these sizes wait for a harvest, by a pre-sale of their own or of a part that is in them: they come when it is in, not week by week. */
export async function findSoldAhead(db: Db, variantIds: readonly string[]): Promise<Set<string>> {
  if (variantIds.length === 0) return new Set()
  const isRunning = inArray(presales.status, ['open', 'closed'])
  const [own, ofParts] = await Promise.all([
    db
      .select({ variantId: presales.variantId })
      .from(presales)
      .where(and(isRunning, inArray(presales.variantId, [...variantIds]))),
    db
      .select({ variantId: bundleParts.variantId })
      .from(bundleParts)
      .innerJoin(presales, and(eq(presales.variantId, bundleParts.partVariantId), isRunning))
      .where(inArray(bundleParts.variantId, [...variantIds])),
  ])
  return new Set([...own, ...ofParts].map(({ variantId }) => variantId))
}
