import { and, asc, eq, gte, inArray, isNull, or, sql } from 'drizzle-orm'
import type { Reader } from '#db/connection.ts'
import { bundleParts, farms, lots, products, subscriptionWeeks, variants } from '#db/schema/index.ts'
import { inStandingOn } from '../brands/marks.server.ts'

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

/** Sizes' names and whose they are; where a farm asks, its own alone and the alliance's. */
export const findExpectedSizes = async (db: Db, { variantIds, farmId }: { variantIds: readonly string[]; farmId: string | null }) =>
  variantIds.length === 0
    ? []
    : await db
        .select({
          variantId: variants.id,
          /** null: the alliance's, grown by several farms */
          farmId: products.farmId,
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
        .where(
          and(
            inArray(variants.id, [...variantIds]),
            farmId === null ? undefined : or(eq(products.farmId, farmId), isNull(products.farmId)),
          ),
        )
        .orderBy(asc(products.farmId), asc(variants.code))

/** What each farm in standing has harvested of alliance products' sizes since a day, sold or not. */
export const findBrought = async (
  db: Db,
  { variantIds, sinceOn, today }: { variantIds: readonly string[]; sinceOn: string; today: string },
) =>
  variantIds.length === 0
    ? []
    : await db
        .select({
          variantId: lots.variantId,
          farmId: lots.farmId,
          units: sql<number>`sum(${lots.available} + ${lots.held} + ${lots.sold})`.mapWith(Number),
        })
        .from(lots)
        .innerJoin(farms, and(eq(farms.id, lots.farmId), inStandingOn(today)))
        .where(and(inArray(lots.variantId, [...variantIds]), eq(lots.forecast, false), gte(lots.harvestedOn, sinceOn)))
        .groupBy(lots.variantId, lots.farmId)
