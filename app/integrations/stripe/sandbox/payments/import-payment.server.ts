import { buildBalanceTransaction } from '#app/integrations/stripe/sandbox/objects/build-balance-transaction.server.ts'
import { buildCharge } from '#app/integrations/stripe/sandbox/objects/build-charge.server.ts'
import { buildDispute } from '#app/integrations/stripe/sandbox/objects/build-dispute.server.ts'
import { buildPaymentIntent } from '#app/integrations/stripe/sandbox/objects/build-payment-intent.server.ts'
import { buildRefund } from '#app/integrations/stripe/sandbox/objects/build-refund.server.ts'
import type { PaymentMethodType } from '#app/integrations/stripe/sandbox/objects/name-payment-method.server.ts'
import { findObject, insertObject } from '#app/integrations/stripe/sandbox/store/keep-objects.server.ts'
import type { Work } from './begin-work.server.ts'
import { DISPUTE_FEE } from './dispute-charge.server.ts'
import { moveBalance, takeOut } from './move-balance.server.ts'

/** A payment taken before the sandbox was there, as the shop has it in its books. Amounts in fen, refunds succeeded, a dispute open. */
export type ImportedPayment = {
  paymentIntentId: string
  chargeId: string
  method: PaymentMethodType
  amountFen: number
  feeFen: number
  transferGroup: string
  metadata: Record<string, string>
  paidAt: Date
  availableAt: Date
  refunds: readonly { id: string; amountFen: number; metadata: Record<string, string> }[]
  dispute: { id: string; amountFen: number; reason: string } | null
}

const currency = 'cny'
const seconds = (at: Date) => Math.floor(at.getTime() / 1000)

/**
 * Takes a payment into the books as if it had been made here, under its own ids: it can be looked up, refunded and disputed like
 * any other. Nothing is told to anyone. @returns false when it is known already
 */
export function importPayment(work: Work, payment: ImportedPayment): boolean {
  const { store } = work
  const { paymentIntentId, chargeId, method, amountFen: amount, feeFen, metadata, transferGroup } = payment
  if (findObject(store, 'payment_intent', paymentIntentId)) return false
  const createdS = seconds(payment.paidAt)
  const request = {
    description: null,
    metadata,
    receiptEmail: null,
    statementDescriptor: null,
    statementDescriptorSuffix: null,
    transferGroup,
  }
  const begun = { ...buildPaymentIntent({ amount, currency, methods: [method], createdS, request }), id: paymentIntentId }
  const charged = { ...buildCharge({ intent: begun, method, email: null, createdS }, 'accepted'), id: chargeId }
  const movement = buildBalanceTransaction({
    type: method === 'card' ? 'charge' : 'payment',
    amount,
    fee: feeFen,
    currency,
    source: chargeId,
    description: null,
    createdS,
    availableOnS: seconds(payment.availableAt),
  })
  insertObject(store, movement)
  const refundedFen = payment.refunds.reduce((sum, refund) => sum + refund.amountFen, 0)
  const charge = {
    ...charged,
    balance_transaction: movement.id,
    amount_refunded: refundedFen,
    refunded: refundedFen === amount,
    disputed: payment.dispute !== null,
  }
  insertObject(store, charge)
  insertObject(store, {
    ...begun,
    amount_received: amount,
    latest_charge: chargeId,
    payment_method: charge.payment_method,
    status: 'succeeded',
  })
  for (const { id, amountFen, metadata: said } of payment.refunds) {
    const refund = { ...buildRefund({ charge, amount: amountFen, reason: null, metadata: said, status: 'succeeded', createdS }), id }
    insertObject(store, { ...refund, balance_transaction: takeOut(work, refund) })
  }
  if (payment.dispute) {
    const { id, amountFen, reason } = payment.dispute
    const withdrawal = { type: 'adjustment' as const, amount: -amountFen, fee: DISPUTE_FEE, currency, source: id }
    const withdrawn = moveBalance(work, { ...withdrawal, description: `Chargeback withdrawal for ${chargeId}` })
    const opened = buildDispute({ charge, amount: amountFen, reason, createdS: work.atS })
    insertObject(store, { ...opened, id, balance_transactions: [withdrawn] })
  }
  return true
}
