import { and, asc, desc, eq, exists, gt, gte, inArray, lte, sql } from 'drizzle-orm'
import { addDays } from '#app/domain/business-day.ts'
import type { Reader, Tx } from '#db/connection.ts'
import { bundleParts, lots, presales, products, variants, waves } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>
export type PresaleRow = typeof presales.$inferSelect

const ofFarm = {
  variantId: presales.variantId,
  lotId: presales.lotId,
  harvestFromOn: presales.harvestFromOn,
  harvestToOn: presales.harvestToOn,
  forecast: presales.forecast,
  promised: presales.promised,
  noteZh: presales.noteZh,
  noteEn: presales.noteEn,
  status: presales.status,
  productId: products.id,
  slug: products.slug,
  productZh: products.nameZh,
  productEn: products.nameEn,
  sizeZh: variants.nameZh,
  sizeEn: variants.nameEn,
  bestBeforeOn: lots.bestBeforeOn,
  available: lots.available,
  held: lots.held,
  sold: lots.sold,
}

/** A farm's pre-sales with how they sell, those still running first. Of who bought it reads nothing. */
export const findFarmPresales = (db: Db, { farmId }: { farmId: string }) =>
  db
    .select(ofFarm)
    .from(presales)
    .innerJoin(lots, eq(lots.id, presales.lotId))
    .innerJoin(variants, eq(variants.id, presales.variantId))
    .innerJoin(products, eq(products.id, variants.productId))
    .where(eq(lots.farmId, farmId))
    .orderBy(desc(sql`case when ${presales.status} in ('open', 'closed') then 1 else 0 end`), asc(presales.harvestFromOn))

/** The pre-sales of a product that are open, with how much of each can still be ordered. */
export const findOpenPresales = (db: Db, productId: string) =>
  db
    .select({
      variantId: presales.variantId,
      sizeZh: variants.nameZh,
      sizeEn: variants.nameEn,
      noteZh: presales.noteZh,
      noteEn: presales.noteEn,
      harvestFromOn: presales.harvestFromOn,
      harvestToOn: presales.harvestToOn,
      forecast: presales.forecast,
      promised: presales.promised,
      left: lots.available,
    })
    .from(presales)
    .innerJoin(lots, eq(lots.id, presales.lotId))
    .innerJoin(variants, and(eq(variants.id, presales.variantId), eq(variants.productId, productId)))
    .where(eq(presales.status, 'open'))
    .orderBy(asc(variants.position))

/** A farm's own sizes that lie in lots, with what of each is harvested and can be sold today: what a pre-sale may be opened for. */
export const findSizesToPresell = (db: Db, { farmId, today }: { farmId: string; today: string }) =>
  db
    .select({
      variantId: variants.id,
      code: variants.code,
      productId: products.id,
      productZh: products.nameZh,
      productEn: products.nameEn,
      sizeZh: variants.nameZh,
      sizeEn: variants.nameEn,
      onHand: sql<number>`coalesce(sum(${lots.available}), 0)`.mapWith(Number),
    })
    .from(variants)
    .innerJoin(products, and(eq(products.id, variants.productId), eq(products.farmId, farmId), eq(products.kind, 'single')))
    .leftJoin(lots, and(eq(lots.variantId, variants.id), eq(lots.forecast, false), gt(lots.available, 0), gte(lots.bestBeforeOn, today)))
    .where(and(eq(products.status, 'listed'), eq(variants.status, 'listed')))
    .groupBy(variants.id, products.id)
    .orderBy(asc(products.code), asc(variants.position))

export const findPresale = async (db: Db, variantId: string): Promise<PresaleRow | null> =>
  (await db.select().from(presales).where(eq(presales.variantId, variantId)))[0] ?? null

/** What is promised of a farm's sizes and not harvested yet, the earliest harvest first. */
export const findForecasts = async (db: Db, { farmId, variantIds }: { farmId: string; variantIds: readonly string[] }) =>
  await db
    .select({
      variantId: lots.variantId,
      lotId: lots.id,
      harvestedOn: lots.harvestedOn,
      bestBeforeOn: lots.bestBeforeOn,
      available: lots.available,
      held: lots.held,
      sold: lots.sold,
      isPresold: sql<number>`case when ${presales.lotId} is null then 0 else 1 end`.mapWith(Boolean),
    })
    .from(lots)
    .leftJoin(presales, and(eq(presales.lotId, lots.id), inArray(presales.status, ['open', 'closed'])))
    .where(
      and(eq(lots.farmId, farmId), eq(lots.forecast, true), inArray(lots.variantId, variantIds.length === 0 ? ['—'] : [...variantIds])),
    )
    .orderBy(asc(lots.harvestedOn), asc(lots.id))

