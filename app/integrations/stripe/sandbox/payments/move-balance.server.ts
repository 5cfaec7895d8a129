import type Stripe from 'stripe'
import { buildBalanceTransaction } from '#app/integrations/stripe/sandbox/objects/build-balance-transaction.server.ts'
import { chargeFee } from '#app/integrations/stripe/sandbox/objects/charge-fee.server.ts'
import type { PaymentMethodType } from '#app/integrations/stripe/sandbox/objects/name-payment-method.server.ts'
import { insertObject, sumBalance } from '#app/integrations/stripe/sandbox/store/keep-objects.server.ts'
import type { Work } from './begin-work.server.ts'

/** Takes a payment into our balance, pending at first. @returns the id of the balance transaction */
export function takeIn({ store, settings, atMs, atS }: Work, charge: Stripe.Charge, method: PaymentMethodType): string {
  const movement = buildBalanceTransaction({
    type: method === 'card' ? 'charge' : 'payment',
    amount: charge.amount,
    fee: chargeFee(charge.amount, method),
    currency: charge.currency,
    source: charge.id,
    description: charge.description,
    createdS: atS,
    availableOnS: Math.floor((atMs + settings.fundsSettleAfterMs) / 1000),
  })
  insertObject(store, movement)
  return movement.id
}

/** Takes a refund out of our balance at once. @returns the id of the balance transaction */
export function takeOut({ store, atS }: Work, refund: Stripe.Refund): string {
  const movement = buildBalanceTransaction({
    type: refund.id.startsWith('pyr_') ? 'payment_refund' : 'refund',
    amount: -refund.amount,
    fee: 0,
    currency: refund.currency,
    source: refund.id,
    description: 'REFUND',
    createdS: atS,
    availableOnS: atS,
  })
  insertObject(store, movement)
  return movement.id
}

/** Puts a failed refund back into our balance. @returns the id of the balance transaction */
export function putBack({ store, atS }: Work, refund: Stripe.Refund): string {
  const movement = buildBalanceTransaction({
    type: 'refund_failure',
    amount: refund.amount,
    fee: 0,
    currency: refund.currency,
    source: refund.id,
    description: 'REFUND FAILURE',
    createdS: atS,
    availableOnS: atS,
  })
  insertObject(store, movement)
  return movement.id
}

type Outgoing = {
  type: 'adjustment' | 'transfer' | 'transfer_refund' | 'payout' | 'payout_cancel' | 'payout_failure'
  /** negative goes out */
  amount: number
  fee?: number
  currency: string
  source: string
  description: string
  /** seconds; at once when absent */
  availableOnS?: number
}

/** Disputes, transfers and payouts, and what comes back of them. @returns the movement as it was kept */
export function moveBalance({ store, atS }: Work, movement: Outgoing): Stripe.BalanceTransaction {
  const kept = buildBalanceTransaction({ fee: 0, availableOnS: atS, ...movement, createdS: atS })
  insertObject(store, kept)
  return kept
}

/** Whether so much may be used now. */
export const hasFunds = ({ store, atS }: Work, amount: number, currency: string): boolean =>
  amount <= (sumBalance(store, atS).find((sum) => sum.currency === currency)?.available ?? 0)
