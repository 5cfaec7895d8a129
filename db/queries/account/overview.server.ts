import { and, asc, desc, eq, gte, isNotNull } from 'drizzle-orm'
import type { Reader } from '#db/connection.ts'
import { orderLines, orders, waves } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>

/** The delivery a customer waits for: the first day to come on which something of theirs is brought; null without one. */
export async function findNextDelivery(db: Db, { customerId, todayOn }: { customerId: string; todayOn: string }) {
  const [next] = await db
    .select({ orderId: orders.id, number: orders.number, deliversOn: waves.deliversOn })
    .from(orders)
    .innerJoin(orderLines, and(eq(orderLines.orderId, orders.id), eq(orderLines.status, 'placed')))
    .innerJoin(waves, eq(waves.id, orderLines.waveId))
    .where(and(eq(orders.customerId, customerId), eq(orders.status, 'confirmed'), gte(waves.deliversOn, todayOn)))
    .orderBy(asc(waves.deliversOn), asc(orders.id))
    .limit(1)
  return next ?? null
}

/** What still waits to be paid. */
export const findOpenPayments = (db: Db, customerId: string) =>
  db
    .select({
      orderId: orders.id,
      number: orders.number,
      totalFen: orders.totalFen,
      creditFen: orders.creditFen,
      expiresAt: orders.expiresAt,
    })
    .from(orders)
    .where(and(eq(orders.customerId, customerId), eq(orders.status, 'awaiting_payment')))
    .orderBy(asc(orders.expiresAt))
    .limit(5)

/** Orders that were paid: what there is a receipt for. */
export const findPaidOrders = (db: Db, { customerId, limit }: { customerId: string; limit: number }) =>
  db
    .select({ orderId: orders.id, number: orders.number, totalFen: orders.totalFen, paidAt: orders.paidAt })
    .from(orders)
    .where(and(eq(orders.customerId, customerId), isNotNull(orders.paidAt)))
    .orderBy(desc(orders.placedAt), desc(orders.id))
    .limit(limit)
