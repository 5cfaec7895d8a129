import type Stripe from 'stripe'
import type { Work } from '#app/integrations/stripe/sandbox/payments/begin-work.server.ts'
import { hasFunds } from '#app/integrations/stripe/sandbox/payments/move-balance.server.ts'
import { cancelPayout, payOut } from '#app/integrations/stripe/sandbox/payments/pay-out.server.ts'
import { findObject } from '#app/integrations/stripe/sandbox/store/keep-objects.server.ts'
import { answerList, type List, readCreated, readCursor, readFilters } from './answer-list.server.ts'
import type { Params } from './read-params.server.ts'
import { readCurrency } from './read-session-params.server.ts'
import { insufficientFunds, invalid, notFound } from './refuse-request.server.ts'

const OUR_BANK = 'ba_sandbox_our_bank'

/** `POST /v1/payouts`: our own money to our bank, of what may be used. */
export function createPayout(work: Work, params: Params): Stripe.Payout {
  const amount = params.requireInteger('amount', { min: 1 })
  const currency = readCurrency(params)
  params.oneOf('method', ['standard'])
  params.oneOf('source_type', ['card'])
  const request = {
    amount,
    currency,
    description: params.text('description') ?? null,
    destination: params.text('destination') ?? OUR_BANK,
    metadata: params.metadata('metadata'),
    statementDescriptor: params.text('statement_descriptor') ?? null,
  }
  params.refuseUnread()
  if (!hasFunds(work, amount, currency)) throw insufficientFunds()
  return payOut(work, request)
}

export function retrievePayout({ store }: Work, _params: Params, id: string): Stripe.Payout {
  const payout = findObject(store, 'payout', id)
  if (!payout) throw notFound('payout', id)
  return payout
}

export const listPayouts = ({ store }: Work, params: Params): List<Stripe.Payout> =>
  answerList(
    store,
    'payout',
    '/v1/payouts',
    [...readFilters(params, ['destination', 'status']), ...readCreated(params)],
    readCursor(params),
  )

/** `POST /v1/payouts/:id/cancel`: only one that is still pending. */
export function cancelPendingPayout(work: Work, params: Params, id: string): Stripe.Payout {
  const payout = retrievePayout(work, params, id)
  if (payout.status !== 'pending') throw invalid(`Payouts can only be canceled while they are pending; ${id} is ${payout.status}.`)
  return cancelPayout(work, payout)
}
