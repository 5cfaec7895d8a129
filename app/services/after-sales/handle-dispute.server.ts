import { planLostDispute } from '#app/domain/after-sales/plan-lost-dispute.ts'
import { cashOf, couponOf } from '#app/domain/after-sales/plan-refund.ts'
import { invariant } from '#app/domain/invariant.ts'
import { disputed, disputeFee, disputeLost, disputeOpened, disputeWon } from '#app/domain/ledger/post-refund-events.ts'
import { fen } from '#app/domain/money/fen.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { DisputeState } from '#app/integrations/stripe/processor.ts'
import { post } from '#app/services/ledger/post.server.ts'
import type { Database, Tx } from '#db/connection.ts'
import { newId } from '#db/new-id.server.ts'
import * as disputes from '#db/queries/payments/disputes.server.ts'
import { insertRefund } from '#db/queries/payments/refund-steps.server.ts'
import { lockOrder } from '#db/queries/payments/refunds.server.ts'
import { readOrderLeft } from './read-order-left.server.ts'

/**
 * The processor has spoken about a chargeback. Opened: the money is with it, and what the order's parties would be paid is held.
 * Won: the money is back, the fee lost. Lost: the shares come back like a full refund, to the dispute. Whatever order the events
 * come in, and however often, each step is entered once; a dispute that has ended stays as it ended.
 */
export function handleDispute(
  { transact }: Pick<Database, 'transact'>,
  { dispute: said, now }: { dispute: DisputeState; now: Date },
): Promise<Result<{ status: 'open' | 'won' | 'lost' }, { code: 'unknown_payment' }>> {
  return transact(async (tx) => {
    const payment = await disputes.findPaymentByIntent(tx, said.paymentIntentId)
    if (!payment) return refuse({ code: 'unknown_payment' })
    const { disputeId, amountFen, feeFen, reason } = said
    const { orderId } = payment
    const order = await lockOrder(tx, orderId)
    invariant(order, `order ${orderId} is gone`)
    const row = { id: disputeId, paymentId: payment.id, orderId, amountFen, feeFen, reason, status: 'open', openedAt: now } as const
    const isNew = await disputes.claimDispute(tx, row)
    if (isNew) await post(tx, disputeOpened({ disputeId, orderId, amountFen, feeFen, at: now }), now)
    const known = await disputes.lockDispute(tx, disputeId)
    invariant(known, `dispute ${disputeId} is gone`)
    if (known.feeFen === 0 && feeFen > 0) {
      await post(tx, disputeFee({ disputeId, orderId, amountFen: feeFen, at: now }), now)
      await disputes.noteDisputeFee(tx, { disputeId, feeFen })
    }
    if (known.status !== 'open' || said.state === 'open') return accept({ status: known.status })
    if (said.state === 'won') await post(tx, disputeWon({ disputeId, orderId, amountFen: known.amountFen, at: now }), now)
    else await loseDispute(tx, order, known, now)
    await disputes.closeDispute(tx, { disputeId, status: said.state, at: now })
    return accept({ status: said.state })
  })
}

type Order = NonNullable<Awaited<ReturnType<typeof lockOrder>>>

/** What it takes back stands as a refund too, so that nothing of it can be refunded again. */
async function loseDispute(tx: Tx, order: Order, { id: disputeId, orderId, paymentId, amountFen }: disputes.DisputeRow, now: Date) {
  const { refund, transfers, lossFen } = planLostDispute(await readOrderLeft(tx, order), amountFen, disputed(disputeId))
  const { lines, deliveryFen } = refund
  await insertRefund(
    tx,
    {
      id: newId('re'),
      orderId,
      requestKey: `dispute:${disputeId}`,
      reason: 'dispute',
      bearer: 'shared',
      status: 'succeeded',
      cashFen: cashOf(refund),
      deliveryFen,
      couponFen: couponOf(refund),
      goodsReturned: false,
      way: 'processor',
      paymentId,
      note: '',
      requestedBy: 'system',
      requestedAt: now,
      approvedBy: 'system',
      approvedAt: now,
      settledAt: now,
    },
    lines,
  )
  await post(tx, disputeLost({ disputeId, orderId, transfers, amountFen: fen(lossFen), at: now }), now)
}
