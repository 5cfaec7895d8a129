import type Stripe from 'stripe'
import { describeRefundDestination } from './describe-payment-method.server.ts'
import { mintId } from './mint-id.server.ts'

type Wanted = {
  charge: Stripe.Charge
  amount: number
  reason: Stripe.Refund.Reason | null
  metadata: Stripe.Metadata
  status: 'succeeded' | 'pending'
  createdS: number
}

/** A refund on its way; its balance transaction is filled in by whoever takes the money out. */
export function buildRefund({ charge, amount, reason, metadata, status, createdS }: Wanted): Stripe.Refund {
  return {
    id: mintId(charge.id.startsWith('py_') ? 'pyr_' : 're_'),
    object: 'refund',
    amount,
    balance_transaction: null,
    charge: charge.id,
    created: createdS,
    currency: charge.currency,
    customer: null,
    customer_account: null,
    destination_details: describeRefundDestination(charge.payment_method_details?.type ?? 'card'),
    metadata,
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    reason,
    receipt_number: null,
    source_transfer_reversal: null,
    status,
    transfer_reversal: null,
    ...(status === 'pending' && { pending_reason: 'processing' }),
  }
}
