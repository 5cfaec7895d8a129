import { and, asc, desc, eq } from 'drizzle-orm'
import type { Reader } from '#db/connection.ts'
import { distributions, farms, products } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>

/** Every farm by name and place, in the alliance's order. */
export const findFarms = (db: Db) =>
  db
    .select({
      id: farms.id,
      slug: farms.slug,
      code: farms.code,
      nameZh: farms.nameZh,
      nameEn: farms.nameEn,
      countyZh: farms.countyZh,
      countyEn: farms.countyEn,
      flagshipZh: farms.flagshipZh,
      flagshipEn: farms.flagshipEn,
      colour: farms.colour,
      licensed: farms.licensed,
      licensedUntilOn: farms.licensedUntilOn,
      hostName: farms.hostName,
      lat: farms.lat,
      lon: farms.lon,
      landMuNow: farms.landMuNow,
      productsNow: farms.productsNow,
      logisticsBeforeLowFen: farms.logisticsBeforeLowFen,
      logisticsBeforeHighFen: farms.logisticsBeforeHighFen,
      logisticsNowLowFen: farms.logisticsNowLowFen,
      logisticsNowHighFen: farms.logisticsNowHighFen,
    })
    .from(farms)
    .orderBy(asc(farms.position), asc(farms.id))
export type FarmSummary = Awaited<ReturnType<typeof findFarms>>[number]

/** One farm with its story and figures. */
export async function findFarm(db: Db, slug: string) {
  const [farm] = await db.select().from(farms).where(eq(farms.slug, slug))
  return farm ?? null
}
export type Farm = NonNullable<Awaited<ReturnType<typeof findFarm>>>

/** The newest listed products of a farm's shop: its own, and its partners' that it distributes; as ids for cards. */
export async function findFarmShelf(
  db: Db,
  { farmId, limit }: { farmId: string; limit: number },
): Promise<{ own: string[]; distributed: string[] }> {
  const newest = [desc(products.listedAt), desc(products.id)]
  const [own, distributed] = await Promise.all([
    db
      .select({ id: products.id })
      .from(products)
      .where(and(eq(products.farmId, farmId), eq(products.status, 'listed')))
      .orderBy(...newest)
      .limit(limit),
    db
      .select({ id: products.id })
      .from(distributions)
      .innerJoin(products, and(eq(products.id, distributions.productId), eq(products.status, 'listed')))
      .where(eq(distributions.farmId, farmId))
      .orderBy(...newest)
      .limit(limit),
  ])
  return { own: own.map(({ id }) => id), distributed: distributed.map(({ id }) => id) }
}
