import { bearRefund } from '#app/domain/after-sales/plan-refund.ts'
import type { RefundStatus } from '#app/domain/after-sales/refund-words.ts'
import { invariant } from '#app/domain/invariant.ts'
import { inTransit, refundApproved } from '#app/domain/ledger/post-refund-events.ts'
import { type Fen, fen } from '#app/domain/money/fen.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import { post } from '#app/services/ledger/post.server.ts'
import type { Database, Tx } from '#db/connection.ts'
import { newId } from '#db/new-id.server.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import { insertOrderEvent } from '#db/queries/ordering/acceptance.server.ts'
import { findOpenDispute } from '#db/queries/payments/disputes.server.ts'
import * as refunds from '#db/queries/payments/refund-steps.server.ts'
import { lockOrder } from '#db/queries/payments/refunds.server.ts'
import { closeRefundedLines } from './close-refunded-lines.server.ts'
import { readOrderLeft } from './read-order-left.server.ts'

export type ApproveRefusal =
  | { code: 'unknown_refund' }
  | { code: 'already_decided' }
  | { code: 'same_person' }
  | { code: 'not_paid' }
  | { code: 'in_dispute' }

/** A second person of the office approves what another proposed: it leaves the books' shares now, once. */
export function approveRefund(
  { transact }: Pick<Database, 'transact'>,
  { refundId, userId, now }: { refundId: string; userId: string; now: Date },
): Promise<Result<{ status: RefundStatus }, ApproveRefusal>> {
  return transact(async (tx) => {
    const refund = await refunds.findRefund(tx, refundId)
    if (!refund) return refuse({ code: 'unknown_refund' })
    const order = await lockOrder(tx, refund.orderId)
    invariant(order, `refund ${refundId} has no order`)
    if ((await refunds.findRefund(tx, refundId))?.status !== 'proposed') return refuse({ code: 'already_decided' })
    if (refund.requestedBy === userId) return refuse({ code: 'same_person' })
    if (order.paidAt === null) return refuse({ code: 'not_paid' })
    if (await findOpenDispute(tx, order.id)) return refuse({ code: 'in_dispute' })
    const status = await approveInside(tx, { refundId, order, approvedBy: userId, now })
    const { cashFen, orderId } = refund
    const entry = { actorId: userId, actsFor: 'alliance', subject: refundId, detail: { orderId, cashFen }, at: now }
    await insertAuditEntry(tx, { ...entry, action: 'refund_approved' })
    return accept({ status })
  })
}

type Order = NonNullable<Awaited<ReturnType<typeof lockOrder>>>

/**
 * Enters a proposed refund into the books and sets it on its way. What the processor has not of its payment, because credit
 * paid that part, becomes credit again at once; the customer reads what happens on the order's page.
 * @param order locked
 */
export async function approveInside(
  tx: Tx,
  { refundId, order, approvedBy, now }: { refundId: string; order: Order; approvedBy: string; now: Date },
): Promise<RefundStatus> {
  const refund = await refunds.findRefund(tx, refundId)
  invariant(refund?.status === 'proposed', `refund ${refundId} is not proposed`)
  const { orderId, bearer, deliveryFen, goodsReturned, cashFen } = refund
  const left = await readOrderLeft(tx, order, { except: refundId })
  const lines = await refunds.findPartsOfRefund(tx, refundId)
  const transfers = bearRefund(left, { bearer, lines, deliveryFen, goodsReturned }, inTransit(refundId))
  const creditFen = await creditPart(tx, refund)
  const event = eventOf(refund, lines.length)
  const credit = { customerId: order.customerId, amountFen: creditFen }
  await post(tx, refundApproved({ refundId, orderId, event, transfers, credit, at: now }), now)
  const status = cashFen === 0 ? 'succeeded' : creditFen === cashFen ? 'credited' : 'approved'
  const settledAt = status === 'approved' ? null : now
  await refunds.moveRefund(tx, { refundId, from: ['proposed'], to: status, approvedBy, approvedAt: now, settledAt })
  if (cashFen > 0) {
    const kind = status === 'credited' ? 'credited' : 'refund_sent'
    await insertOrderEvent(tx, { id: newId('evt'), orderId, kind, farmId: null, at: now })
  }
  await closeRefundedLines(tx, { order, stockBack: refund.reason === 'cancelled', now })
  return status
}

/** What of its cash goes to the customer's credit: all of it, or what exceeds the payment it goes back to. */
async function creditPart(tx: Tx, { orderId, way, cashFen }: refunds.RefundRow): Promise<Fen> {
  if (way === 'credit') return cashFen
  if (way === 'bank') return fen(0)
  const payment = await refunds.findRefundablePayment(tx, orderId)
  return fen(Math.max(0, cashFen - (payment?.leftFen ?? 0)))
}

function eventOf({ reason }: refunds.RefundRow, lines: number) {
  if (reason === 'short_pick' || reason === 'cancelled') return 'short_pick'
  return lines === 0 ? 'delivery_refund' : 'refund'
}
