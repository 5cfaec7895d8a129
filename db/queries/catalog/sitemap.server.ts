import { asc, count, eq } from 'drizzle-orm'
import type { Reader } from '#db/connection.ts'
import { products } from '#db/schema/index.ts'

/** How many products stand in one sitemap. */
export const productsInPart = 5000

export async function countMappedProducts(db: Pick<Reader, 'select'>): Promise<number> {
  const [row] = await db.select({ listed: count() }).from(products).where(eq(products.status, 'listed'))
  return row?.listed ?? 0
}

/** The `part`-th thousands of listed products, counted from 1, oldest first so that parts keep their products. */
export const findMappedProducts = (db: Pick<Reader, 'select'>, part: number) =>
  db
    .select({ slug: products.slug, changedAt: products.changedAt })
    .from(products)
    .where(eq(products.status, 'listed'))
    .orderBy(asc(products.listedAt), asc(products.id))
    .limit(productsInPart)
    .offset((part - 1) * productsInPart)
