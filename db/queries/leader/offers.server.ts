import { and, asc, desc, eq, inArray, isNotNull, or } from 'drizzle-orm'
import { soldAheadOn } from '#app/domain/catalog/sold-ahead.ts'
import type { PriceLadder } from '#app/domain/pricing/price-ladder.ts'
import type { Reader } from '#db/connection.ts'
import { sql } from '#db/dialect/index.ts'
import { bundles, farms, lots, presales, priceTiers, products, variants } from '#db/schema/index.ts'
import { availableSum, isPresoldNow, sellableOn } from '../catalog/stock.server.ts'
import type { WantedRow } from '../ordering/goods.server.ts'

type Db = Pick<Reader, 'select'>

const isOffered = and(eq(products.status, 'listed'), eq(variants.status, 'listed'), isNotNull(variants.bulkMin))

/**
 * Every size offered to leaders, with its step prices and how many are to be had on `today`, by category and product; and
 * beside them those of `alsoIds`, offered or not, so that what was asked for can be named.
 */
export async function findBulkOffers(db: Db, { today, alsoIds = [] }: { today: string; alsoIds?: readonly string[] }) {
  const asked = or(isOffered, alsoIds.length === 0 ? undefined : inArray(variants.id, [...alsoIds]))
  const [sizes, tiers] = await Promise.all([
    db
      .select({
        variantId: variants.id,
        productId: products.id,
        category: products.category,
        productZh: products.nameZh,
        productEn: products.nameEn,
        sizeZh: variants.nameZh,
        sizeEn: variants.nameEn,
        farmId: products.farmId,
        farmZh: farms.nameZh,
        farmEn: farms.nameEn,
        floorFenPerKg: products.floorFenPerKg,
        premiumShareBp: products.premiumShareBp,
        productStatus: products.status,
        variantStatus: variants.status,
        priceFen: variants.priceFen,
        bulkMin: variants.bulkMin,
        netWeightG: variants.netWeightG,
        grossWeightG: variants.grossWeightG,
        volumeMl: variants.volumeMl,
        storage: variants.storage,
        pricedByWeight: variants.pricedByWeight,
        offBp: bundles.offBp,
        harvestFromOn: presales.harvestFromOn,
        available: availableSum,
      })
      .from(variants)
      .innerJoin(products, eq(products.id, variants.productId))
      .leftJoin(farms, eq(farms.id, products.farmId))
      .leftJoin(bundles, eq(bundles.variantId, variants.id))
      .leftJoin(presales, isPresoldNow)
      .leftJoin(lots, and(eq(lots.variantId, variants.id), sellableOn(today)))
      .where(asked)
      .groupBy(variants.id, products.id, farms.id, bundles.variantId, presales.variantId)
      .orderBy(asc(products.category), desc(products.listedAt), asc(products.id), asc(variants.position)),
    db
      .select({ variantId: priceTiers.variantId, minQuantity: priceTiers.minQuantity, priceFen: priceTiers.priceFen })
      .from(priceTiers)
      .innerJoin(variants, eq(variants.id, priceTiers.variantId))
      .innerJoin(products, eq(products.id, variants.productId))
      .where(asked)
      .orderBy(asc(priceTiers.minQuantity)),
  ])
  return sizes.map(({ harvestFromOn, ...size }) => ({
    ...size,
    notBeforeOn: soldAheadOn(harvestFromOn),
    isOffered: size.productStatus === 'listed' && size.variantStatus === 'listed' && size.bulkMin !== null,
    ladder: {
      priceFen: size.priceFen,
      steps: tiers.filter((tier) => tier.variantId === size.variantId).map(({ minQuantity, priceFen }) => ({ minQuantity, priceFen })),
    } satisfies PriceLadder,
  })) satisfies Omit<WantedRow, 'quantity' | 'seenPriceFen'>[]
}
export type BulkOfferRow = Awaited<ReturnType<typeof findBulkOffers>>[number]

/** Which of these sizes are offered to leaders. */
export const findOfferedIds = async (db: Db, variantIds: readonly string[]) =>
  (
    await db
      .select({ id: variants.id })
      .from(variants)
      .innerJoin(products, eq(products.id, variants.productId))
      .where(and(isOffered, inArray(variants.id, [...variantIds])))
  ).map(({ id }) => id)

/** What is harvested this week and offered to leaders: the newest harvest first. */
export const findThisWeeksOffers = (db: Db, { today, limit }: { today: string; limit: number }) =>
  db
    .select({
      variantId: variants.id,
      category: products.category,
      productZh: products.nameZh,
      productEn: products.nameEn,
      sizeZh: variants.nameZh,
      sizeEn: variants.nameEn,
      farmZh: farms.nameZh,
      farmEn: farms.nameEn,
      priceFen: variants.priceFen,
      harvestedOn: sql<string>`max(${lots.harvestedOn})`,
      available: availableSum,
    })
    .from(variants)
    .innerJoin(products, eq(products.id, variants.productId))
    .innerJoin(lots, and(eq(lots.variantId, variants.id), sellableOn(today)))
    .leftJoin(farms, eq(farms.id, products.farmId))
    .where(isOffered)
    .groupBy(variants.id, products.id, farms.id)
    .orderBy(desc(sql`max(${lots.harvestedOn})`), asc(products.category), asc(variants.id))
    .limit(limit)
