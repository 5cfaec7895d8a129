import type { RefundWay } from '#app/domain/after-sales/refund-words.ts'
import { invariant } from '#app/domain/invariant.ts'
import { creditOf, refundRetried } from '#app/domain/ledger/post-refund-events.ts'
import { fen } from '#app/domain/money/fen.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import { post } from '#app/services/ledger/post.server.ts'
import type { Database } from '#db/connection.ts'
import { newId } from '#db/new-id.server.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import { insertOrderEvent } from '#db/queries/ordering/acceptance.server.ts'
import * as refunds from '#db/queries/payments/refund-steps.server.ts'
import { lockBalance, lockOrder } from '#db/queries/payments/refunds.server.ts'

export type RetryRefusal = { code: 'unknown_refund' } | { code: 'not_failed' } | { code: 'credit_spent' } | { code: 'nothing_left_there' }

/**
 * A refund that failed is tried again, or sent by the bank: out of the customer's credit on its way once more, as a new refund
 * with a key of its own at the processor. It touches nobody's share. Each can be tried again once; its successor in its turn.
 */
export function retryRefund(
  { transact }: Pick<Database, 'transact'>,
  { refundId, way, userId, now }: { refundId: string; way: Exclude<RefundWay, 'credit'>; userId: string; now: Date },
): Promise<Result<{ refundId: string }, RetryRefusal>> {
  return transact(async (tx) => {
    const failed = await refunds.findRefund(tx, refundId)
    if (!failed) return refuse({ code: 'unknown_refund' })
    const { orderId, reason, paymentId } = failed
    const order = await lockOrder(tx, orderId)
    invariant(order, `refund ${refundId} has no order`)
    const requestKey = `retry:${refundId}`
    const known = await refunds.findRefundByRequest(tx, requestKey)
    if (known) return accept({ refundId: known.id })
    if (failed.status !== 'credited' || failed.failure === null) return refuse({ code: 'not_failed' })
    const payment = await refunds.findRefundablePayment(tx, orderId)
    const amountFen = await refunds.findFailedAmount(tx, refundId)
    if (way === 'processor' && (payment?.leftFen ?? 0) < amountFen) return refuse({ code: 'nothing_left_there' })
    if (-(await lockBalance(tx, creditOf(order.customerId))) < amountFen) return refuse({ code: 'credit_spent' })
    const next = {
      id: newId('re'),
      orderId,
      requestKey,
      reason,
      bearer: failed.bearer,
      status: 'approved',
      cashFen: amountFen,
      deliveryFen: fen(0),
      couponFen: fen(0),
      goodsReturned: false,
      way,
      paymentId: way === 'processor' ? paymentId : null,
      note: '',
      requestedBy: userId,
      requestedAt: now,
      approvedBy: userId,
      approvedAt: now,
    } as const
    await refunds.insertRefund(tx, next, [])
    await post(tx, refundRetried({ refundId: next.id, orderId, customerId: order.customerId, amountFen, at: now }), now)
    await insertOrderEvent(tx, { id: newId('evt'), orderId, kind: 'refund_sent', farmId: null, at: now })
    const entry = { actorId: userId, actsFor: 'alliance', subject: next.id, detail: { orderId, amountFen, after: refundId }, at: now }
    await insertAuditEntry(tx, { ...entry, action: 'refund_tried_again' })
    return accept({ refundId: next.id })
  })
}
