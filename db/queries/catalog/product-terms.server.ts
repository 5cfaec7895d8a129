import { asc, eq, gt, inArray } from 'drizzle-orm'
import { chunksOf } from '#db/chunks-of.ts'
import type { Reader, Tx } from '#db/connection.ts'
import { insertRows } from '#db/prepared.ts'
import { farms, products, productTerms } from '#db/schema/index.ts'

/** Three parameters a row, far below every dialect's limit. */
const termsAtOnce = 250

export type ProductTerm = { productId: string; term: string; weight: number }

/** What the search index is made from. */
export const findIndexedTexts = (db: Pick<Reader, 'select'>, productIds: readonly string[]) =>
  db
    .select({
      id: products.id,
      nameZh: products.nameZh,
      nameEn: products.nameEn,
      originZh: products.originZh,
      category: products.category,
      crop: products.crop,
      farmZh: farms.nameZh,
      farmEn: farms.nameEn,
    })
    .from(products)
    .leftJoin(farms, eq(farms.id, products.farmId))
    .where(inArray(products.id, [...productIds]))

/** All products by their ids, a piece at a time. */
export const findProductIdsAfter = async (db: Pick<Reader, 'select'>, { after, limit }: { after: string; limit: number }) =>
  (await db.select({ id: products.id }).from(products).where(gt(products.id, after)).orderBy(asc(products.id)).limit(limit)).map(
    ({ id }) => id,
  )

/** What reads changes sees these; whoever else would index them waits until this transaction is over. */
export const touchProducts = (tx: Tx, productIds: readonly string[], changedAt: Date) =>
  tx
    .update(products)
    .set({ changedAt })
    .where(inArray(products.id, [...productIds]))

/** Puts these terms in the place of everything the index had of these products. */
export async function replaceTerms(tx: Tx, productIds: readonly string[], terms: readonly ProductTerm[]): Promise<void> {
  await tx.delete(productTerms).where(inArray(productTerms.productId, [...productIds]))
  for (const part of chunksOf(terms, termsAtOnce)) await insertRows(tx, productTerms, part)
}
