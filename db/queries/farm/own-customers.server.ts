import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import type { Reader } from '#db/connection.ts'
import { sql } from '#db/dialect/index.ts'
import { customers, orders } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select' | '$count'>

/** Customers whose home is this farm: they came through its shop, and no other farm may read them. */
const atHome = (farmId: string) => and(eq(customers.homeType, 'farm'), eq(customers.homeId, farmId))

export const countOwnCustomers = (db: Db, farmId: string) => db.$count(customers, atHome(farmId))

/**
 * A farm's own customers with what they have ordered, from whomever, whoever ordered last first. The one farm-side query
 * that reads customers at all.
 */
export async function findOwnCustomers(db: Db, { farmId, page, pageSize }: { farmId: string; page: number; pageSize: number }) {
  const lastOrderAt = sql<number | string | null>`max(${orders.placedAt})`
  const rows = await db
    .select({
      id: customers.id,
      name: customers.name,
      phone: customers.phone,
      since: customers.createdAt,
      orders: sql<number>`count(${orders.id})`.mapWith(Number),
      lastOrderAt: lastOrderAt.mapWith(orders.placedAt),
    })
    .from(customers)
    .leftJoin(orders, and(eq(orders.customerId, customers.id), inArray(orders.status, ['confirmed', 'completed'])))
    .where(atHome(farmId))
    .groupBy(customers.id)
    .orderBy(desc(sql`coalesce(${lastOrderAt}, ${customers.createdAt})`), asc(customers.id))
    .limit(pageSize + 1)
    .offset((page - 1) * pageSize)
  return { customers: rows.slice(0, pageSize), hasNext: rows.length > pageSize }
}
