import { and, asc, desc, eq, gt, isNull, ne, or, sql } from 'drizzle-orm'
import type { TermsScope } from '#app/domain/commission/choose-terms.ts'
import type { Reader, Tx } from '#db/connection.ts'
import { commissionTerms, farms, products, users, variants } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>

export const findTermsById = async (db: Db, termsId: string) =>
  (await db.select().from(commissionTerms).where(eq(commissionTerms.id, termsId)))[0]

/** What is agreed on and not over at an instant, of every home and scope. */
export const findAgreedTerms = (db: Db, at: Date) =>
  db
    .select()
    .from(commissionTerms)
    .where(and(eq(commissionTerms.status, 'agreed'), or(isNull(commissionTerms.effectiveUntil), gt(commissionTerms.effectiveUntil, at))))

const proposer = sql<string | null>`(select ${users.name} from ${users} where ${users.id} = ${commissionTerms.proposedBy})`
const agreer = sql<string | null>`(select ${users.name} from ${users} where ${users.id} = ${commissionTerms.agreedBy})`

const listed = (db: Db) =>
  db
    .select({
      terms: commissionTerms,
      producerZh: farms.nameZh,
      producerEn: farms.nameEn,
      productZh: products.nameZh,
      productEn: products.nameEn,
      proposer,
      agreer,
    })
    .from(commissionTerms)
    .leftJoin(farms, eq(farms.id, commissionTerms.producerId))
    .leftJoin(products, eq(products.id, commissionTerms.productId))

/** Every agreement there is or was, proposals first, then the newest. */
export const findAllTerms = (db: Db) =>
  listed(db).orderBy(
    asc(sql`case ${commissionTerms.status} when 'proposed' then 0 when 'agreed' then 1 else 2 end`),
    desc(commissionTerms.effectiveFrom),
    asc(commissionTerms.id),
  )

/** What concerns a farm's own sales: what is proposed to it, and what holds or will hold for all, for it or for its products. */
export const findTermsOfFarm = (db: Db, { farmId, now }: { farmId: string; now: Date }) =>
  listed(db)
    .where(
      and(
        or(eq(commissionTerms.producerId, farmId), eq(commissionTerms.producerId, '')),
        or(eq(commissionTerms.productId, ''), eq(products.farmId, farmId), isNull(products.farmId)),
        ne(commissionTerms.status, 'withdrawn'),
        or(isNull(commissionTerms.effectiveUntil), gt(commissionTerms.effectiveUntil, now)),
      ),
    )
    .orderBy(
      asc(sql`case ${commissionTerms.status} when 'proposed' then 0 else 1 end`),
      desc(commissionTerms.effectiveFrom),
      asc(commissionTerms.id),
    )

/** Whether one of this very scope and beginning is proposed or agreed on. */
export const hasSameStart = async (db: Db, scope: TermsScope & { effectiveFrom: Date }) =>
  (
    await db
      .select({ id: commissionTerms.id })
      .from(commissionTerms)
      .where(
        and(
          eq(commissionTerms.homeType, scope.homeType),
          eq(commissionTerms.producerId, scope.producerId),
          eq(commissionTerms.category, scope.category),
          eq(commissionTerms.productId, scope.productId),
          eq(commissionTerms.effectiveFrom, scope.effectiveFrom),
          ne(commissionTerms.status, 'withdrawn'),
        ),
      )
  ).length > 0

export const insertTerms = (tx: Tx, row: typeof commissionTerms.$inferInsert) => tx.insert(commissionTerms).values(row)

/** @returns false when it is not proposed any more */
export async function agreeIfProposed(tx: Tx, { termsId, by, at }: { termsId: string; by: string; at: Date }): Promise<boolean> {
  const agreed = await tx
    .update(commissionTerms)
    .set({ status: 'agreed', agreedBy: by, agreedAt: at })
    .where(and(eq(commissionTerms.id, termsId), eq(commissionTerms.status, 'proposed')))
    .returning({ id: commissionTerms.id })
  return agreed.length === 1
}

/** @returns false when it is not proposed any more */
export async function withdrawIfProposed(tx: Tx, termsId: string): Promise<boolean> {
  const withdrawn = await tx
    .update(commissionTerms)
    .set({ status: 'withdrawn' })
    .where(and(eq(commissionTerms.id, termsId), eq(commissionTerms.status, 'proposed')))
    .returning({ id: commissionTerms.id })
  return withdrawn.length === 1
}

export const findProducer = async (db: Db, farmId: string) =>
  (await db.select({ id: farms.id, greenYears: farms.greenYears }).from(farms).where(eq(farms.id, farmId)))[0]

const productColumns = {
  id: products.id,
  code: products.code,
  farmId: products.farmId,
  category: products.category,
  floorFenPerKg: products.floorFenPerKg,
  premiumShareBp: products.premiumShareBp,
}
export const findTermsProduct = async (db: Db, productId: string) =>
  (await db.select(productColumns).from(products).where(eq(products.id, productId)))[0]
export const findTermsProductByCode = async (db: Db, code: string) =>
  (await db.select(productColumns).from(products).where(eq(products.code, code)))[0]

/** A product's first size: what of it sells for ¥100 weighs accordingly. */
export const findFirstSize = async (db: Db, productId: string) =>
  (
    await db
      .select({ priceFen: variants.priceFen, netWeightG: variants.netWeightG })
      .from(variants)
      .where(eq(variants.productId, productId))
      .orderBy(asc(variants.position))
      .limit(1)
  )[0]

/** What an agreement may be made for: producers and products by name. */
export async function findScopeChoices(db: Db) {
  const [producers, listedProducts] = await Promise.all([
    db.select({ id: farms.id, nameZh: farms.nameZh, nameEn: farms.nameEn }).from(farms).orderBy(asc(farms.position)),
    db
      .select({ code: products.code, nameZh: products.nameZh, nameEn: products.nameEn })
      .from(products)
      .where(eq(products.status, 'listed'))
      .orderBy(asc(products.code)),
  ])
  return { producers, products: listedProducts }
}
