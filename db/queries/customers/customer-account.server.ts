import { desc, eq } from 'drizzle-orm'
import type { Reader } from '#db/client.server.ts'
import { farms, leaders, orders } from '#db/schema/index.ts'
import type { Customer } from '../viewers.server.ts'

type Db = Pick<Reader, 'select'>

/** The name of the shop a customer came through; null where it is the alliance's. */
export async function findHomeName(db: Db, { homeType, homeId }: Pick<Customer, 'homeType' | 'homeId'>) {
  if (homeType === 'alliance') return null
  const [home] =
    homeType === 'farm'
      ? await db.select({ nameZh: farms.nameZh, nameEn: farms.nameEn }).from(farms).where(eq(farms.id, homeId))
      : await db.select({ nameZh: leaders.communityZh, nameEn: leaders.communityEn }).from(leaders).where(eq(leaders.id, homeId))
  return home ?? null
}

/** A customer's orders, newest first; one more than a page holds says that there are older ones. */
export const findOrdersOf = (db: Db, { customerId, limit, offset = 0 }: { customerId: string; limit: number; offset?: number }) =>
  db
    .select({ id: orders.id, number: orders.number, status: orders.status, totalFen: orders.totalFen, placedAt: orders.placedAt })
    .from(orders)
    .where(eq(orders.customerId, customerId))
    .orderBy(desc(orders.placedAt), desc(orders.id))
    .limit(limit)
    .offset(offset)
