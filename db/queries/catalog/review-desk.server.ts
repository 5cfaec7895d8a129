import { and, asc, desc, eq, isNull, lt } from 'drizzle-orm'
import type { Reader, Tx } from '#db/connection.ts'
import { farms, products, reviews } from '#db/schema/index.ts'

/** Every review for the alliance's desk, the newest first, or those with the fewest stars. */
export const findReviewsForDesk = (
  db: Pick<Reader, 'select'>,
  { before, lowFirst, limit }: { before: Date | null; lowFirst: boolean; limit: number },
) =>
  db
    .select({
      id: reviews.id,
      productZh: products.nameZh,
      productEn: products.nameEn,
      productSlug: products.slug,
      farmZh: farms.nameZh,
      farmEn: farms.nameEn,
      stars: reviews.stars,
      text: reviews.text,
      pictures: reviews.pictures,
      writtenAt: reviews.writtenAt,
      answer: reviews.answer,
      hiddenReason: reviews.hiddenReason,
    })
    .from(reviews)
    .innerJoin(products, eq(products.id, reviews.productId))
    .innerJoin(farms, eq(farms.id, reviews.farmId))
    .where(before === null ? undefined : lt(reviews.writtenAt, before))
    .orderBy(...(lowFirst ? [asc(reviews.stars)] : []), desc(reviews.writtenAt), desc(reviews.id))
    .limit(limit)

type Hide = { reviewId: string; hiddenReason: string; hiddenBy: string; hiddenAt: Date }

/** @returns the product it was of; null when there is no such review or it is hidden already */
export async function hideReviewRow(tx: Tx, { reviewId, ...hidden }: Hide): Promise<string | null> {
  const [row] = await tx
    .update(reviews)
    .set(hidden)
    .where(and(eq(reviews.id, reviewId), isNull(reviews.hiddenAt)))
    .returning({ productId: reviews.productId })
  return row?.productId ?? null
}

/** @returns the product it was of; null when there is no such review or it is shown already */
export async function showReviewRow(tx: Tx, reviewId: string): Promise<string | null> {
  const [row] = await tx
    .update(reviews)
    .set({ hiddenReason: null, hiddenBy: null, hiddenAt: null })
    .where(eq(reviews.id, reviewId))
    .returning({ productId: reviews.productId })
  return row?.productId ?? null
}
