import type Stripe from 'stripe'
import { mintId } from './mint-id.server.ts'

export type PayoutRequest = {
  amount: number
  currency: string
  description: string | null
  destination: string
  metadata: Stripe.Metadata
  statementDescriptor: string | null
}

/** Our own money on its way to our bank; its balance transaction is filled in by whoever takes the money out. */
export const buildPayout = (request: PayoutRequest, { createdS, arrivesS }: { createdS: number; arrivesS: number }): Stripe.Payout => ({
  id: mintId('po_'),
  object: 'payout',
  amount: request.amount,
  application_fee: null,
  application_fee_amount: null,
  arrival_date: arrivesS,
  automatic: false,
  balance_transaction: null,
  created: createdS,
  currency: request.currency,
  description: request.description,
  destination: request.destination,
  failure_balance_transaction: null,
  failure_code: null,
  failure_message: null,
  livemode: false,
  metadata: request.metadata,
  method: 'standard',
  original_payout: null,
  payout_method: null,
  reconciliation_status: 'not_applicable',
  reversed_by: null,
  source_type: 'card',
  statement_descriptor: request.statementDescriptor,
  status: 'pending',
  trace_id: null,
  type: 'bank_account',
})
