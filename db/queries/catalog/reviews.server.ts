import { and, desc, eq, inArray, isNull, lt } from 'drizzle-orm'
import type { Reader, Tx } from '#db/connection.ts'
import { sql } from '#db/dialect/index.ts'
import { farms, lineLots, lots, orderLines, products, reviews } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>

/** What everybody reads of a product: the newest first, without who wrote it. */
export const findReviewsOfProduct = (db: Db, { productId, before, limit }: { productId: string; before: Date | null; limit: number }) =>
  db
    .select({
      id: reviews.id,
      stars: reviews.stars,
      text: reviews.text,
      pictures: reviews.pictures,
      writtenAt: reviews.writtenAt,
      harvestedOn: lots.harvestedOn,
      farmZh: farms.nameZh,
      farmEn: farms.nameEn,
      answer: reviews.answer,
    })
    .from(reviews)
    .innerJoin(farms, eq(farms.id, reviews.farmId))
    .leftJoin(lots, eq(lots.id, reviews.lotId))
    .where(and(eq(reviews.productId, productId), isNull(reviews.hiddenAt), before === null ? undefined : lt(reviews.writtenAt, before)))
    .orderBy(desc(reviews.writtenAt), desc(reviews.id))
    .limit(limit)

/** What has been said of an order's lines, hidden or not: its customer reads their own. */
export const findReviewsOfLines = async (db: Db, lineIds: readonly string[]) =>
  lineIds.length === 0
    ? []
    : await db
        .select({
          lineId: reviews.lineId,
          stars: reviews.stars,
          text: reviews.text,
          pictures: reviews.pictures,
          writtenAt: reviews.writtenAt,
          answer: reviews.answer,
          hiddenReason: reviews.hiddenReason,
        })
        .from(reviews)
        .where(inArray(reviews.lineId, [...lineIds]))

/** A line as far as its review hangs on it; only of this order. */
export const findLineToReview = async (db: Db, { orderId, lineId }: { orderId: string; lineId: string }) =>
  (
    await db
      .select({
        status: orderLines.status,
        productId: orderLines.productId,
        farmId: orderLines.farmId,
        lotId: lineLots.lotId,
      })
      .from(orderLines)
      .leftJoin(lineLots, eq(lineLots.lineId, orderLines.id))
      .where(and(eq(orderLines.id, lineId), eq(orderLines.orderId, orderId)))
      .orderBy(lineLots.lotId)
      .limit(1)
  )[0]

/** @returns false when the line has its review already */
export async function insertReview(tx: Tx, row: typeof reviews.$inferInsert): Promise<boolean> {
  return (await tx.insert(reviews).values(row).onConflictDoNothing().returning({ id: reviews.id })).length === 1
}

/** Counts a product's shown reviews again, so that a card needs no look at them. */
export async function tallyReviews(tx: Tx, { productId, at }: { productId: string; at: Date }) {
  const shown = sql`from ${reviews} where ${reviews.productId} = ${productId} and ${reviews.hiddenAt} is null`
  await tx
    .update(products)
    .set({ ratings: sql`(select count(*) ${shown})`, stars: sql`(select coalesce(sum(${reviews.stars}), 0) ${shown})`, changedAt: at })
    .where(eq(products.id, productId))
}
