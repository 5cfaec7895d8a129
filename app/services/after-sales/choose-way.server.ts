import type { RefundWay } from '#app/domain/after-sales/refund-words.ts'
import type { Tx } from '#db/connection.ts'
import { findRefundablePayment } from '#db/queries/payments/refund-steps.server.ts'

/**
 * The way the money came: through the processor while it has some of it left, else by the bank. What credit paid for, what the
 * processor cannot find, and what is asked for as credit, becomes credit.
 */
export async function chooseWay(
  tx: Tx,
  { order, asCredit }: { order: { id: string; payment: 'online' | 'on_account' | 'on_pickup' }; asCredit: boolean },
): Promise<{ way: RefundWay; paymentId: string | null }> {
  if (asCredit) return { way: 'credit', paymentId: null }
  if (order.payment !== 'online') return { way: 'bank', paymentId: null }
  const payment = await findRefundablePayment(tx, order.id)
  return payment?.paymentIntentId && payment.leftFen > 0 ? { way: 'processor', paymentId: payment.id } : { way: 'credit', paymentId: null }
}
