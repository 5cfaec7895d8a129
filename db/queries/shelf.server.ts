import { and, asc, count, desc, eq, gte, inArray, isNull, lte, or, type SQL, sum } from 'drizzle-orm'
import type { Category } from '#app/domain/catalog/product-sheet-words.ts'
import type { ShelfSort } from '#app/domain/catalog/shelf-sorts.ts'
import type { Reader } from '#db/connection.ts'
import { sql } from '#db/dialect/index.ts'
import { distributions, lots, products, productTerms, variants } from '#db/schema/index.ts'
import { sellableOn } from './stock.server.ts'

type Db = Pick<Reader, 'select'>

export type ShelfQuestion = {
  /** of queryTermsOf; a product must carry all of them */
  terms: readonly string[]
  category: Category | null
  /** the producer */
  farmId: string | null
  /** the shop: its own products and those it distributes; null is the alliance's, which has all */
  shopId: string | null
  /** 1–12: only what is in season then; null for everything */
  month: number | null
  sort: ShelfSort
  today: string
}

/** Products as the shelf stands, `limit` of them from the `offset`-th on, as ids for cards. */
export async function findShelfIds(
  db: Db,
  question: ShelfQuestion,
  { offset, limit }: { offset: number; limit: number },
): Promise<string[]> {
  const shelf = db.select({ id: products.id }).from(products).$dynamic()
  const order = sortOf(question)
  if (question.terms.length > 0) {
    const hits = hitsOf(db, question.terms)
    shelf.innerJoin(hits, eq(hits.productId, products.id))
    if (question.sort === 'best') order.push(desc(hits.score))
  }
  const rows = await shelf
    .where(and(...conditionsOf(db, question)))
    .orderBy(...order, desc(products.listedAt), desc(products.id))
    .limit(limit)
    .offset(offset)
  return rows.map(({ id }) => id)
}

/** What comes before "newest on the shelf". A product with nothing to sell has no harvest and comes last. */
function sortOf({ sort, today }: ShelfQuestion): SQL[] {
  const ofProduct = sql`${variants.productId} = ${products.id} and ${variants.status} = 'listed'`
  const lowest = (of: SQL) => sql`(select min(${of}) from ${variants} where ${ofProduct})`
  if (sort === 'price') return [asc(lowest(sql`${variants.priceFen}`))]
  if (sort === 'unit') return [asc(lowest(sql`${variants.priceFen} * 1000.0 / ${variants.netWeightG}`))]
  if (sort === 'best') return []
  const isOfSize = sql`${lots.variantId} = ${variants.id} and ${sellableOn(today)}`
  return [desc(sql`coalesce((select max(${lots.harvestedOn}) from ${variants} join ${lots} on ${isOfSize} where ${ofProduct}), '')`)]
}

function conditionsOf(db: Db, { category, farmId, shopId, month }: ShelfQuestion): (SQL | undefined)[] {
  return [
    eq(products.status, 'listed'),
    category === null ? undefined : eq(products.category, category),
    farmId === null ? undefined : eq(products.farmId, farmId),
    shopId === null ? undefined : or(eq(products.farmId, shopId), inArray(products.id, distributedBy(db, shopId))),
    month === null ? undefined : inSeason(month),
  ]
}

const distributedBy = (db: Db, shopId: string) =>
  db.select({ productId: distributions.productId }).from(distributions).where(eq(distributions.farmId, shopId))

/** A season may run over the new year (11–2); a product without one is always in season. */
const inSeason = (month: number) =>
  or(
    isNull(products.seasonFrom),
    and(lte(products.seasonFrom, products.seasonTo), lte(products.seasonFrom, month), gte(products.seasonTo, month)),
    and(sql`${products.seasonFrom} > ${products.seasonTo}`, or(lte(products.seasonFrom, month), gte(products.seasonTo, month))),
  )

const hitsOf = (db: Db, terms: readonly string[]) =>
  db
    .select({ productId: productTerms.productId, score: sum(productTerms.weight).as('score') })
    .from(productTerms)
    .where(inArray(productTerms.term, [...terms]))
    .groupBy(productTerms.productId)
    .having(sql`count(*) = ${terms.length}`)
    .as('hits')

/** Of these terms, those some listed product carries, the most frequent first: what to suggest when all together found nothing. */
export const findKnownTerms = async (db: Db, terms: readonly string[]) =>
  terms.length === 0
    ? []
    : (
        await db
          .select({ term: productTerms.term })
          .from(productTerms)
          .innerJoin(products, and(eq(products.id, productTerms.productId), eq(products.status, 'listed')))
          .where(inArray(productTerms.term, [...terms]))
          .groupBy(productTerms.term)
          .orderBy(desc(count()), asc(productTerms.term))
          .limit(4)
      ).map(({ term }) => term)
