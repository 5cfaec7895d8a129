import { and, asc, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import type { Reader } from '#db/connection.ts'
import { customers, dropOrders, dropProofs, drops, orderEvents, orders } from '#db/schema/index.ts'
import type { OrderOwner } from './order-page.server.ts'

type Db = Pick<Reader, 'select'>

const count = (table: typeof orderEvents | typeof dropProofs, where: ReturnType<typeof eq>) =>
  sql<number>`(select count(*) from ${table} where ${where})`.mapWith(Number)

/** What a watched order's customer can see change: its events, its drops with their windows and proofs. One row for each drop. */
export const findOrderStates = (db: Db, orderIds: readonly string[]) =>
  db
    .select({
      orderId: orders.id,
      status: orders.status,
      events: count(orderEvents, eq(orderEvents.orderId, orders.id)),
      dropId: drops.id,
      dropStatus: drops.status,
      arrivesAt: drops.arrivesAt,
      promisedFrom: drops.promisedFrom,
      promisedUntil: drops.promisedUntil,
      proofs: count(dropProofs, eq(dropProofs.dropId, drops.id)),
    })
    .from(orders)
    .leftJoin(dropOrders, eq(dropOrders.orderId, orders.id))
    .leftJoin(drops, eq(drops.id, dropOrders.dropId))
    .where(inArray(orders.id, [...orderIds]))
    .orderBy(asc(orders.id), asc(drops.id))
export type OrderStateRow = Awaited<ReturnType<typeof findOrderStates>>[number]

/** An order's state, if it is theirs: a customer's by their account, a guest's by the key their browser kept. */
export async function findOwnedOrder(db: Db, { orderId, owner }: { orderId: string; owner: OrderOwner }) {
  const { customerId, placementKey } = owner
  const theirs = [
    ...(customerId === null ? [] : [eq(orders.customerId, customerId)]),
    ...(placementKey === null ? [] : [and(eq(orders.placementKey, placementKey), isNull(customers.userId))]),
  ]
  if (theirs.length === 0) return null
  const [found] = await db
    .select({ id: orders.id, status: orders.status, customerId: orders.customerId })
    .from(orders)
    .innerJoin(customers, eq(customers.id, orders.customerId))
    .where(and(eq(orders.id, orderId), or(...theirs)))
  return found ?? null
}
