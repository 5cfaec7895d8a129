import type Stripe from 'stripe'
import type { IntentRequest } from '#app/integrations/stripe/sandbox/store/keep-session-details.server.ts'
import { mintId, mintLetters } from './mint-id.server.ts'

type Wanted = { amount: number; currency: string; methods: string[]; createdS: number; request: IntentRequest }

/** The intent behind a session, before the customer has got through with any way of paying. */
export function buildPaymentIntent({ amount, currency, methods, createdS, request }: Wanted): Stripe.PaymentIntent {
  const id = mintId('pi_')
  return {
    id,
    object: 'payment_intent',
    allowed_payment_method_types: null,
    amount,
    amount_capturable: 0,
    amount_details: { tip: {} },
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: null,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: 'automatic',
    client_secret: `${id}_secret_${mintLetters(25)}`,
    confirmation_method: 'automatic',
    created: createdS,
    currency,
    customer: null,
    customer_account: null,
    description: request.description,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: null,
    metadata: request.metadata,
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: {},
    payment_method_types: methods,
    payment_record: null,
    processing: null,
    receipt_email: request.receiptEmail,
    review: null,
    setup_future_usage: null,
    shipping: null,
    source: null,
    statement_descriptor: request.statementDescriptor,
    statement_descriptor_suffix: request.statementDescriptorSuffix,
    status: 'requires_payment_method',
    transfer_data: null,
    transfer_group: request.transferGroup,
  }
}
