import { and, asc, eq, gte, inArray, ne } from 'drizzle-orm'
import type { Reader, Tx } from '#db/connection.ts'
import { calendarKeys, customers, dropOrders, drops, orderLines, orders, pickupPoints, waves } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>

export const findCalendarKey = async (db: Db, customerId: string): Promise<string | null> =>
  (await db.select({ id: calendarKeys.id }).from(calendarKeys).where(eq(calendarKeys.customerId, customerId)))[0]?.id ?? null

/** Whose calendar a key opens; null once it has been taken back. */
export async function findCalendarOwner(db: Db, key: string) {
  const [owner] = await db
    .select({ customerId: calendarKeys.customerId })
    .from(calendarKeys)
    .innerJoin(customers, eq(customers.id, calendarKeys.customerId))
    .where(eq(calendarKeys.id, key))
  return owner ?? null
}

/** One key a customer: a new one makes the old one worthless. */
export const replaceCalendarKey = (tx: Tx, { key, customerId, at }: { key: string; customerId: string; at: Date }) =>
  tx
    .insert(calendarKeys)
    .values({ id: key, customerId, createdAt: at })
    .onConflictDoUpdate({ target: calendarKeys.customerId, set: { id: key, createdAt: at } })

export const removeCalendarKey = (tx: Tx, customerId: string) => tx.delete(calendarKeys).where(eq(calendarKeys.customerId, customerId))

/** A customer's deliveries since a day, one for each order and wave, with what their customer was told of the hour. */
export async function findDeliveries(db: Db, { customerId, sinceOn }: { customerId: string; sinceOn: string }) {
  const rows = await db
    .select({
      orderId: orders.id,
      number: orders.number,
      locale: orders.locale,
      placedAt: orders.placedAt,
      waveId: waves.id,
      deliversOn: waves.deliversOn,
      publishedAt: waves.publishedAt,
      pointZh: pickupPoints.nameZh,
      pointEn: pickupPoints.nameEn,
      windowFrom: pickupPoints.windowFrom,
      windowTo: pickupPoints.windowTo,
      promisedFrom: drops.promisedFrom,
      promisedUntil: drops.promisedUntil,
      dropStatus: drops.status,
      statusAt: drops.statusAt,
    })
    .from(orders)
    .innerJoin(orderLines, and(eq(orderLines.orderId, orders.id), ne(orderLines.status, 'cancelled')))
    .innerJoin(waves, eq(waves.id, orderLines.waveId))
    .leftJoin(pickupPoints, eq(pickupPoints.id, orders.pickupPointId))
    .leftJoin(dropOrders, eq(dropOrders.orderId, orders.id))
    .leftJoin(drops, and(eq(drops.id, dropOrders.dropId), eq(drops.waveId, waves.id)))
    .where(and(eq(orders.customerId, customerId), inArray(orders.status, ['confirmed', 'completed']), gte(waves.deliversOn, sinceOn)))
    .orderBy(asc(waves.deliversOn), asc(orders.id), asc(drops.id))
  const deliveries = new Map<string, (typeof rows)[number]>()
  for (const row of rows) {
    const key = `${row.orderId} ${row.waveId}`
    if (!deliveries.has(key) || row.dropStatus !== null) deliveries.set(key, row)
  }
  return [...deliveries.values()]
}
export type Delivery = Awaited<ReturnType<typeof findDeliveries>>[number]
