import { asc, eq, sql } from 'drizzle-orm'
import type { Reader } from '#db/connection.ts'
import { farms, products } from '#db/schema/index.ts'

/** Every farm with S0's figures before and now, and how much of it is on the shelf today. */
export const findMembers = (db: Pick<Reader, 'select'>) =>
  db
    .select({
      farm: farms,
      listed:
        sql<number>`(select count(*) from ${products} where ${products.farmId} = ${farms.id} and ${products.status} = 'listed')`.mapWith(
          Number,
        ),
    })
    .from(farms)
    .orderBy(asc(farms.position), asc(farms.id))
export type Member = Awaited<ReturnType<typeof findMembers>>[number]

export const findMemberName = async (db: Pick<Reader, 'select'>, farmId: string) =>
  (await db.select({ nameZh: farms.nameZh, nameEn: farms.nameEn }).from(farms).where(eq(farms.id, farmId)))[0] ?? null
