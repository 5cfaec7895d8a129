import { and, asc, eq, inArray, isNotNull, isNull, or } from 'drizzle-orm'
import { bundlesLeft } from '#app/domain/catalog/bundles-left.ts'
import { chunksOf } from '#db/chunks-of.ts'
import type { Reader } from '#db/connection.ts'
import { sql } from '#db/dialect/index.ts'
import { preparedAs } from '#db/prepared.ts'
import { bundleParts, farms, lots, products, variants } from '#db/schema/index.ts'
import { availableSum, promisedFor, sellableOn } from '../catalog/stock.server.ts'

type Db = Pick<Reader, 'select'>

/** Bundles asked for at once; fewer are filled up with blanks, so that one statement serves every page. */
const bundlesAtOnce = 24
const slots = Array.from({ length: bundlesAtOnce }, (_, i) => sql.placeholder(`id${i}`))

/** What fills a part: today's lots, or for a day to come what is promised of its harvest. */
const fillsPart = or(
  and(isNull(bundleParts.notBeforeOn), sellableOn(sql.placeholder('today'))),
  and(isNotNull(bundleParts.notBeforeOn), promisedFor(sql`${bundleParts.notBeforeOn}`)),
)

const partsOf = preparedAs<Record<string, string>>()('bundle_parts', (db: Db) =>
  db
    .select({
      bundleId: bundleParts.variantId,
      units: bundleParts.units,
      notBeforeOn: bundleParts.notBeforeOn,
      variantId: variants.id,
      slug: products.slug,
      nameZh: products.nameZh,
      nameEn: products.nameEn,
      sizeZh: variants.nameZh,
      sizeEn: variants.nameEn,
      priceFen: variants.priceFen,
      crop: products.crop,
      category: products.category,
      farmId: products.farmId,
      farmSlug: farms.slug,
      farmCode: farms.code,
      farmZh: farms.nameZh,
      farmEn: farms.nameEn,
      isListed: sql<number>`case when ${products.status} = 'listed' and ${variants.status} = 'listed' then 1 else 0 end`.mapWith(Boolean),
      left: availableSum,
    })
    .from(bundleParts)
    .innerJoin(variants, eq(variants.id, bundleParts.partVariantId))
    .innerJoin(products, eq(products.id, variants.productId))
    .leftJoin(farms, eq(farms.id, products.farmId))
    .leftJoin(lots, and(eq(lots.variantId, variants.id), fillsPart))
    .where(inArray(bundleParts.variantId, slots))
    .groupBy(bundleParts.variantId, bundleParts.position, variants.id, products.id, farms.id)
    .orderBy(asc(bundleParts.variantId), asc(bundleParts.position)),
)
export type BundlePartRow = Awaited<ReturnType<typeof partsOf>>[number]

/** What is in some bundles, part by part, and how much of each part there is on `today`. Asks nothing for no bundles. */
export async function findBundleParts(db: Db, bundleIds: readonly string[], today: string): Promise<BundlePartRow[]> {
  const rows: BundlePartRow[] = []
  for (const ids of chunksOf(bundleIds, bundlesAtOnce)) {
    rows.push(...(await partsOf(db, { today, ...Object.fromEntries(slots.map((_, i) => [`id${i}`, ids[i] ?? ''])) })))
  }
  return rows
}

/** How many of each bundle can be sold on `today`. */
export const findBundlesLeft = async (db: Db, bundleIds: readonly string[], today: string) =>
  bundlesLeft(await findBundleParts(db, bundleIds, today))
