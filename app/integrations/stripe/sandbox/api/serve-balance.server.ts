import type Stripe from 'stripe'
import type { Work } from '#app/integrations/stripe/sandbox/payments/begin-work.server.ts'
import { findObject, sumBalance } from '#app/integrations/stripe/sandbox/store/keep-objects.server.ts'
import { answerList, type List, readCreated, readCursor, readFilters, readKinds } from './answer-list.server.ts'
import { presentObject } from './present-object.server.ts'
import type { Params } from './read-params.server.ts'
import { notFound } from './refuse-request.server.ts'

/** What we own, per currency: net of fees and refunds, by whether it can be used yet. */
export function retrieveBalance({ store, atS }: Work): Stripe.Balance {
  const sums = sumBalance(store, atS)
  return {
    object: 'balance',
    available: sums.map(({ currency, available }) => ({ amount: available, currency, source_types: { card: available } })),
    livemode: false,
    pending: sums.map(({ currency, pending }) => ({ amount: pending, currency, source_types: { card: pending } })),
  }
}

export function retrieveBalanceTransaction({ store, atS }: Work, _params: Params, id: string): Stripe.BalanceTransaction {
  const transaction = findObject(store, 'balance_transaction', id)
  if (!transaction) throw notFound('balance_transaction', id)
  return presentObject(store, transaction, atS)
}

export function listBalanceTransactions({ store, atS }: Work, params: Params): List<Stripe.BalanceTransaction> {
  const filters = [...readFilters(params, ['source', 'currency']), ...readKinds(params), ...readCreated(params)]
  const list = answerList(store, 'balance_transaction', '/v1/balance_transactions', filters, readCursor(params))
  return { ...list, data: list.data.map((transaction) => presentObject(store, transaction, atS)) }
}
