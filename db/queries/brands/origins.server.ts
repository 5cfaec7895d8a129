import { and, asc, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import type { Reader, Tx } from '#db/connection.ts'
import { auditEntries, districts, farms, geographicalIndications, indicationRegistrations, products } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>

/** What a product says of itself, and under which registrations it could lie: to be weighed. */
export const findOwnWords = (db: Db, productIds: readonly string[]) =>
  db
    .select({
      id: products.id,
      farmId: products.farmId,
      crop: products.crop,
      nameZh: products.nameZh,
      nameEn: products.nameEn,
      textZh: products.textZh,
      textEn: products.textEn,
      originZh: products.originZh,
      originDoubt: products.originDoubt,
    })
    .from(products)
    .where(inArray(products.id, [...productIds]))
export type OwnWords = Awaited<ReturnType<typeof findOwnWords>>[number]

/** Every registration of these farms, whenever it runs. */
export const findRegistrationsOf = async (db: Db, farmIds: readonly string[]) =>
  farmIds.length === 0
    ? []
    : await db
        .select()
        .from(indicationRegistrations)
        .where(inArray(indicationRegistrations.farmId, [...farmIds]))

/** The names that may be borrowed: districts the network delivers to or knows of, and the indications on record. */
export async function findBorrowableNames(db: Db) {
  const [places, indications] = await Promise.all([
    db.select({ zh: districts.nameZh, en: districts.nameEn }).from(districts),
    db
      .select({ code: geographicalIndications.code, zh: geographicalIndications.nameZh, en: geographicalIndications.nameEn })
      .from(geographicalIndications),
  ])
  return { places, indications }
}

/** The words the office has looked at and let stand, for one product. */
export const findClearedWords = async (db: Db, productId: string): Promise<string[]> =>
  (
    await db
      .select({ detail: auditEntries.detail })
      .from(auditEntries)
      .where(
        and(eq(auditEntries.actsFor, 'alliance'), eq(auditEntries.subject, productId), eq(auditEntries.action, 'origin_doubt_cleared')),
      )
  ).map(({ detail }) => String(detail.word))

export const setOriginDoubt = (tx: Tx, { productId, word }: { productId: string; word: string | null }) =>
  tx.update(products).set({ originDoubt: word }).where(eq(products.id, productId))

/** Takes a doubted product off the shelf. @returns false when it is not doubted by that word, or off already */
export async function takeDoubtedOff(tx: Tx, { productId, word, now }: { productId: string; word: string; now: Date }): Promise<boolean> {
  const off = await tx
    .update(products)
    .set({ status: 'off', changedAt: now })
    .where(and(eq(products.id, productId), eq(products.originDoubt, word), eq(products.status, 'listed')))
    .returning({ id: products.id })
  return off.length === 1
}

/** Products whose own words name another origin, those on the shelf first. */
export const findDoubted = (db: Db) =>
  db
    .select({
      id: products.id,
      code: products.code,
      slug: products.slug,
      status: products.status,
      nameZh: products.nameZh,
      nameEn: products.nameEn,
      textZh: products.textZh,
      textEn: products.textEn,
      originZh: products.originZh,
      originEn: products.originEn,
      word: sql<string>`${products.originDoubt}`,
      farmZh: farms.nameZh,
      farmEn: farms.nameEn,
    })
    .from(products)
    .leftJoin(farms, eq(farms.id, products.farmId))
    .where(isNotNull(products.originDoubt))
    .orderBy(asc(products.status), desc(products.changedAt), asc(products.id))
    .limit(200)

/** What is doubted of one product now. */
export const findDoubt = async (db: Db, productId: string): Promise<string | null> =>
  (await db.select({ word: products.originDoubt }).from(products).where(eq(products.id, productId)))[0]?.word ?? null
