import { and, asc, count, desc, eq, inArray } from 'drizzle-orm'
import type { Reader } from '#db/connection.ts'
import { bundleParts, bundles, farms, lots, products, variants } from '#db/schema/index.ts'
import { availableSum, sellableOn } from '../catalog/stock.server.ts'
import { findBundleParts, findBundlesLeft } from './bundle-parts.server.ts'

type Db = Pick<Reader, 'select'>

const isPossible = and(eq(products.kind, 'single'), eq(products.status, 'listed'), eq(variants.status, 'listed'))

const partColumns = {
  variantId: variants.id,
  code: variants.code,
  nameZh: products.nameZh,
  nameEn: products.nameEn,
  sizeZh: variants.nameZh,
  sizeEn: variants.nameEn,
  priceFen: variants.priceFen,
  farmId: products.farmId,
  farmZh: farms.nameZh,
  farmEn: farms.nameEn,
}

/** Sizes a bundle may be made of, by farm and product; `limit` of them. */
export const findPartChoices = (db: Db, limit: number) =>
  db
    .select(partColumns)
    .from(variants)
    .innerJoin(products, eq(products.id, variants.productId))
    .leftJoin(farms, eq(farms.id, products.farmId))
    .where(isPossible)
    .orderBy(asc(farms.position), asc(products.code), asc(variants.position))
    .limit(limit)

/** Those of some sizes, by code, that a bundle may be made of, and how many there are on `today`. */
export const findPartsByCode = (db: Db, codes: readonly string[], today: string) =>
  db
    .select({ ...partColumns, left: availableSum })
    .from(variants)
    .innerJoin(products, eq(products.id, variants.productId))
    .leftJoin(farms, eq(farms.id, products.farmId))
    .leftJoin(lots, and(eq(lots.variantId, variants.id), sellableOn(today)))
    .where(and(isPossible, inArray(variants.code, [...codes])))
    .groupBy(variants.id, products.id, farms.id)

const ofAlliance = and(eq(products.kind, 'bundle'), eq(variants.position, 0))

/** Every bundle of the alliance, the newest first: what it costs, how many kinds are in it, how many can be sold. */
export async function findBundles(db: Db, today: string) {
  const rows = await db
    .select({
      productId: products.id,
      variantId: variants.id,
      slug: products.slug,
      nameZh: products.nameZh,
      nameEn: products.nameEn,
      priceFen: variants.priceFen,
      offBp: bundles.offBp,
      kinds: count(bundleParts.position),
      status: products.status,
    })
    .from(products)
    .innerJoin(variants, eq(variants.productId, products.id))
    .innerJoin(bundles, eq(bundles.variantId, variants.id))
    .innerJoin(bundleParts, eq(bundleParts.variantId, bundles.variantId))
    .where(ofAlliance)
    .groupBy(products.id, variants.id, bundles.variantId)
    .orderBy(desc(products.listedAt), asc(products.id))
  const left = await findBundlesLeft(
    db,
    rows.map(({ variantId }) => variantId),
    today,
  )
  return rows.map((row) => ({ ...row, left: left.get(row.variantId) ?? 0 }))
}

/** One bundle with its texts and parts, to be changed; null when there is none. */
export async function findBundle(db: Db, { productId, today }: { productId: string; today: string }) {
  const [bundle] = await db
    .select({
      productId: products.id,
      variantId: variants.id,
      nameZh: products.nameZh,
      nameEn: products.nameEn,
      textZh: products.textZh,
      textEn: products.textEn,
      crop: products.crop,
      sizeZh: variants.nameZh,
      sizeEn: variants.nameEn,
      offBp: bundles.offBp,
    })
    .from(products)
    .innerJoin(variants, eq(variants.productId, products.id))
    .innerJoin(bundles, eq(bundles.variantId, variants.id))
    .where(and(eq(products.id, productId), ofAlliance))
  if (!bundle) return null
  const codes = await db
    .select({ variantId: variants.id, code: variants.code })
    .from(bundleParts)
    .innerJoin(variants, eq(variants.id, bundleParts.partVariantId))
    .where(eq(bundleParts.variantId, bundle.variantId))
  const codeOf = new Map(codes.map(({ variantId, code }) => [variantId, code]))
  const parts = await findBundleParts(db, [bundle.variantId], today)
  return { ...bundle, parts: parts.map((part) => ({ ...part, code: codeOf.get(part.variantId) ?? '' })) }
}
export type BundleToChange = NonNullable<Awaited<ReturnType<typeof findBundle>>>
