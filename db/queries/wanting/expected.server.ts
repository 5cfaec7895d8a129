import { and, asc, eq, gte, inArray } from 'drizzle-orm'
import type { Reader } from '#db/connection.ts'
import { bundleParts, farms, products, subscriptionWeeks, variants } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>

/** What has been wished of subscriptions' weeks, from a Monday on. */
export const findWishedWeeks = async (db: Db, { subscriptionIds, fromOn }: { subscriptionIds: readonly string[]; fromOn: string }) =>
  subscriptionIds.length === 0
    ? []
    : await db
        .select({
          subscriptionId: subscriptionWeeks.subscriptionId,
          weekOn: subscriptionWeeks.weekOn,
          status: subscriptionWeeks.status,
          swaps: subscriptionWeeks.swaps,
        })
        .from(subscriptionWeeks)
        .where(and(inArray(subscriptionWeeks.subscriptionId, [...subscriptionIds]), gte(subscriptionWeeks.weekOn, fromOn)))

/** What is in sizes that are made of others. */
export const findUnitsIn = async (db: Db, variantIds: readonly string[]) =>
  variantIds.length === 0
    ? []
    : await db
        .select({ boxId: bundleParts.variantId, variantId: bundleParts.partVariantId, units: bundleParts.units })
        .from(bundleParts)
        .where(inArray(bundleParts.variantId, [...variantIds]))

/** Sizes' names and whose they are, of one farm's alone where one asks. */
export const findExpectedSizes = async (db: Db, { variantIds, farmId }: { variantIds: readonly string[]; farmId: string | null }) =>
  variantIds.length === 0
    ? []
    : await db
        .select({
          variantId: variants.id,
          nameZh: products.nameZh,
          nameEn: products.nameEn,
          sizeZh: variants.nameZh,
          sizeEn: variants.nameEn,
          farmZh: farms.nameZh,
          farmEn: farms.nameEn,
        })
        .from(variants)
        .innerJoin(products, eq(products.id, variants.productId))
        .leftJoin(farms, eq(farms.id, products.farmId))
        .where(and(inArray(variants.id, [...variantIds]), farmId === null ? undefined : eq(products.farmId, farmId)))
        .orderBy(asc(products.farmId), asc(variants.code))