/** Locks a size until the transaction ends, so that it is not sold ahead while a harvest of it comes in. */
export const lockSize = (tx: Tx, variantId: string) =>
  tx
    .update(variants)
    .set({ position: sql`${variants.position}` })
    .where(eq(variants.id, variantId))

/** Opens a size's pre-sale; one that is over makes way for the next season's. */
export const openPresaleRow = (tx: Tx, { variantId, ...row }: typeof presales.$inferInsert) =>
  tx
    .insert(presales)
    .values({ variantId, ...row, settledAt: null })
    .onConflictDoUpdate({ target: presales.variantId, set: { ...row, settledAt: null } })

const ownLot = (tx: Tx, farmId: string) =>
  exists(
    tx
      .select({ id: lots.id })
      .from(lots)
      .where(and(eq(lots.id, presales.lotId), eq(lots.farmId, farmId))),
  )

type Settle = { lotId: string; farmId: string; to: 'closed' | 'harvested' | 'called_off'; at: Date }

/** Ends the pre-sale of a farm's forecast. @returns false when it was over before, or there is none */
export async function settlePresale(tx: Tx, { lotId, farmId, to, at }: Settle): Promise<boolean> {
  const from = to === 'closed' ? (['open'] as const) : (['open', 'closed'] as const)
  const settled = await tx
    .update(presales)
    .set({ status: to, settledAt: to === 'closed' ? null : at })
    .where(and(eq(presales.lotId, lotId), inArray(presales.status, [...from]), ownLot(tx, farmId)))
    .returning({ variantId: presales.variantId })
  return settled.length === 1
}

/** A running pre-sale's harvest begins on another day, and ends as many days later. */
export async function movePresale(
  tx: Tx,
  { lotId, harvestFromOn, laterDays }: { lotId: string; harvestFromOn: string; laterDays: number },
) {
  const isRunning = and(eq(presales.lotId, lotId), inArray(presales.status, ['open', 'closed']))
  const [known] = await tx.select({ harvestToOn: presales.harvestToOn }).from(presales).where(isRunning)
  if (!known) return
  const harvestToOn = addDays(known.harvestToOn, laterDays)
  await tx.update(presales).set({ harvestFromOn, harvestToOn }).where(isRunning)
}

/** The days from which something promised ahead is to be delivered: after the harvests of open pre-sales, and the dates of adoptions on the shelf. */
export async function findDaysAhead(db: Db, { afterOn, untilOn }: { afterOn: string; untilOn: string }) {
  const presold = db
    .select({ on: presales.harvestFromOn })
    .from(presales)
    .where(and(inArray(presales.status, ['open', 'closed']), lte(presales.harvestFromOn, untilOn)))
  const adopted = db
    .select({ on: bundleParts.notBeforeOn })
    .from(bundleParts)
    .innerJoin(variants, and(eq(variants.id, bundleParts.variantId), eq(variants.status, 'listed')))
    .innerJoin(products, and(eq(products.id, variants.productId), eq(products.status, 'listed')))
    .where(and(gt(bundleParts.notBeforeOn, afterOn), lte(bundleParts.notBeforeOn, untilOn)))
  const [harvests, dates] = [await presold, await adopted]
  return { harvestsOn: harvests.map(({ on }) => on), deliveriesFromOn: dates.flatMap(({ on }) => on ?? []) }
}

/** Whether some zone is delivered to on one of these days. */
export const isDeliveredBetween = async (db: Db, { fromOn, untilOn }: { fromOn: string; untilOn: string }) =>
  (
    await db
      .select({ id: waves.id })
      .from(waves)
      .where(and(eq(waves.status, 'open'), gte(waves.deliversOn, fromOn), lte(waves.deliversOn, untilOn)))
      .limit(1)
  ).length > 0
