import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Reader } from '#db/connection.ts'
import { orders } from '#db/schema/index.ts'

/** The first orders neighbours have paid and had brought. */
export const findPaidToBill = (db: Pick<Reader, 'select'>, limit: number) =>
  db
    .select({ orderId: orders.id, customerId: orders.customerId })
    .from(orders)
    .where(and(eq(orders.status, 'completed'), isNotNull(orders.paidAt), isNull(orders.leaderId)))
    .orderBy(asc(orders.placedAt), asc(orders.id))
    .limit(limit)
