import type Stripe from 'stripe'
import { describePaymentMethod } from './describe-payment-method.server.ts'
import { mintId } from './mint-id.server.ts'
import type { PaymentMethodType } from './name-payment-method.server.ts'

type Attempt = { intent: Stripe.PaymentIntent; method: PaymentMethodType; email: string | null; createdS: number }

/**
 * One attempt to take the money of an intent, accepted or declined. Stripe tells of the charge before its balance
 * transaction exists, so that starts as null. Charges that are not by card are named `py_`.
 */
export function buildCharge({ intent, method, email, createdS }: Attempt, outcome: 'accepted' | 'declined'): Stripe.Charge {
  const accepted = outcome === 'accepted'
  return {
    id: mintId(method === 'card' ? 'ch_' : 'py_'),
    object: 'charge',
    amount: intent.amount,
    amount_captured: accepted ? intent.amount : 0,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: { address: null, email, name: null, phone: null, tax_id: null },
    calculated_statement_descriptor: null,
    captured: accepted,
    created: createdS,
    currency: intent.currency,
    customer: null,
    description: intent.description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: accepted ? null : 'card_declined',
    failure_message: accepted ? null : DECLINE_MESSAGE,
    fraud_details: {},
    livemode: false,
    metadata: intent.metadata,
    on_behalf_of: null,
    outcome: accepted ? AUTHORISED : DECLINED,
    paid: accepted,
    payment_intent: intent.id,
    payment_method: mintId('pm_'),
    payment_method_details: describePaymentMethod(method, intent.amount),
    receipt_email: intent.receipt_email,
    receipt_number: null,
    receipt_url: null,
    refunded: false,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: intent.statement_descriptor,
    statement_descriptor_suffix: intent.statement_descriptor_suffix,
    status: accepted ? 'succeeded' : 'failed',
    transfer_data: null,
    transfer_group: intent.transfer_group,
  }
}

export const DECLINE_MESSAGE = 'Your card was declined.'

const AUTHORISED: Stripe.Charge.Outcome = {
  advice_code: null,
  network_advice_code: null,
  network_decline_code: null,
  network_status: 'approved_by_network',
  reason: null,
  risk_level: 'normal',
  risk_score: 12,
  seller_message: 'Payment complete.',
  type: 'authorized',
}

const DECLINED: Stripe.Charge.Outcome = {
  ...AUTHORISED,
  network_status: 'declined_by_network',
  reason: 'generic_decline',
  seller_message: 'The bank did not return any further details with this decline.',
  type: 'issuer_declined',
}
