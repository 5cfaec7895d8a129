import type Stripe from 'stripe'
import { PAYMENT_METHODS, type PaymentMethodType } from './name-payment-method.server.ts'

type PaymentMethodOptions = Stripe.Checkout.Session.PaymentMethodOptions

export type SessionRequest = {
  id: string
  url: string
  createdS: number
  expiresAtS: number
  amount: number
  currency: string
  cancelUrl: string | null
  successUrl: string
  clientReferenceId: string | null
  customerEmail: string | null
  locale: Stripe.Checkout.Session.Locale | null
  metadata: Stripe.Metadata
  /** Null: every method the sandbox knows. */
  allowedMethods: PaymentMethodType[] | null
  submitType: Stripe.Checkout.Session.SubmitType | null
}

/** A session as it opens: unpaid, on the hosted page, without a payment intent until the customer tries to pay. */
export function buildCheckoutSession(request: SessionRequest): Stripe.Checkout.Session {
  const methods = request.allowedMethods ?? [...PAYMENT_METHODS]
  return {
    id: request.id,
    object: 'checkout.session',
    adaptive_pricing: { enabled: false },
    after_expiration: null,
    allow_promotion_codes: null,
    allowed_payment_method_types: request.allowedMethods,
    amount_subtotal: request.amount,
    amount_total: request.amount,
    automatic_tax: { enabled: false, liability: null, provider: null, status: null },
    billing_address_collection: null,
    cancel_url: request.cancelUrl,
    client_reference_id: request.clientReferenceId,
    client_secret: null,
    collected_information: null,
    consent: null,
    consent_collection: null,
    created: request.createdS,
    currency: request.currency,
    currency_conversion: null,
    custom_fields: [],
    custom_text: { after_submit: null, shipping_address: null, submit: null, terms_of_service_acceptance: null },
    customer: null,
    customer_account: null,
    customer_creation: 'if_required',
    customer_details: request.customerEmail === null ? null : describeCustomer(request.customerEmail),
    customer_email: request.customerEmail,
    discounts: [],
    expires_at: request.expiresAtS,
    integration_identifier: null,
    invoice: null,
    invoice_creation: null,
    livemode: false,
    locale: request.locale,
    managed_payments: { enabled: false },
    metadata: request.metadata,
    mode: 'payment',
    origin_context: null,
    payment_intent: null,
    payment_link: null,
    payment_method_collection: 'if_required',
    payment_method_configuration_details: null,
    payment_method_options: optionsFor(methods),
    payment_method_types: methods,
    payment_status: 'unpaid',
    permissions: null,
    phone_number_collection: { enabled: false },
    recovered_from: null,
    saved_payment_method_options: null,
    setup_intent: null,
    shipping_address_collection: null,
    shipping_cost: null,
    shipping_options: [],
    status: 'open',
    submit_type: request.submitType,
    subscription: null,
    success_url: request.successUrl,
    total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
    ui_mode: 'hosted_page',
    url: request.url,
    wallet_options: null,
  }
}

export const describeCustomer = (email: string | null): Stripe.Checkout.Session.CustomerDetails => ({
  address: null,
  business_name: null,
  email,
  individual_name: null,
  name: null,
  phone: null,
  tax_exempt: 'none',
  tax_ids: null,
})

function optionsFor(methods: readonly PaymentMethodType[]): PaymentMethodOptions {
  const options: PaymentMethodOptions = {}
  if (methods.includes('card')) options.card = { installments: { enabled: false }, request_three_d_secure: 'automatic' }
  if (methods.includes('wechat_pay')) options.wechat_pay = { app_id: null, client: 'web' }
  return options
}
