import type Stripe from 'stripe'
import { buildDispute } from '#app/integrations/stripe/sandbox/objects/build-dispute.server.ts'
import { insertObject, listObjects, replaceObject } from '#app/integrations/stripe/sandbox/store/keep-objects.server.ts'
import { idOf } from '#app/integrations/stripe/sandbox/store/read-reference.server.ts'
import type { Work } from './begin-work.server.ts'
import { moveBalance } from './move-balance.server.ts'
import { recordEvent } from './record-event.server.ts'

/** What the processor keeps for a dispute whatever comes of it; 1.50 as in the alliance's worked example. */
export const DISPUTE_FEE = 150

/** Cards only: Alipay and WeChat Pay know no disputes. What was refunded is not disputed again. */
export const canBeDisputed = (charge: Stripe.Charge): boolean =>
  charge.payment_method_details?.type === 'card' &&
  charge.status === 'succeeded' &&
  !charge.disputed &&
  charge.amount_captured > charge.amount_refunded

/** The cardholder's bank takes back what is left of a charge, and a fee. The caller has seen that it can be disputed. */
export function openDispute(work: Work, charge: Stripe.Charge, reason = 'fraudulent'): Stripe.Dispute {
  const { store, atS } = work
  const amount = charge.amount_captured - charge.amount_refunded
  const opened = buildDispute({ charge, amount, reason, createdS: atS })
  const withdrawn = moveBalance(work, {
    type: 'adjustment',
    amount: -amount,
    fee: DISPUTE_FEE,
    currency: charge.currency,
    source: opened.id,
    description: `Chargeback withdrawal for ${charge.id}`,
  })
  const dispute = { ...opened, balance_transactions: [withdrawn] }
  insertObject(store, dispute)
  replaceObject(store, { ...charge, disputed: true })
  recordEvent(work, { type: 'charge.dispute.created', data: { object: dispute } })
  recordEvent(work, { type: 'charge.dispute.funds_withdrawn', data: { object: dispute } })
  return dispute
}

export const isUndecided = ({ status }: Stripe.Dispute): boolean => status === 'needs_response' || status === 'under_review'

/** Whether the bank has, or may yet keep, the money of a charge: it cannot be refunded too. */
export const isChargedBack = ({ store }: Work, charge: Stripe.Charge): boolean =>
  charge.disputed &&
  listObjects(store, 'dispute', [{ by: 'charge', value: charge.id }], { limit: 1 }).data.some(({ status }) => status !== 'won')

/** The bank decides: won, the money comes back without the fee; lost, it stays gone. The caller has seen that it is undecided. */
export function decideDispute(work: Work, dispute: Stripe.Dispute, status: 'won' | 'lost'): Stripe.Dispute {
  const { store } = work
  const movements = [...dispute.balance_transactions]
  if (status === 'won') {
    const reinstated = moveBalance(work, {
      type: 'adjustment',
      amount: dispute.amount,
      currency: dispute.currency,
      source: dispute.id,
      description: `Chargeback reversal for ${idOf(dispute.charge)}`,
    })
    movements.push(reinstated)
  }
  const refundable = status === 'won'
  const decided = replaceObject(store, { ...dispute, balance_transactions: movements, is_charge_refundable: refundable, status })
  recordEvent(work, { type: 'charge.dispute.closed', data: { object: decided, previous_attributes: { status: dispute.status } } })
  if (status === 'won') recordEvent(work, { type: 'charge.dispute.funds_reinstated', data: { object: decided } })
  return decided
}
