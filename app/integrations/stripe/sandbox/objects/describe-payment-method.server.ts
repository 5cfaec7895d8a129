import type Stripe from 'stripe'
import { mintLetters } from './mint-id.server.ts'
import type { PaymentMethodType } from './name-payment-method.server.ts'

/** How the customer paid, as it stands on a charge. The card is the well-known test Visa. */
export function describePaymentMethod(method: PaymentMethodType, amount: number): Stripe.Charge.PaymentMethodDetails {
  switch (method) {
    case 'card':
      return { type: 'card', card: describeTestCard(amount) }
    case 'alipay':
      return {
        type: 'alipay',
        alipay: { buyer_id: `2088${mintLetters(12)}`, fingerprint: mintLetters(16), transaction_id: mintLetters(28) },
      }
    case 'wechat_pay':
      return { type: 'wechat_pay', wechat_pay: { fingerprint: mintLetters(16), transaction_id: mintLetters(28) } }
  }
}

const describeTestCard = (amount: number): Stripe.Charge.PaymentMethodDetails.Card => ({
  amount_authorized: amount,
  authorization_code: mintLetters(6),
  brand: 'visa',
  checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
  country: 'US',
  electronic_commerce_indicator: null,
  exp_month: 12,
  exp_year: 2034,
  extended_authorization: { status: 'disabled' },
  fingerprint: 'sandboxTestCard1',
  funding: 'credit',
  incremental_authorization: { status: 'unavailable' },
  installments: null,
  last4: '4242',
  mandate: null,
  multicapture: { status: 'unavailable' },
  network: 'visa',
  network_token: { used: false },
  network_transaction_id: mintLetters(15),
  overcapture: { maximum_amount_capturable: amount, status: 'unavailable' },
  regulated_status: 'unregulated',
  three_d_secure: null,
  transaction_link_id: null,
  wallet: null,
})

/** Where a refund goes: back the way the money came. A card's reference becomes known only later. */
export function describeRefundDestination(type: string, reference?: string): Stripe.Refund.DestinationDetails {
  switch (type) {
    case 'alipay':
      return { type, alipay: {} }
    case 'wechat_pay':
      return { type, wechat_pay: {} }
    default:
      return {
        type: 'card',
        card: {
          type: 'refund',
          reference_type: 'acquirer_reference_number',
          reference_status: reference === undefined ? 'pending' : 'available',
          ...(reference !== undefined && { reference }),
        },
      }
  }
}
