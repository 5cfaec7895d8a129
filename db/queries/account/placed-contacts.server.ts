import { and, desc, eq, inArray } from 'drizzle-orm'
import type { Reader } from '#db/connection.ts'
import { orderContacts, orders } from '#db/schema/index.ts'

/** Where the office or a geocoder has put a door to which this customer ordered before, the newest first. */
export const findPlacedContacts = (db: Pick<Reader, 'select'>, { customerId, placeKey }: { customerId: string; placeKey: string }) =>
  db
    .select({ lat: orderContacts.lat, lon: orderContacts.lon, placedBy: orderContacts.placedBy })
    .from(orders)
    .innerJoin(orderContacts, eq(orderContacts.orderId, orders.id))
    .where(
      and(
        eq(orders.customerId, customerId),
        eq(orderContacts.placeKey, placeKey),
        inArray(orderContacts.placedBy, ['office', 'geocoder', 'customer']),
      ),
    )
    .orderBy(desc(orders.placedAt))
    .limit(1)
