import { and, desc, eq, inArray, sum } from 'drizzle-orm'
import { queryTermsOf } from '#app/domain/catalog/search-terms.ts'
import type { Reader } from '#db/connection.ts'
import { sql } from '#db/dialect/index.ts'
import { products, productTerms } from '#db/schema/index.ts'

/** The search as one statement: products that carry every term, the best first. Nothing is counted and nothing corrected. */
export async function searchBySql(db: Pick<Reader, 'select'>, query: string, limit: number): Promise<string[]> {
  const terms = queryTermsOf(query)
  const hits = db
    .select({ productId: productTerms.productId, score: sum(productTerms.weight).as('score') })
    .from(productTerms)
    .where(inArray(productTerms.term, terms))
    .groupBy(productTerms.productId)
    .having(sql`count(*) = ${terms.length}`)
    .as('hits')
  const shelf = db.select({ id: products.id }).from(products).$dynamic()
  if (terms.length > 0) shelf.innerJoin(hits, eq(hits.productId, products.id))
  const order = [...(terms.length > 0 ? [desc(hits.score)] : []), desc(products.listedAt), desc(products.id)]
  const rows = await shelf
    .where(and(eq(products.status, 'listed')))
    .orderBy(...order)
    .limit(limit)
  return rows.map(({ id }) => id)
}
