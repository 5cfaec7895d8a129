import { and, eq, inArray, isNotNull, notInArray, sql } from 'drizzle-orm'
import type { Reader, Tx } from '#db/connection.ts'
import {
  deliveryWishes,
  driverEvents,
  dropOrders,
  dropProofs,
  drops,
  media,
  orderContacts,
  refunds,
  relayNumbers,
} from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>
type Ids = readonly string[]

/** Of a place its cell of a thousandth of a degree is left, about a hundred metres: nobody's door. */
const coarse = (column: typeof drops.lat | typeof drops.lon | typeof orderContacts.lat | typeof orderContacts.lon) =>
  sql<number>`round(${column} * 1000) / 1000.0`

/** Who received their orders, where, and what was said about it. */
export async function forgetContacts(tx: Tx, orderIds: Ids) {
  const blank = { recipient: '', phone: '', addressZh: '', addressEn: '', note: '', pickupCode: '' }
  await tx
    .update(orderContacts)
    .set({ ...blank, placeKey: orderContacts.orderId, lat: coarse(orderContacts.lat), lon: coarse(orderContacts.lon) })
    .where(inArray(orderContacts.orderId, [...orderIds]))
  await tx
    .update(deliveryWishes)
    .set({ note: '' })
    .where(inArray(deliveryWishes.orderId, [...orderIds]))
  await tx
    .update(refunds)
    .set({ note: '' })
    .where(inArray(refunds.orderId, [...orderIds]))
}

/** Drops of these orders alone, and those to a door somebody else shared, with an order of theirs. */
export async function findDropsOf(db: Db, orderIds: Ids) {
  const ids = [...orderIds]
  const touched = await db
    .select({ dropId: dropOrders.dropId })
    .from(dropOrders)
    .innerJoin(drops, and(eq(drops.id, dropOrders.dropId), eq(drops.kind, 'door')))
    .where(inArray(dropOrders.orderId, ids))
  const dropIds = [...new Set(touched.map(({ dropId }) => dropId))]
  if (dropIds.length === 0) return { own: [], shared: [] }
  const others = await db
    .select({ dropId: dropOrders.dropId, recipient: orderContacts.recipient, phone: orderContacts.phone, note: orderContacts.note })
    .from(dropOrders)
    .innerJoin(orderContacts, eq(orderContacts.orderId, dropOrders.orderId))
    .where(and(inArray(dropOrders.dropId, dropIds), notInArray(dropOrders.orderId, ids)))
  const shared = [...new Map(others.map((other) => [other.dropId, other])).values()]
  const isShared = new Set(shared.map(({ dropId }) => dropId))
  return { own: dropIds.filter((dropId) => !isShared.has(dropId)), shared }
}

/** A drop of theirs loses the person; one that was shared is the other's. @returns pictures of proofs to remove from the store */
export async function forgetDrops(tx: Tx, { own, shared }: Awaited<ReturnType<typeof findDropsOf>>): Promise<string[]> {
  for (const { dropId, ...other } of shared) await tx.update(drops).set(other).where(eq(drops.id, dropId))
  if (own.length === 0) return []
  const blank = { recipient: '', phone: '', addressZh: '', addressEn: '', note: '' }
  await tx
    .update(drops)
    .set({ ...blank, placeKey: drops.id, lat: coarse(drops.lat), lon: coarse(drops.lon) })
    .where(inArray(drops.id, own))
  await tx.delete(relayNumbers).where(inArray(relayNumbers.dropId, own))
  const pictures = await tx
    .select({ id: dropProofs.mediaId })
    .from(dropProofs)
    .where(and(inArray(dropProofs.dropId, own), isNotNull(dropProofs.mediaId)))
  await tx.update(dropProofs).set({ mediaId: null, note: '' }).where(inArray(dropProofs.dropId, own))
  await tx.update(driverEvents).set({ payload: {} }).where(inArray(driverEvents.subjectId, own))
  const ids = pictures.flatMap(({ id }) => id ?? [])
  if (ids.length > 0) await tx.delete(media).where(inArray(media.id, ids))
  return ids
}
