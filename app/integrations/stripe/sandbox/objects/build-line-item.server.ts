import type Stripe from 'stripe'
import type { SessionLine } from '#app/integrations/stripe/sandbox/store/keep-session-details.server.ts'

/** The SDK turns decimal strings into `Decimal` on arrival; on the wire they are strings. */
type WirePrice = Omit<Stripe.Price, 'unit_amount_decimal'> & { unit_amount_decimal: string | null }
export type WireLineItem = Omit<Stripe.LineItem, 'price'> & { price: WirePrice | null }

/** One line of a session with the price made for it on the spot (`price_data`): untaxed and undiscounted. */
export function buildLineItem(line: SessionLine): WireLineItem {
  const total = line.unitAmount * line.quantity
  return {
    id: line.id,
    object: 'item',
    adjustable_quantity: null,
    amount_discount: 0,
    amount_subtotal: total,
    amount_tax: 0,
    amount_total: total,
    currency: line.currency,
    description: line.name,
    metadata: line.metadata,
    price: buildPrice(line),
    quantity: line.quantity,
  }
}

const buildPrice = ({ priceId, productId, currency, unitAmount, taxBehavior, createdS }: SessionLine): WirePrice => ({
  id: priceId,
  object: 'price',
  active: false,
  billing_scheme: 'per_unit',
  created: createdS,
  currency,
  custom_unit_amount: null,
  livemode: false,
  lookup_key: null,
  metadata: {},
  nickname: null,
  product: productId,
  recurring: null,
  tax_behavior: taxBehavior,
  tiers_mode: null,
  transform_quantity: null,
  type: 'one_time',
  unit_amount: unitAmount,
  unit_amount_decimal: String(unitAmount),
})
