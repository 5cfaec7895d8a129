import { and, eq, inArray, or, sql } from 'drizzle-orm'
import type { Reader, Tx } from '#db/connection.ts'
import { addresses, orderContacts, orders } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>
/** Where nobody who stands there has said so. */
const guessed = ['district', 'geocoder'] as const

/** The order and the others to the same door, in the same zone, of which something is still to be brought; itself first. */
export async function findOpenOrdersOfDoor(db: Db, orderId: string) {
  const [asked] = await db
    .select({ orderId: orders.id, customerId: orders.customerId, zoneId: orders.zoneId, placeKey: orderContacts.placeKey })
    .from(orders)
    .innerJoin(orderContacts, eq(orderContacts.orderId, orders.id))
    .where(eq(orders.id, orderId))
  if (!asked) return []
  const others = await db
    .select({ orderId: orders.id, customerId: orders.customerId, zoneId: orders.zoneId, placeKey: orderContacts.placeKey })
    .from(orders)
    .innerJoin(orderContacts, and(eq(orderContacts.orderId, orders.id), inArray(orderContacts.placedBy, [...guessed])))
    .where(
      and(
        eq(orderContacts.placeKey, asked.placeKey),
        eq(orders.zoneId, asked.zoneId),
        eq(orders.delivery, 'door'),
        or(eq(orders.status, 'awaiting_payment'), and(eq(orders.status, 'confirmed'), isToCome)),
      ),
    )
  return [asked, ...others.filter((other) => other.orderId !== orderId)]
}

const isToCome = sql`exists (select 1 from consignments where consignments.order_id = ${orders.id} and consignments.status not in ('delivered', 'cancelled'))`

type Moved = { lat: number; lon: number; placedBy: 'office' | 'geocoder' }
export const moveContact = (tx: Tx, { orderId, ...place }: Moved & { orderId: string }) =>
  tx.update(orderContacts).set(place).where(eq(orderContacts.orderId, orderId))

/** A customer's kept addresses that stand where somebody guessed. */
export const findGuessedAddresses = (db: Db, customerId: string) =>
  db
    .select({ id: addresses.id, districtId: addresses.districtId, street: addresses.street })
    .from(addresses)
    .where(and(eq(addresses.customerId, customerId), inArray(addresses.placedBy, [...guessed])))

export const moveAddress = (tx: Tx, { id, ...place }: Moved & { id: string }) => tx.update(addresses).set(place).where(eq(addresses.id, id))
