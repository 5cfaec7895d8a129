import type Stripe from 'stripe'
import { mintId } from './mint-id.server.ts'

export type TransferRequest = {
  amount: number
  currency: string
  destination: string
  description: string | null
  metadata: Stripe.Metadata
  sourceTransaction: string | null
  transferGroup: string | null
}

/** Money handed on to a connected account; its balance transaction is filled in by whoever takes the money out. */
export function buildTransfer(request: TransferRequest, createdS: number): Stripe.Transfer {
  const id = mintId('tr_')
  return {
    id,
    object: 'transfer',
    amount: request.amount,
    amount_reversed: 0,
    balance_transaction: null,
    created: createdS,
    currency: request.currency,
    description: request.description,
    destination: request.destination,
    destination_payment: mintId('py_'),
    livemode: false,
    metadata: request.metadata,
    reversals: { object: 'list', data: [], has_more: false, url: `/v1/transfers/${id}/reversals` },
    reversed: false,
    source_transaction: request.sourceTransaction,
    source_type: 'card',
    transfer_group: request.transferGroup,
  }
}

type Reversal = { transfer: Stripe.Transfer; amount: number; metadata: Stripe.Metadata; createdS: number }

export const buildTransferReversal = ({ transfer, amount, metadata, createdS }: Reversal): Stripe.TransferReversal => ({
  id: mintId('trr_'),
  object: 'transfer_reversal',
  amount,
  balance_transaction: null,
  created: createdS,
  currency: transfer.currency,
  destination_payment_refund: mintId('pyr_'),
  metadata,
  source_refund: null,
  transfer: transfer.id,
})
