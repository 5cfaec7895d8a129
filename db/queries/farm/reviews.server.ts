import { and, desc, eq, isNull, lt } from 'drizzle-orm'
import type { Reader, Tx } from '#db/connection.ts'
import { lots, products, reviews } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>

/** What was said of a farm's goods, the newest first: of which product and lot, never by whom. */
export const findReviewsOfFarm = (db: Db, { farmId, before, limit }: { farmId: string; before: Date | null; limit: number }) =>
  db
    .select({
      id: reviews.id,
      productZh: products.nameZh,
      productEn: products.nameEn,
      harvestedOn: lots.harvestedOn,
      stars: reviews.stars,
      text: reviews.text,
      pictures: reviews.pictures,
      writtenAt: reviews.writtenAt,
      answer: reviews.answer,
      hiddenReason: reviews.hiddenReason,
    })
    .from(reviews)
    .innerJoin(products, eq(products.id, reviews.productId))
    .leftJoin(lots, eq(lots.id, reviews.lotId))
    .where(and(eq(reviews.farmId, farmId), before === null ? undefined : lt(reviews.writtenAt, before)))
    .orderBy(desc(reviews.writtenAt), desc(reviews.id))
    .limit(limit)

/** @returns false when it is not this farm's, or it has been answered before */
export async function answerReviewOf(
  tx: Tx,
  { reviewId, farmId, ...answer }: { reviewId: string; farmId: string; answer: string; answeredBy: string; answeredAt: Date },
): Promise<boolean> {
  const answered = await tx
    .update(reviews)
    .set(answer)
    .where(and(eq(reviews.id, reviewId), eq(reviews.farmId, farmId), isNull(reviews.answer)))
    .returning({ id: reviews.id })
  return answered.length === 1
}
