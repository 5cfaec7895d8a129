import { invariant } from '#app/domain/invariant.ts'
import { refundFailed, refundSucceeded } from '#app/domain/ledger/post-refund-events.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { RefundState } from '#app/integrations/stripe/processor.ts'
import { post } from '#app/services/ledger/post.server.ts'
import type { Database, Tx } from '#db/connection.ts'
import { newId } from '#db/new-id.server.ts'
import { insertOrderEvent } from '#db/queries/ordering/acceptance.server.ts'
import * as refunds from '#db/queries/payments/refund-steps.server.ts'
import { lockOrder } from '#db/queries/payments/refunds.server.ts'

export type SettleRefundRefusal = { code: 'unknown_refund' } | { code: 'amount_differs'; expectedFen: number }

const underWay = ['approved', 'sending', 'unknown', 'pending'] as const

/**
 * The processor has spoken about a refund: it has reached the customer, or failed and is theirs as credit. Said twice, late or
 * in another order it changes nothing: what failed stays failed, also when it had been called a success before.
 */
export function settleRefund(
  { transact }: Pick<Database, 'transact'>,
  { refund: said, now }: { refund: RefundState; now: Date },
): Promise<Result<{ outcome: 'pending' | 'succeeded' | 'credited' | 'already' }, SettleRefundRefusal>> {
  return transact(async (tx) => {
    const refund = await refunds.findRefund(tx, said.refundId)
    if (!refund) return refuse({ code: 'unknown_refund' })
    const order = await lockOrder(tx, refund.orderId)
    invariant(order, `refund ${refund.id} has no order`)
    const inTransitFen = await refunds.findInTransit(tx, refund.id)
    if (inTransitFen > 0 && inTransitFen !== said.amountFen) return refuse({ code: 'amount_differs', expectedFen: inTransitFen })
    const { id: refundId, orderId } = refund
    const { processorRefundId } = said
    if (said.state === 'pending') {
      const noted = await refunds.moveRefund(tx, { refundId, from: ['approved', 'sending', 'unknown'], to: 'pending', processorRefundId })
      return accept({ outcome: noted ? 'pending' : 'already' })
    }
    if (said.state === 'succeeded') {
      const moved = await refunds.moveRefund(tx, { refundId, from: underWay, to: 'succeeded', processorRefundId, settledAt: now })
      if (!moved) return accept({ outcome: 'already' })
      await post(tx, refundSucceeded({ refundId, orderId, amountFen: said.amountFen, from: '1020', at: now }), now)
      await closeSettled(tx, moved, 'refunded', now)
      return accept({ outcome: 'succeeded' })
    }
    const { failure } = said
    const hadSucceeded = inTransitFen === 0
    const from = [...underWay, 'succeeded'] as const
    const moved = await refunds.moveRefund(tx, { refundId, from, to: 'credited', processorRefundId, failure, settledAt: now })
    if (!moved) return accept({ outcome: 'already' })
    await post(tx, refundFailed({ refundId, orderId, customerId: order.customerId, amountFen: said.amountFen, hadSucceeded, at: now }), now)
    await closeSettled(tx, moved, 'credited', now)
    return accept({ outcome: 'credited' })
  })
}

/** The customer is told, and a payment that came too late has gone back. */
async function closeSettled(tx: Tx, refund: refunds.RefundRow, kind: 'refunded' | 'credited', at: Date) {
  await insertOrderEvent(tx, { id: newId('evt'), orderId: refund.orderId, kind, farmId: null, at })
  if (refund.reason === 'late_payment' && refund.paymentId !== null) await refunds.markPaymentReturned(tx, refund.paymentId)
}
