import { and, eq, isNull, lte, ne, sql } from 'drizzle-orm'
import type { Fen } from '#app/domain/money/fen.ts'
import type { Reader } from '#db/client.server.ts'
import { prepared } from '#db/prepared.ts'
import { customers, orders, payments } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>

type OrderToPay = {
  paymentId: string
  url: string | null
  number: string
  locale: 'zh-CN' | 'en'
  goodsFen: Fen
  deliveryFen: Fen
  creditFen: Fen
  expiresAt: Date
  orderStatus: (typeof orders.$inferSelect)['status']
  email: string | null
}

export const findOrderToPay = async (db: Db, orderId: string) => (await orderToPay(db, { orderId }))[0]
const orderToPay = prepared<Db, { orderId: string }, OrderToPay[]>('order_to_pay', (db) =>
  db
    .select({
      paymentId: payments.id,
      url: payments.url,
      number: orders.number,
      locale: orders.locale,
      goodsFen: orders.goodsFen,
      deliveryFen: orders.deliveryFen,
      creditFen: orders.creditFen,
      expiresAt: orders.expiresAt,
      orderStatus: orders.status,
      email: customers.email,
    })
    .from(orders)
    .innerJoin(payments, eq(payments.orderId, orders.id))
    .innerJoin(customers, eq(customers.id, orders.customerId))
    .where(eq(orders.id, sql.placeholder('orderId'))),
)

/** Orders whose hold has run out, with the session that must be closed first. */
export const findOverdue = (db: Db, now: Date) =>
  db
    .select({ orderId: orders.id, paymentId: payments.id, sessionId: payments.sessionId })
    .from(orders)
    .leftJoin(payments, eq(payments.orderId, orders.id))
    .where(and(eq(orders.status, 'awaiting_payment'), lte(orders.expiresAt, now)))
    .orderBy(orders.expiresAt)
    .limit(100)

/** Leaders' orders that are paid later, by transfer or on pick-up, and have not been, oldest first: for the office. */
export const findPaidLater = (db: Db) =>
  db
    .select({
      orderId: orders.id,
      number: orders.number,
      payment: orders.payment,
      totalFen: orders.totalFen,
      placedAt: orders.placedAt,
      leaderId: orders.leaderId,
    })
    .from(orders)
    .where(and(ne(orders.payment, 'online'), eq(orders.status, 'confirmed'), isNull(orders.paidAt)))
    .orderBy(orders.placedAt)

/** Money that came for an order already expired: the office returns it. */
export const findLatePayments = (db: Db) =>
  db
    .select({
      paymentId: payments.id,
      orderId: payments.orderId,
      number: orders.number,
      amountFen: payments.amountFen,
      at: payments.succeededAt,
    })
    .from(payments)
    .innerJoin(orders, eq(orders.id, payments.orderId))
    .where(eq(payments.status, 'late'))
    .orderBy(payments.succeededAt)
