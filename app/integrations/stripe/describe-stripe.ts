import type Stripe from 'stripe'
import { fen } from '#app/domain/money/fen.ts'
import type { ChargeState, ConnectedAccount, DisputeState, ProcessorEvent, RefundState, SessionState, TransferState } from './processor.ts'

const idOf = (reference: string | { id: string } | null | undefined): string | null =>
  typeof reference === 'string' ? reference : (reference?.id ?? null)

export function describeSession(session: Stripe.Checkout.Session): SessionState {
  return {
    paymentId: session.client_reference_id ?? '',
    state: session.payment_status === 'paid' ? 'paid' : session.status === 'expired' ? 'expired' : 'open',
    paymentIntentId: idOf(session.payment_intent),
    amountFen: fen(session.amount_total ?? 0),
  }
}

/** The fee and the day its money is free are known where the balance transaction came expanded. */
export function describeCharge(charge: Stripe.Charge): ChargeState {
  const entry = typeof charge.balance_transaction === 'object' ? charge.balance_transaction : null
  return {
    paymentIntentId: idOf(charge.payment_intent) ?? '',
    chargeId: charge.id,
    method: charge.payment_method_details?.type ?? null,
    amountFen: fen(charge.amount),
    feeFen: entry ? fen(entry.fee) : null,
    availableAt: entry ? new Date(entry.available_on * 1000) : null,
  }
}

export function describeRefund(refund: Stripe.Refund): RefundState {
  const failed = refund.status === 'failed' || refund.status === 'canceled'
  return {
    processorRefundId: refund.id,
    refundId: refund.metadata?.refund ?? '',
    state: failed ? 'failed' : refund.status === 'succeeded' ? 'succeeded' : 'pending',
    amountFen: fen(refund.amount),
    failure: failed ? (refund.failure_reason ?? refund.status) : null,
  }
}

/** A dispute that was only an enquiry (`warning_…`) takes no money and counts as won when it ends. */
export function describeDispute(dispute: Stripe.Dispute): DisputeState {
  const fees = dispute.balance_transactions.filter((entry) => entry.amount < 0).map((entry) => entry.fee)
  return {
    disputeId: dispute.id,
    paymentIntentId: idOf(dispute.payment_intent) ?? '',
    amountFen: fen(dispute.amount),
    feeFen: fen(fees.reduce((sum, fee) => sum + fee, 0)),
    reason: dispute.reason,
    state: dispute.status === 'lost' ? 'lost' : dispute.status === 'won' || dispute.status === 'warning_closed' ? 'won' : 'open',
  }
}

export const describeTransfer = (transfer: Stripe.Transfer): TransferState => ({
  transferId: transfer.id,
  payoutId: transfer.transfer_group ?? '',
  amountFen: fen(transfer.amount),
  reversedFen: fen(transfer.amount_reversed),
})

export const describeAccount = (account: Stripe.Account): ConnectedAccount => ({
  accountId: account.id,
  party: account.metadata?.party ?? '',
  name: account.business_profile?.name ?? '',
  ready: account.capabilities?.transfers === 'active' && account.payouts_enabled,
})

/** What a webhook endpoint is to be subscribed to: everything `describeEvent` tells apart, but for charges. */
export const webhookEventTypes = [
  'checkout.session.completed',
  'checkout.session.async_payment_succeeded',
  'checkout.session.expired',
  'refund.created',
  'refund.updated',
  'refund.failed',
  'charge.dispute.created',
  'charge.dispute.updated',
  'charge.dispute.closed',
  'charge.dispute.funds_withdrawn',
  'charge.dispute.funds_reinstated',
] as const

/** What is listed when webhooks were lost. A charge says its fee only where it is looked up, so no webhook of it is asked for. */
export const listedEventTypes = [...webhookEventTypes, 'charge.succeeded', 'charge.updated'] as const

export function describeEvent(event: Stripe.Event): ProcessorEvent {
  const { id, type } = event
  switch (event.type) {
    case 'checkout.session.completed':
    case 'checkout.session.async_payment_succeeded': {
      const session = describeSession(event.data.object)
      return session.state === 'paid' ? { id, type, kind: 'paid', session } : { id, type, kind: 'other' }
    }
    case 'checkout.session.expired':
      return { id, type, kind: 'expired', paymentId: event.data.object.client_reference_id ?? '' }
    case 'refund.created':
    case 'refund.updated':
    case 'refund.failed':
      return { id, type, kind: 'refund', refund: describeRefund(event.data.object) }
    case 'charge.succeeded':
    case 'charge.updated':
      return { id, type, kind: 'charge', charge: describeCharge(event.data.object) }
    case 'charge.dispute.created':
    case 'charge.dispute.updated':
    case 'charge.dispute.closed':
    case 'charge.dispute.funds_withdrawn':
    case 'charge.dispute.funds_reinstated':
      return { id, type, kind: 'dispute', dispute: describeDispute(event.data.object) }
    default:
      return { id, type, kind: 'other' }
  }
}
