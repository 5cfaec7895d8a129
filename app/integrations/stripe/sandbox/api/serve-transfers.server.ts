import type Stripe from 'stripe'
import type { Work } from '#app/integrations/stripe/sandbox/payments/begin-work.server.ts'
import { hasFunds } from '#app/integrations/stripe/sandbox/payments/move-balance.server.ts'
import { reverseTransfer, sendTransfer } from '#app/integrations/stripe/sandbox/payments/send-transfer.server.ts'
import { findObject } from '#app/integrations/stripe/sandbox/store/keep-objects.server.ts'
import { answerList, type List, readCreated, readCursor, readFilters } from './answer-list.server.ts'
import type { Params } from './read-params.server.ts'
import { readCurrency } from './read-session-params.server.ts'
import { insufficientFunds, invalid, missing, notFound } from './refuse-request.server.ts'

/** `POST /v1/transfers`: to an account that has been set up, of what may be used, or of a charge named as its source. */
export function createTransfer(work: Work, params: Params): Stripe.Transfer {
  const { store } = work
  const amount = params.requireInteger('amount', { min: 1 })
  const currency = readCurrency(params)
  const destination = params.requireText('destination')
  const sourceTransaction = params.text('source_transaction') ?? null
  params.oneOf('source_type', ['card'])
  const description = params.text('description') ?? null
  const request = { amount, currency, destination, sourceTransaction, description, metadata: params.metadata('metadata') }
  const transferGroup = params.text('transfer_group')
  params.refuseUnread()

  const account = findObject(store, 'account', destination)
  if (!account) throw missing('destination', destination, 'destination')
  if (account.capabilities?.transfers !== 'active') {
    throw invalid('Your destination account needs to have at least the following capability enabled: transfers.', {
      code: 'insufficient_capabilities_for_transfer',
    })
  }
  if (sourceTransaction === null) {
    if (!hasFunds(work, amount, currency)) throw insufficientFunds()
    return sendTransfer(work, { ...request, transferGroup: transferGroup ?? null })
  }
  const charge = findObject(store, 'charge', sourceTransaction)
  if (charge?.status !== 'succeeded') throw missing('charge', sourceTransaction, 'source_transaction')
  if (amount > charge.amount_captured - charge.amount_refunded) {
    throw invalid(`You cannot create a transfer of more than is left of its source transaction.`, { param: 'amount' })
  }
  return sendTransfer(work, { ...request, transferGroup: transferGroup ?? charge.transfer_group })
}

export function retrieveTransfer({ store }: Work, _params: Params, id: string): Stripe.Transfer {
  const transfer = findObject(store, 'transfer', id)
  if (!transfer) throw notFound('transfer', id)
  return transfer
}

export const listTransfers = ({ store }: Work, params: Params): List<Stripe.Transfer> =>
  answerList(
    store,
    'transfer',
    '/v1/transfers',
    [...readFilters(params, ['destination', 'transfer_group']), ...readCreated(params)],
    readCursor(params),
  )

/** `POST /v1/transfers/:id/reversals`: all that is left of a transfer, or a part of it. */
export function createReversal(work: Work, params: Params, id: string): Stripe.TransferReversal {
  const transfer = retrieveTransfer(work, params, id)
  const left = transfer.amount - transfer.amount_reversed
  const amount = params.integer('amount', { min: 1 }) ?? left
  params.text('description')
  const metadata = params.metadata('metadata')
  params.refuseUnread()
  if (left === 0) throw invalid(`Transfer ${id} has already been fully reversed.`)
  if (amount > left)
    throw invalid(`Reversal amount (${amount}) is greater than what is left of the transfer (${left}).`, { param: 'amount' })
  return reverseTransfer(work, { transfer, amount, metadata })
}

export function listReversals(work: Work, params: Params, id: string): List<Stripe.TransferReversal> {
  retrieveTransfer(work, params, id)
  const ofTransfer = [{ by: 'source' as const, value: id }]
  return answerList(work.store, 'transfer_reversal', `/v1/transfers/${id}/reversals`, ofTransfer, readCursor(params))
}

export function retrieveReversal({ store }: Work, _params: Params, id: string, reversalId: string): Stripe.TransferReversal {
  const reversal = findObject(store, 'transfer_reversal', reversalId)
  if (reversal?.transfer !== id) throw notFound('transfer_reversal', reversalId)
  return reversal
}
