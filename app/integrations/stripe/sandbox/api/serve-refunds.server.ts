import type Stripe from 'stripe'
import type { Work } from '#app/integrations/stripe/sandbox/payments/begin-work.server.ts'
import { isChargedBack } from '#app/integrations/stripe/sandbox/payments/dispute-charge.server.ts'
import { refundCharge } from '#app/integrations/stripe/sandbox/payments/refund-charge.server.ts'
import { findObject } from '#app/integrations/stripe/sandbox/store/keep-objects.server.ts'
import { idOf } from '#app/integrations/stripe/sandbox/store/read-reference.server.ts'
import { answerList, type List, readCreated, readCursor, readFilters } from './answer-list.server.ts'
import type { Params } from './read-params.server.ts'
import { invalid, missing, notFound } from './refuse-request.server.ts'

/** `POST /v1/refunds`: all that is left of a charge, or a part of it. Never more than is left. */
export function createRefund(work: Work, params: Params): Stripe.Refund {
  const charge = findChargeToRefund(work, params)
  const left = charge.amount_captured - charge.amount_refunded
  const amount = params.integer('amount', { min: 1 }) ?? left
  const reason = params.oneOf('reason', ['duplicate', 'fraudulent', 'requested_by_customer']) ?? null
  const metadata = params.metadata('metadata')
  params.refuseUnread()
  if (charge.status !== 'succeeded') throw invalid(`Charge ${charge.id} did not succeed, so it cannot be refunded.`, { param: 'charge' })
  if (isChargedBack(work, charge)) {
    throw invalid(`Charge ${charge.id} has been charged back; cannot issue a refund.`, { code: 'charge_disputed' })
  }
  if (left === 0) throw invalid(`Charge ${charge.id} has already been refunded.`, { code: 'charge_already_refunded' })
  if (amount > left) {
    throw invalid(`Refund amount (${amount}) is greater than unrefunded amount on charge (${left}).`, { param: 'amount' })
  }
  return refundCharge(work, { charge, amount, reason, metadata })
}

function findChargeToRefund({ store }: Work, params: Params): Stripe.Charge {
  const chargeId = params.text('charge')
  const intentId = params.text('payment_intent')
  if (chargeId !== undefined) {
    const charge = findObject(store, 'charge', chargeId)
    if (!charge) throw missing('charge', chargeId, 'charge')
    if (intentId !== undefined && charge.payment_intent !== intentId) {
      throw invalid('The charge does not belong to the payment intent.', { param: 'charge' })
    }
    return charge
  }
  if (intentId === undefined) {
    throw invalid('One of the following params should be provided for this request: payment_intent or charge.', {
      code: 'parameter_missing',
      param: 'payment_intent',
    })
  }
  const intent = findObject(store, 'payment_intent', intentId)
  if (!intent) throw missing('payment_intent', intentId, 'payment_intent')
  const latestId = idOf(intent.latest_charge)
  const charge = latestId === null ? undefined : findObject(store, 'charge', latestId)
  if (charge?.status === 'succeeded') return charge
  throw invalid(`This PaymentIntent (${intentId}) does not have a successful charge to refund.`, {
    code: 'payment_intent_unexpected_state',
  })
}

export function retrieveRefund({ store }: Work, _params: Params, id: string): Stripe.Refund {
  const refund = findObject(store, 'refund', id)
  if (!refund) throw notFound('refund', id)
  return refund
}

export const listRefunds = ({ store }: Work, params: Params): List<Stripe.Refund> =>
  answerList(
    store,
    'refund',
    '/v1/refunds',
    [...readFilters(params, ['charge', 'payment_intent']), ...readCreated(params)],
    readCursor(params),
  )
