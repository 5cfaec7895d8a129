import type { RefundWay } from '#app/domain/after-sales/refund-words.ts'
import type { Tx } from '#db/connection.ts'
import { findRefundablePayment } from '#db/queries/refunds.server.ts'

/** The way the money came: through the processor where it has some of it left, else by the bank; as credit where that is asked. */
export async function chooseWay(
  tx: Tx,
  { orderId, asCredit }: { orderId: string; asCredit: boolean },
): Promise<{ way: RefundWay; paymentId: string | null }> {
  if (asCredit) return { way: 'credit', paymentId: null }
  const payment = await findRefundablePayment(tx, orderId)
  if (!payment) return { way: 'bank', paymentId: null }
  return payment.leftFen > 0 ? { way: 'processor', paymentId: payment.id } : { way: 'credit', paymentId: null }
}
