import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Reader, Tx } from '#db/connection.ts'
import { dropOrders, drops, orderContacts, orders, placeQuestions, zones } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>

/** Doors of paid orders that stand at their district's middle and about which nobody has been asked, oldest first. */
export const findUnplaced = (db: Db, limit: number) =>
  db
    .select({
      orderId: orders.id,
      zoneId: orders.zoneId,
      placeKey: orderContacts.placeKey,
      addressZh: orderContacts.addressZh,
    })
    .from(orders)
    .innerJoin(orderContacts, and(eq(orderContacts.orderId, orders.id), eq(orderContacts.placedBy, 'district')))
    .leftJoin(placeQuestions, eq(placeQuestions.orderId, orders.id))
    .where(and(eq(orders.status, 'confirmed'), eq(orders.delivery, 'door'), isNull(placeQuestions.id), isUnderway))
    .orderBy(asc(orders.placedAt), asc(orders.id))
    .limit(limit)

/** Something of it has not been brought yet. */
const isUnderway = sql`exists (select 1 from consignments where consignments.order_id = ${orders.id} and consignments.status in ('to_pack', 'packed', 'handed_over', 'at_hub'))`

export const insertQuestion = (tx: Tx, row: typeof placeQuestions.$inferInsert) =>
  tx.insert(placeQuestions).values(row).onConflictDoNothing()

/** What the office is asked, oldest first. */
export const findOpenQuestions = (db: Db) =>
  db
    .select({
      orderId: orders.id,
      number: orders.number,
      addressZh: orderContacts.addressZh,
      addressEn: orderContacts.addressEn,
      lat: orderContacts.lat,
      lon: orderContacts.lon,
      zoneZh: zones.nameZh,
      zoneEn: zones.nameEn,
      askedAt: placeQuestions.askedAt,
    })
    .from(placeQuestions)
    .innerJoin(orders, eq(orders.id, placeQuestions.orderId))
    .innerJoin(orderContacts, eq(orderContacts.orderId, orders.id))
    .innerJoin(zones, eq(zones.id, orders.zoneId))
    .where(isNull(placeQuestions.answeredAt))
    .orderBy(asc(placeQuestions.askedAt), asc(placeQuestions.id))
    .limit(100)

export const findOpenQuestion = async (db: Db, orderId: string) =>
  (
    await db
      .select({ zoneId: orders.zoneId })
      .from(placeQuestions)
      .innerJoin(orders, eq(orders.id, placeQuestions.orderId))
      .where(and(eq(placeQuestions.orderId, orderId), isNull(placeQuestions.answeredAt)))
  )[0]

export const closeQuestion = (tx: Tx, { orderId, ...answer }: { orderId: string; answeredBy: string; answeredAt: Date }) =>
  tx
    .update(placeQuestions)
    .set(answer)
    .where(and(eq(placeQuestions.orderId, orderId), isNull(placeQuestions.answeredAt)))

/** Drops of the order that have not been settled move along. @returns their waves */
export async function movePlannedDrops(tx: Tx, { orderId, lat, lon }: { orderId: string; lat: number; lon: number }): Promise<string[]> {
  const ofOrder = tx.select({ id: dropOrders.dropId }).from(dropOrders).where(eq(dropOrders.orderId, orderId))
  const moved = await tx
    .update(drops)
    .set({ lat, lon })
    .where(and(inArray(drops.id, ofOrder), eq(drops.status, 'planned'), eq(drops.kind, 'door')))
    .returning({ waveId: drops.waveId })
  return [...new Set(moved.map(({ waveId }) => waveId))]
}
