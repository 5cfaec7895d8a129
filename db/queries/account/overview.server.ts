import { and, asc, desc, eq, gte, inArray, ne } from 'drizzle-orm'
import { fen } from '#app/domain/money/fen.ts'
import type { Reader } from '#db/connection.ts'
import { orderLines, orders, waves } from '#db/schema/index.ts'

const zeroFen = fen(0)
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

/** Orders that were paid and not called off whole: what there is a receipt for. */
export const findPaidOrders = (db: Db, { customerId, limit }: { customerId: string; limit: number }) =>
  db
    .select({ orderId: orders.id, number: orders.number, totalFen: orders.totalFen, paidAt: orders.paidAt, leaderId: orders.leaderId })
    .from(orders)
    .where(
      and(eq(orders.customerId, customerId), inArray(orders.status, ['confirmed', 'completed', 'cancelled']), ne(orders.totalFen, zeroFen)),
    )
    .orderBy(desc(orders.placedAt), desc(orders.id))
    .limit(limit)
