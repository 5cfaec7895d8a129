import type Stripe from 'stripe'
import type { WireLineItem, WirePrice } from '#app/integrations/stripe/sandbox/store/keep-session-details.server.ts'
import { mintId } from './mint-id.server.ts'

export type LineRequest = {
  name: string
  currency: string
  unitAmount: number
  quantity: number
  taxBehavior: Stripe.Price.TaxBehavior
  metadata: Stripe.Metadata
}

/** One line of a session with the price made for it on the spot (`price_data`): untaxed and undiscounted. */
export function buildLineItem(line: LineRequest, createdS: number): WireLineItem {
  const total = line.unitAmount * line.quantity
  return {
    id: mintId('li_'),
    object: 'item',
    adjustable_quantity: null,
    amount_discount: 0,
    amount_subtotal: total,
    amount_tax: 0,
    amount_total: total,
    currency: line.currency,
    description: line.name,
    metadata: line.metadata,
    price: buildPrice(line, createdS),
    quantity: line.quantity,
  }
}

const buildPrice = ({ currency, unitAmount, taxBehavior }: LineRequest, createdS: number): WirePrice => ({
  id: mintId('price_'),
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
  product: mintId('prod_', 14),
  recurring: null,
  tax_behavior: taxBehavior,
  tiers_mode: null,
  transform_quantity: null,
  type: 'one_time',
  unit_amount: unitAmount,
  unit_amount_decimal: String(unitAmount),
})
