import { and, asc, desc, eq, isNotNull, ne } from 'drizzle-orm'
import type { Reader, Tx } from '#db/connection.ts'
import { farms, farmTests, products } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>

/** One farm's licence and address, for the office. */
export const findMembership = async (db: Db, farmId: string) =>
  (
    await db
      .select({
        id: farms.id,
        slug: farms.slug,
        nameZh: farms.nameZh,
        nameEn: farms.nameEn,
        licensed: farms.licensed,
        licensedUntilOn: farms.licensedUntilOn,
        hostName: farms.hostName,
      })
      .from(farms)
      .where(eq(farms.id, farmId))
  )[0] ?? null

/** Who holds the public mark, in the alliance's order; whether it holds today is for the reader to say. */
export const findHolders = (db: Db) =>
  db
    .select({
      slug: farms.slug,
      code: farms.code,
      nameZh: farms.nameZh,
      nameEn: farms.nameEn,
      countyZh: farms.countyZh,
      countyEn: farms.countyEn,
      licensed: farms.licensed,
      licensedUntilOn: farms.licensedUntilOn,
    })
    .from(farms)
    .where(eq(farms.licensed, true))
    .orderBy(asc(farms.position), asc(farms.id))

/** The farms with a host name of their own. */
export const findHosts = (db: Db) =>
  db.select({ id: farms.id, slug: farms.slug, hostName: farms.hostName }).from(farms).where(isNotNull(farms.hostName))

/** @returns false when another farm has that host name */
export async function setHostName(tx: Tx, { farmId, hostName }: { farmId: string; hostName: string | null }): Promise<boolean> {
  if (hostName !== null) {
    const [other] = await tx
      .select({ id: farms.id })
      .from(farms)
      .where(and(eq(farms.hostName, hostName), ne(farms.id, farmId)))
    if (other) return false
  }
  await tx.update(farms).set({ hostName }).where(eq(farms.id, farmId))
  return true
}

export type NewTest = typeof farmTests.$inferInsert

export const insertTest = (tx: Tx, row: NewTest) => tx.insert(farmTests).values(row)

/** A farm, and the product of that code it grows; null where there is none. */
export async function findTested(db: Db, { farmId, productCode }: { farmId: string; productCode: string | null }) {
  const [farm] = await db.select({ id: farms.id }).from(farms).where(eq(farms.id, farmId))
  if (!farm) return null
  if (productCode === null) return { productId: null }
  const [product] = await db
    .select({ id: products.id })
    .from(products)
    .where(and(eq(products.farmId, farmId), eq(products.code, productCode)))
  return { productId: product?.id ?? undefined }
}

const shownTest = {
  id: farmTests.id,
  subject: farmTests.subject,
  titleZh: farmTests.titleZh,
  titleEn: farmTests.titleEn,
  lab: farmTests.lab,
  reportNumber: farmTests.reportNumber,
  testedOn: farmTests.testedOn,
  result: farmTests.result,
  finding: farmTests.finding,
  productZh: products.nameZh,
  productEn: products.nameEn,
}

type Of = { farmId?: string; productId?: string; limit: number }

/** Tests of a farm or of one product, or of all farms for the office; the newest first. */
export const findTests = (db: Db, { farmId, productId, limit }: Of) =>
  db
    .select({ ...shownTest, farmZh: farms.nameZh, farmEn: farms.nameEn })
    .from(farmTests)
    .innerJoin(farms, eq(farms.id, farmTests.farmId))
    .leftJoin(products, eq(products.id, farmTests.productId))
    .where(
      and(
        farmId === undefined ? undefined : eq(farmTests.farmId, farmId),
        productId === undefined ? undefined : eq(farmTests.productId, productId),
      ),
    )
    .orderBy(desc(farmTests.testedOn), desc(farmTests.id))
    .limit(limit)
