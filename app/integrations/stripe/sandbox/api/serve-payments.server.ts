import type Stripe from 'stripe'
import type { Work } from '#app/integrations/stripe/sandbox/payments/begin-work.server.ts'
import { findObject } from '#app/integrations/stripe/sandbox/store/keep-objects.server.ts'
import { answerList, type List, readCreated, readCursor, readFilters } from './answer-list.server.ts'
import type { Params } from './read-params.server.ts'
import { invalid, notFound } from './refuse-request.server.ts'

export function retrieveIntent({ store }: Work, _params: Params, id: string): Stripe.PaymentIntent {
  const intent = findObject(store, 'payment_intent', id)
  if (!intent) throw notFound('payment_intent', id)
  return intent
}

export const listIntents = ({ store }: Work, params: Params): List<Stripe.PaymentIntent> =>
  answerList(store, 'payment_intent', '/v1/payment_intents', readCreated(params), readCursor(params))

/** Always refused, as Stripe does: every intent here belongs to a Checkout Session, which has to be expired instead. */
export function cancelIntent(work: Work, params: Params, id: string): never {
  const { status } = retrieveIntent(work, params, id)
  if (status === 'requires_payment_method') {
    throw invalid('You cannot cancel the PaymentIntent of an open Checkout Session. Expire the Checkout Session instead.', {
      code: 'payment_intent_unexpected_state',
    })
  }
  throw invalid(`You cannot cancel this PaymentIntent because it has a status of ${status}.`, { code: 'payment_intent_unexpected_state' })
}

export function retrieveCharge({ store }: Work, _params: Params, id: string): Stripe.Charge {
  const charge = findObject(store, 'charge', id)
  if (!charge) throw notFound('charge', id)
  return charge
}

export const listCharges = ({ store }: Work, params: Params): List<Stripe.Charge> =>
  answerList(
    store,
    'charge',
    '/v1/charges',
    [...readFilters(params, ['payment_intent', 'transfer_group']), ...readCreated(params)],
    readCursor(params),
  )
