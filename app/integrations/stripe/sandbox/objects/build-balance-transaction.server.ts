import type Stripe from 'stripe'
import { mintId } from './mint-id.server.ts'

const REPORTING_CATEGORY = {
  charge: 'charge',
  payment: 'charge',
  refund: 'refund',
  payment_refund: 'refund',
  refund_failure: 'refund_failure',
  /** a dispute, opened or won: told apart by the sign */
  adjustment: 'dispute',
  transfer: 'transfer',
  transfer_refund: 'transfer_reversal',
  payout: 'payout',
  payout_cancel: 'payout_reversal',
  payout_failure: 'payout_reversal',
} as const

type Movement = {
  /** `charge` and `refund` are by card, `payment` and `payment_refund` by anything else. */
  type: keyof typeof REPORTING_CATEGORY
  amount: number
  fee: number
  currency: string
  source: string
  description: string | null
  createdS: number
  availableOnS: number
}

/** One movement of our balance: `amount` in (or, negative, out), less the processor's fee. */
export function buildBalanceTransaction(movement: Movement): Stripe.BalanceTransaction {
  const { type, amount, fee, currency, source, description, createdS, availableOnS } = movement
  return {
    id: mintId('txn_'),
    object: 'balance_transaction',
    amount,
    available_on: availableOnS,
    balance_type: 'payments',
    created: createdS,
    currency,
    description,
    exchange_rate: null,
    fee,
    fee_details:
      fee === 0 ? [] : [{ amount: fee, application: null, currency, description: 'Sandbox processing fees', type: 'stripe_fee' }],
    net: amount - fee,
    reporting_category: type === 'adjustment' && amount > 0 ? 'dispute_reversal' : REPORTING_CATEGORY[type],
    source,
    status: availableOnS <= createdS ? 'available' : 'pending',
    type,
  }
}
