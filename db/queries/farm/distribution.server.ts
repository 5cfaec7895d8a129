import { and, asc, desc, eq, inArray, isNotNull, isNull, lte, min, ne, or, type SQL } from 'drizzle-orm'
import type { Reader, Tx } from '#db/connection.ts'
import { sql } from '#db/dialect/index.ts'
import { commissionTerms, distributions, farms, products, productTerms, variants } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>

export type OfferQuestion = {
  farmId: string
  /** of queryTermsOf; a product must carry all of them */
  terms: readonly string[]
  /** one producer; 'alliance' for the alliance's own; null for all */
  producer: string | null
  chosenOnly: boolean
  /** from 1 */
  page: number
  pageSize: number
}

/** Listed products of others that the farm may offer in its own shop, and whether it does. */
export async function findOffers(db: Db, question: OfferQuestion) {
  const { farmId, terms, producer, chosenOnly, page, pageSize } = question
  const conditions: (SQL | undefined)[] = [
    notOwn(farmId),
    eq(products.status, 'listed'),
    producer === null ? undefined : producer === 'alliance' ? isNull(products.farmId) : eq(products.farmId, producer),
    terms.length === 0 ? undefined : inArray(products.id, carrying(db, terms)),
    chosenOnly ? isNotNull(distributions.productId) : undefined,
  ]
  const rows = await db
    .select({
      id: products.id,
      slug: products.slug,
      nameZh: products.nameZh,
      nameEn: products.nameEn,
      crop: products.crop,
      category: products.category,
      producerZh: farms.nameZh,
      producerEn: farms.nameEn,
      fromFen: min(variants.priceFen),
      chosen: sql<boolean>`${distributions.productId} is not null`.mapWith(Boolean),
    })
    .from(products)
    .innerJoin(variants, and(eq(variants.productId, products.id), eq(variants.status, 'listed')))
    .leftJoin(farms, eq(farms.id, products.farmId))
    .leftJoin(distributions, and(eq(distributions.productId, products.id), eq(distributions.farmId, farmId)))
    .where(and(...conditions))
    .groupBy(products.id, farms.id, distributions.productId)
    .orderBy(asc(sql`coalesce(${farms.position}, -1)`), asc(products.code))
    .limit(pageSize + 1)
    .offset((page - 1) * pageSize)
  return { offers: rows.slice(0, pageSize), hasNext: rows.length > pageSize }
}

const notOwn = (farmId: string) => or(isNull(products.farmId), ne(products.farmId, farmId))

const carrying = (db: Db, terms: readonly string[]) =>
  db
    .select({ id: productTerms.productId })
    .from(productTerms)
    .where(inArray(productTerms.term, [...terms]))
    .groupBy(productTerms.productId)
    .having(sql`count(*) = ${terms.length}`)

export const findPartners = (db: Db, farmId: string) =>
  db
    .select({ id: farms.id, nameZh: farms.nameZh, nameEn: farms.nameEn })
    .from(farms)
    .where(ne(farms.id, farmId))
    .orderBy(asc(farms.position))

export const countDistributed = async (db: Db, farmId: string) =>
  Number((await db.select({ count: sql<number>`count(*)` }).from(distributions).where(eq(distributions.farmId, farmId)))[0]?.count ?? 0)

/** What a home farm earns on its customers' purchases from others under the terms of the day, basis points; 0 before any were agreed. */
export async function findDistributionBp(db: Db, now: Date): Promise<number> {
  const [terms] = await db
    .select({ distributionBp: commissionTerms.distributionBp })
    .from(commissionTerms)
    .where(and(eq(commissionTerms.homeType, 'farm'), lte(commissionTerms.effectiveFrom, now)))
    .orderBy(desc(commissionTerms.effectiveFrom))
    .limit(1)
  return terms?.distributionBp ?? 0
}

/** Of these products, those the farm may distribute: listed, and not its own. */
export const findDistributable = async (db: Db, { farmId, productIds }: { farmId: string; productIds: readonly string[] }) =>
  (
    await db
      .select({ id: products.id })
      .from(products)
      .where(and(notOwn(farmId), eq(products.status, 'listed'), inArray(products.id, productIds.length === 0 ? ['—'] : [...productIds])))
  ).map(({ id }) => id)

/** @returns those that were not chosen before */
export const insertDistributions = (tx: Tx, { farmId, productIds }: { farmId: string; productIds: readonly string[] }) =>
  tx
    .insert(distributions)
    .values(productIds.map((productId) => ({ farmId, productId })))
    .onConflictDoNothing()
    .returning({ productId: distributions.productId })

/** @returns those that were chosen before */
export const deleteDistributions = (tx: Tx, { farmId, productIds }: { farmId: string; productIds: readonly string[] }) =>
  tx
    .delete(distributions)
    .where(and(eq(distributions.farmId, farmId), inArray(distributions.productId, [...productIds])))
    .returning({ productId: distributions.productId })
