import { needsSecondPerson } from '#app/domain/after-sales/approval.ts'
import { cashOf, couponOf, measureRefund, type PlanRefusal, type RefundAsked } from '#app/domain/after-sales/plan-refund.ts'
import type { complaintReasons, RefundStatus } from '#app/domain/after-sales/refund-words.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Database, Tx } from '#db/connection.ts'
import { newId } from '#db/new-id.server.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import { findOpenDispute } from '#db/queries/payments/disputes.server.ts'
import { findRefundByRequest, insertRefund } from '#db/queries/payments/refund-steps.server.ts'
import { lockOrder } from '#db/queries/payments/refunds.server.ts'
import { approveInside } from './approve-refund.server.ts'
import { chooseWay } from './choose-way.server.ts'
import { readOrderLeft } from './read-order-left.server.ts'

export type ProposedRefund = RefundAsked & {
  /** the form's own key: a double click makes one refund */
  requestKey: string
  orderId: string
  reason: (typeof complaintReasons)[number]
  /** as credit, even where it could go back the way it came */
  asCredit: boolean
  note: string
  userId: string
  now: Date
}

export type ProposeRefusal =
  | { code: 'unknown_order' }
  | { code: 'not_paid' }
  | { code: 'in_dispute' }
  | { code: 'request_used' }
  | PlanRefusal

/**
 * The office gives money back for a complaint: at once, or above what one person may decide, when a second one approves. Asked
 * again with the same key it finds the refund it made; of two that would take more than is left, the second is refused.
 */
export function proposeRefund(
  { transact }: Pick<Database, 'transact'>,
  asked: ProposedRefund,
): Promise<Result<{ refundId: string; status: RefundStatus }, ProposeRefusal>> {
  return transact((tx) => proposeInside(tx, asked))
}

async function proposeInside(tx: Tx, asked: ProposedRefund): Promise<Result<{ refundId: string; status: RefundStatus }, ProposeRefusal>> {
  const { orderId, requestKey, reason, note, userId, now } = asked
  const order = await lockOrder(tx, orderId)
  if (!order) return refuse({ code: 'unknown_order' })
  const known = await findRefundByRequest(tx, requestKey)
  if (known) return known.orderId === orderId ? accept({ refundId: known.id, status: known.status }) : refuse({ code: 'request_used' })
  if (order.paidAt === null) return refuse({ code: 'not_paid' })
  if (await findOpenDispute(tx, orderId)) return refuse({ code: 'in_dispute' })
  const measured = measureRefund(await readOrderLeft(tx, order), asked)
  if (!measured.ok) return measured
  const { lines, bearer, deliveryFen, goodsReturned } = measured.value
  const refundId = newId('re')
  const cashFen = cashOf(measured.value)
  const refund = {
    id: refundId,
    orderId,
    requestKey,
    reason,
    bearer,
    status: 'proposed',
    cashFen,
    deliveryFen,
    couponFen: couponOf(measured.value),
    goodsReturned,
    ...(await chooseWay(tx, { order, asCredit: asked.asCredit })),
    note,
    requestedBy: userId,
    requestedAt: now,
  } as const
  await insertRefund(tx, refund, lines)
  await insertAuditEntry(tx, {
    actorId: userId,
    actsFor: 'alliance',
    action: 'refund_proposed',
    subject: refundId,
    detail: { orderId, reason, bearer, cashFen },
    at: now,
  })
  if (needsSecondPerson(cashFen)) return accept({ refundId, status: 'proposed' })
  return accept({ refundId, status: await approveInside(tx, { refundId, order, approvedBy: userId, now }) })
}
