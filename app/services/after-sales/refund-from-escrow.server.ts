import type { PartAsked } from '#app/domain/after-sales/measure-part.ts'
import { cashOf, couponOf, measureRefund, type PlanRefusal } from '#app/domain/after-sales/plan-refund.ts'
import { type Fen, fen } from '#app/domain/money/fen.ts'
import { accept, type Result } from '#app/domain/result.ts'
import type { Tx } from '#db/connection.ts'
import { newId } from '#db/new-id.server.ts'
import { findWaitingRefunds } from '#db/queries/ordering/called-off-lines.server.ts'
import { findOpenDispute } from '#db/queries/payments/disputes.server.ts'
import { findRefundByRequest, insertRefund } from '#db/queries/payments/refund-steps.server.ts'
import type { RefundedOrder } from '#db/queries/payments/refunds.server.ts'
import { approveInside } from './approve-refund.server.ts'
import { chooseWay } from './choose-way.server.ts'
import { readOrderLeft } from './read-order-left.server.ts'

type Order = NonNullable<RefundedOrder>
type FromEscrow = {
  /** locked */
  order: Order
  requestKey: string
  reason: 'short_pick' | 'cancelled' | 'delivery_changed'
  lines: readonly { lineId: string; part: PartAsked }[]
  /** of the delivery, which now costs less */
  deliveryFen?: Fen
  userId: string
  now: Date
}

/**
 * Gives back what will not be delivered, out of escrow, at once and by itself, whatever the amount: nobody has been paid for it
 * yet. While its order is not paid, or in dispute, the refund waits. The same key makes one refund.
 */
export async function refundFromEscrow(
  tx: Tx,
  { order, requestKey, reason, lines, deliveryFen: askedFen = fen(0), userId, now }: FromEscrow,
): Promise<Result<{ refundId: string }, PlanRefusal>> {
  const known = await findRefundByRequest(tx, requestKey)
  if (known) return accept({ refundId: known.id })
  const asked = { bearer: 'shared', lines, deliveryFen: askedFen, goodsReturned: false } as const
  const measured = measureRefund(await readOrderLeft(tx, order), asked)
  if (!measured.ok) return measured
  const refundId = newId('re')
  const { deliveryFen, ...refund } = measured.value
  await insertRefund(
    tx,
    {
      id: refundId,
      orderId: order.id,
      requestKey,
      reason,
      bearer: 'shared',
      status: 'proposed',
      cashFen: cashOf(measured.value),
      deliveryFen,
      couponFen: couponOf(measured.value),
      goodsReturned: false,
      ...(await chooseWay(tx, { order, asCredit: false })),
      note: '',
      requestedBy: userId,
      requestedAt: now,
    },
    refund.lines,
  )
  const waits = order.paidAt === null || (await findOpenDispute(tx, order.id)) !== undefined
  if (!waits) await approveInside(tx, { refundId, order, approvedBy: userId, now })
  return accept({ refundId })
}

/** The order is paid now: what waited for that goes back. */
export async function releaseWaitingRefunds(tx: Tx, { order, now }: { order: Order; now: Date }): Promise<void> {
  for (const { id: refundId, requestedBy } of await findWaitingRefunds(tx, order.id)) {
    await approveInside(tx, { refundId, order, approvedBy: requestedBy, now })
  }
}
