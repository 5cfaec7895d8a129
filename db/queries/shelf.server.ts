import { and, asc, count, desc, eq, gte, inArray, isNull, lte, max, min, or, type SQL, sum } from 'drizzle-orm'
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
  /** from 1 */
  page: number
  pageSize: number
  today: string
}

/** The products on one page of the shelf, in order. Asks for one more than it shows instead of counting everything. */
export async function findShelfPage(db: Db, question: ShelfQuestion): Promise<{ ids: string[]; hasNext: boolean }> {
  const { page, pageSize } = question
  const rows = await shelfInOrder(db, question)
    .limit(pageSize + 1)
    .offset((page - 1) * pageSize)
  return { ids: rows.slice(0, pageSize).map(({ id }) => id), hasNext: rows.length > pageSize }
}

function shelfInOrder(db: Db, question: ShelfQuestion) {
  const shelf = db.select({ id: products.id }).from(products).$dynamic()
  const { terms, sort, today } = question
  const order: SQL[] = []
  if (sort === 'harvest') {
    const fresh = freshestOf(db, today)
    shelf.leftJoin(fresh, eq(fresh.productId, products.id))
    order.push(desc(sql`coalesce(${fresh.harvestedOn}, '')`))
  }
  if (sort === 'price' || sort === 'unit') {
    const cheap = cheapestOf(db, sort)
    shelf.innerJoin(cheap, eq(cheap.productId, products.id))
    order.push(asc(cheap.lowest))
  }
  if (terms.length > 0) {
    const hits = hitsOf(db, terms)
    shelf.innerJoin(hits, eq(hits.productId, products.id))
    if (sort === 'best') order.push(desc(hits.score))
  }
  return shelf.where(and(...conditionsOf(db, question))).orderBy(...order, desc(products.listedAt), desc(products.id))
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

const freshestOf = (db: Db, today: string) =>
  db
    .select({ productId: variants.productId, harvestedOn: max(lots.harvestedOn).as('harvested_on') })
    .from(lots)
    .innerJoin(variants, and(eq(variants.id, lots.variantId), eq(variants.status, 'listed')))
    .where(sellableOn(today))
    .groupBy(variants.productId)
    .as('fresh')

const cheapestOf = (db: Db, sort: 'price' | 'unit') =>
  db
    .select({
      productId: variants.productId,
      lowest: min(sort === 'price' ? variants.priceFen : sql`${variants.priceFen} * 1000.0 / ${variants.netWeightG}`).as('lowest'),
    })
    .from(variants)
    .where(eq(variants.status, 'listed'))
    .groupBy(variants.productId)
    .as('cheap')

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
