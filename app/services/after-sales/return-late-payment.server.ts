import { latePaymentReturned } from '#app/domain/ledger/post-refund-events.ts'
import { type Fen, fen } from '#app/domain/money/fen.ts'
import { post } from '#app/services/ledger/post.server.ts'
import type { Tx } from '#db/connection.ts'
import { newId } from '#db/new-id.server.ts'
import { insertOrderEvent } from '#db/queries/ordering/acceptance.server.ts'
import { findRefundByRequest, insertRefund } from '#db/queries/payments/refund-steps.server.ts'

type LatePayment = { paymentId: string; orderId: string; amountFen: Fen; now: Date }

/**
 * Money for an order that had expired goes back whole, by itself: from escrow on its way to the customer, who reads so on the
 * order's page. Its payment is `late` until it has arrived. Called again it changes nothing.
 */
export async function returnLatePayment(tx: Tx, { paymentId, orderId, amountFen, now }: LatePayment): Promise<void> {
  const requestKey = `late:${paymentId}`
  if (await findRefundByRequest(tx, requestKey)) return
  const refundId = newId('re')
  const refund = {
    id: refundId,
    orderId,
    requestKey,
    reason: 'late_payment',
    bearer: 'shared',
    status: 'approved',
    cashFen: amountFen,
    deliveryFen: fen(0),
    couponFen: fen(0),
    goodsReturned: false,
    way: 'processor',
    paymentId,
    note: '',
    requestedBy: 'system',
    requestedAt: now,
    approvedBy: 'system',
    approvedAt: now,
  } as const
  await insertRefund(tx, refund, [])
  await post(tx, latePaymentReturned({ refundId, orderId, amountFen, at: now }), now)
  await insertOrderEvent(tx, { id: newId('evt'), orderId, kind: 'refund_sent', farmId: null, at: now })
}
