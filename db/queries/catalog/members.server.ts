import { and, asc, eq, sql } from 'drizzle-orm'
import type { Reader } from '#db/connection.ts'
import { farms, products } from '#db/schema/index.ts'

/** Every farm with S0's figures before and now, and how much of it is on the shelf today. */
export const findMembers = (db: Pick<Reader, 'select'>) =>
  db
    .select({ farm: farms, listed: sql<number>`count(${products.id})`.mapWith(Number) })
    .from(farms)
    .leftJoin(products, and(eq(products.farmId, farms.id), eq(products.status, 'listed')))
    .groupBy(farms.id)
    .orderBy(asc(farms.position), asc(farms.id))

export const findMemberName = async (db: Pick<Reader, 'select'>, farmId: string) =>
  (await db.select({ nameZh: farms.nameZh, nameEn: farms.nameEn }).from(farms).where(eq(farms.id, farmId)))[0] ?? null
