import { and, asc, desc, eq, isNotNull } from 'drizzle-orm'
import type { Reader } from '#db/connection.ts'
import { orderLines, orders } from '#db/schema/index.ts'

/** Received lines, the newest order first: what customers write about. */
export const findLinesToPraise = (db: Pick<Reader, 'select'>, limit: number) =>
  db
    .select({
      lineId: orderLines.id,
      orderId: orders.id,
      customerId: orders.customerId,
      deliveredAt: orderLines.deliveredAt,
    })
    .from(orderLines)
    .innerJoin(orders, eq(orders.id, orderLines.orderId))
    .where(and(eq(orderLines.status, 'accepted'), isNotNull(orderLines.deliveredAt)))
    .orderBy(desc(orders.placedAt), asc(orderLines.id))
    .limit(limit)
