import { and, asc, count, desc, eq, isNull, sql } from 'drizzle-orm'
import type { Reader } from '#db/connection.ts'
import { distributions, farms, products, reviews } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>

/** What buyers said of a farm's products, the newest first, without who said it. */
export const findWordOfFarm = (db: Db, { farmId, limit }: { farmId: string; limit: number }) =>
  db
    .select({
      id: reviews.id,
      stars: reviews.stars,
      text: reviews.text,
      writtenAt: reviews.writtenAt,
      answer: reviews.answer,
      slug: products.slug,
      productZh: products.nameZh,
      productEn: products.nameEn,
    })
    .from(reviews)
    .innerJoin(products, eq(products.id, reviews.productId))
    .where(and(eq(reviews.farmId, farmId), isNull(reviews.hiddenAt)))
    .orderBy(desc(reviews.writtenAt), desc(reviews.id))
    .limit(limit)

/** How many reviews a farm's own products have, and their stars together. */
export async function findStanding(db: Db, farmId: string): Promise<{ ratings: number; stars: number }> {
  const sum = (column: typeof products.ratings) => sql<number>`coalesce(sum(${column}), 0)`.mapWith(Number)
  const [row] = await db
    .select({ ratings: sum(products.ratings), stars: sum(products.stars) })
    .from(products)
    .where(eq(products.farmId, farmId))
  return row ?? { ratings: 0, stars: 0 }
}

/** The farms whose products a farm offers in its own shop, and how many of each. */
export const findPartners = (db: Db, farmId: string) =>
  db
    .select({ slug: farms.slug, code: farms.code, nameZh: farms.nameZh, nameEn: farms.nameEn, products: count(products.id) })
    .from(distributions)
    .innerJoin(products, and(eq(products.id, distributions.productId), eq(products.status, 'listed')))
    .innerJoin(farms, eq(farms.id, products.farmId))
    .where(eq(distributions.farmId, farmId))
    .groupBy(farms.id)
    .orderBy(asc(farms.position))
