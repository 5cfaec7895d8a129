import type Stripe from 'stripe'
import { buildRefund } from '#app/integrations/stripe/sandbox/objects/build-refund.server.ts'
import { describeRefundDestination } from '#app/integrations/stripe/sandbox/objects/describe-payment-method.server.ts'
import { mintLetters } from '#app/integrations/stripe/sandbox/objects/mint-id.server.ts'
import { spendFault } from '#app/integrations/stripe/sandbox/store/keep-faults.server.ts'
import { findObject, insertObject, replaceObject } from '#app/integrations/stripe/sandbox/store/keep-objects.server.ts'
import { setTimer } from '#app/integrations/stripe/sandbox/store/keep-timers.server.ts'
import { idOf } from '#app/integrations/stripe/sandbox/store/read-reference.server.ts'
import type { Work } from './begin-work.server.ts'
import { putBack, takeOut } from './move-balance.server.ts'
import { recordEvent } from './record-event.server.ts'

export type RefundRequest = {
  charge: Stripe.Charge
  amount: number
  reason: Stripe.Refund.Reason | null
  metadata: Stripe.Metadata
}

/**
 * Sends `amount` of a charge back. The caller has seen that so much is left of it. By card it counts as succeeded at once, as Stripe has it;
 * by Alipay and WeChat Pay it is pending until the wallet confirms. What becomes of it comes later, by itself, unless it is made to fail at once.
 */
export function refundCharge(work: Work, { charge, amount, reason, metadata }: RefundRequest): Stripe.Refund {
  const { store, settings, atMs, atS } = work
  const failsAtOnce = work.faults.refundsToFailAtOnce > 0 && spendFault(store, 'refundsToFailAtOnce')
  const willFail = !failsAtOnce && work.faults.refundsToFail > 0 && spendFault(store, 'refundsToFail')
  const byCard = charge.payment_method_details?.type === 'card'
  const begun = buildRefund({ charge, amount, reason, metadata, status: byCard && !willFail ? 'succeeded' : 'pending', createdS: atS })
  const refund = { ...begun, balance_transaction: takeOut(work, begun) }
  insertObject(store, refund)
  if (!failsAtOnce) setTimer(store, willFail ? 'fail_refund' : 'settle_refund', refund.id, atMs + settings.refundSettlesAfterMs)

  const amountRefunded = charge.amount_refunded + amount
  const refunded = replaceObject(store, { ...charge, amount_refunded: amountRefunded, refunded: amountRefunded === charge.amount_captured })
  recordEvent(work, { type: 'refund.created', data: { object: refund } })
  recordEvent(work, {
    type: 'charge.refunded',
    data: { object: refunded, previous_attributes: { amount_refunded: charge.amount_refunded, refunded: charge.refunded } },
  })
  return failsAtOnce ? failRefund(work, refund) : refund
}

/** The refund has reached the customer: a wallet's becomes succeeded, a card's gets the reference the bank knows it by. */
export function settleRefund(work: Work, refund: Stripe.Refund): void {
  const { pending_reason: _, ...before } = refund
  const reference = refund.destination_details?.type === 'card' ? mintLetters(23) : undefined
  const settled = replaceObject(work.store, {
    ...before,
    status: 'succeeded',
    destination_details: describeRefundDestination(refund.destination_details?.type ?? 'card', reference),
  })
  recordEvent(work, { type: 'refund.updated', data: { object: settled, previous_attributes: { status: refund.status } } })
}

/** The refund could not be delivered: the money is ours to give again, and the charge counts it as not refunded. */
export function failRefund(work: Work, refund: Stripe.Refund): Stripe.Refund {
  const { store } = work
  const { pending_reason: _, ...before } = refund
  const failed = replaceObject(store, {
    ...before,
    status: 'failed',
    failure_reason: 'declined',
    failure_balance_transaction: putBack(work, refund),
  })
  const chargeId = idOf(refund.charge)
  const charge = chargeId === null ? undefined : findObject(store, 'charge', chargeId)
  if (charge) replaceObject(store, { ...charge, amount_refunded: charge.amount_refunded - refund.amount, refunded: false })
  recordEvent(work, { type: 'refund.failed', data: { object: failed } })
  recordEvent(work, { type: 'refund.updated', data: { object: failed, previous_attributes: { status: refund.status } } })
  return failed
}
