import { and, desc, eq, isNotNull, like, notExists } from 'drizzle-orm'
import type { Reader } from '#db/connection.ts'
import { disputes, orders, payments, refunds } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>

/** Payments of the demo's history were made nowhere; their intents are named so. */
const isOfDemo = like(payments.paymentIntentId, 'pi_demo_%')
const methods = ['card', 'alipay', 'wechat_pay'] as const
const isMethod = (said: string | null): said is (typeof methods)[number] => methods.some((method) => method === said)

/** What the demo's customers paid, with what of it went back and what is in dispute. */
export async function findDemoPayments(db: Db) {
  const [paid, refunded, disputed] = await Promise.all([
    db.select().from(payments).where(isOfDemo),
    db
      .select({ refundId: refunds.id, id: refunds.processorRefundId, paymentId: refunds.paymentId, amountFen: refunds.cashFen })
      .from(refunds)
      .innerJoin(payments, eq(payments.id, refunds.paymentId))
      .where(and(isOfDemo, eq(refunds.status, 'succeeded'), isNotNull(refunds.processorRefundId))),
    db
      .select({ id: disputes.id, paymentId: disputes.paymentId, amountFen: disputes.amountFen, reason: disputes.reason })
      .from(disputes)
      .innerJoin(payments, eq(payments.id, disputes.paymentId))
      .where(and(isOfDemo, eq(disputes.status, 'open'))),
  ])
  return paid.flatMap((payment) => {
    const { id, orderId, paymentIntentId, chargeId, method, amountFen, feeFen, succeededAt, availableAt } = payment
    if (!paymentIntentId || !chargeId || !isMethod(method) || feeFen === null || !succeededAt || !availableAt) return []
    return {
      ...{ paymentIntentId, chargeId, method, amountFen, feeFen, availableAt },
      transferGroup: orderId,
      metadata: { payment: id },
      paidAt: succeededAt,
      refunds: refunded.flatMap((refund) =>
        refund.paymentId === id && refund.id !== null
          ? { id: refund.id, amountFen: refund.amountFen, metadata: { refund: refund.refundId, order: orderId } }
          : [],
      ),
      dispute: disputed.find(({ paymentId }) => paymentId === id) ?? null,
    }
  })
}

/** The newest card payment of a finished order of which nothing has been asked back. */
export const findDisputable = async (db: Db) => {
  const [payment] = await db
    .select({ id: payments.id, paymentIntentId: payments.paymentIntentId, amountFen: payments.amountFen })
    .from(payments)
    .innerJoin(orders, and(eq(orders.id, payments.orderId), eq(orders.status, 'completed')))
    .where(and(isOfDemo, eq(payments.method, 'card'), notExists(db.select().from(refunds).where(eq(refunds.orderId, orders.id)))))
    .orderBy(desc(orders.placedAt), desc(orders.id))
    .limit(1)
  return payment?.paymentIntentId ? { ...payment, paymentIntentId: payment.paymentIntentId } : null
}
