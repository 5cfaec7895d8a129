import type { Fen } from '#app/domain/money/fen.ts'
import type { AccountId } from './accounts.ts'
import { moving, type Posting, type PostingEvent, type Transfer } from './posting.ts'

export const inTransit = (refundId: string): AccountId => `2030:${refundId}`
export const creditOf = (customerId: string): AccountId => `2020:${customerId}`
export const disputed = (disputeId: string): AccountId => `1130:${disputeId}`

type OfRefund = { refundId: string; orderId: string; amountFen: Fen; at: Date }

/** Approved: who bears it → in transit to the customer; what goes back as credit, on to their credit at once. */
export const refundApproved = (p: {
  refundId: string
  orderId: string
  event: Extract<PostingEvent, 'short_pick' | 'refund' | 'delivery_refund'>
  transfers: readonly Transfer[]
  credit: { customerId: string; amountFen: Fen }
  at: Date
}): Posting => ({
  key: `${p.refundId}:refund`,
  event: p.event,
  orderId: p.orderId,
  effectiveAt: p.at,
  transfers: moving([
    ...p.transfers,
    { debit: inTransit(p.refundId), credit: creditOf(p.credit.customerId), amountFen: p.credit.amountFen },
  ]),
})

/** Money for an order that had expired goes back whole: escrow → in transit. */
export const latePaymentReturned = ({ refundId, orderId, amountFen, at }: OfRefund): Posting => ({
  key: `${refundId}:refund`,
  event: 'refund',
  orderId,
  effectiveAt: at,
  transfers: [{ debit: `2010:${orderId}`, credit: inTransit(refundId), amountFen }],
})

/** It has reached the customer: out of what the processor has for us, or out of the bank. */
export const refundSucceeded = (p: OfRefund & { from: '1020' | '1030' }): Posting => ({
  key: `${p.refundId}:succeeded`,
  event: 'refund_succeeded',
  orderId: p.orderId,
  effectiveAt: p.at,
  transfers: [{ debit: inTransit(p.refundId), credit: p.from, amountFen: p.amountFen }],
})

/** It did not: still owed to the customer. One that had succeeded before comes back to the processor's balance. */
export const refundFailed = (p: OfRefund & { customerId: string; hadSucceeded: boolean }): Posting => ({
  key: `${p.refundId}:failed`,
  event: 'refund_failed',
  orderId: p.orderId,
  effectiveAt: p.at,
  transfers: [{ debit: p.hadSucceeded ? '1020' : inTransit(p.refundId), credit: creditOf(p.customerId), amountFen: p.amountFen }],
})

/** A new attempt at what was owed: touches no shares again. */
export const refundRetried = (p: OfRefund & { customerId: string }): Posting => ({
  key: `${p.refundId}:retried`,
  event: 'refund_retried',
  orderId: p.orderId,
  effectiveAt: p.at,
  transfers: [{ debit: creditOf(p.customerId), credit: inTransit(p.refundId), amountFen: p.amountFen }],
})

type OfDispute = { disputeId: string; orderId: string; amountFen: Fen; at: Date }

/** The processor has taken the money, and a fee that stays with us. */
export const disputeOpened = (p: OfDispute & { feeFen: Fen }): Posting => ({
  key: `${p.disputeId}:created`,
  event: 'dispute_opened',
  orderId: p.orderId,
  effectiveAt: p.at,
  transfers: moving([
    { debit: disputed(p.disputeId), credit: '1020', amountFen: p.amountFen },
    { debit: '5040', credit: '1020', amountFen: p.feeFen },
  ]),
})

/** The fee of a dispute that opened without one, known later. */
export const disputeFee = ({ disputeId, orderId, amountFen, at }: OfDispute): Posting => ({
  key: `${disputeId}:fee`,
  event: 'dispute_opened',
  orderId,
  effectiveAt: at,
  transfers: [{ debit: '5040', credit: '1020', amountFen }],
})

export const disputeWon = (p: OfDispute): Posting => ({
  key: `${p.disputeId}:won`,
  event: 'dispute_won',
  orderId: p.orderId,
  effectiveAt: p.at,
  transfers: [{ debit: '1020', credit: disputed(p.disputeId), amountFen: p.amountFen }],
})

/** `transfers`: like a full refund, to the dispute's account; what nobody has left to give back the alliance bears. */
export const disputeLost = (p: OfDispute & { transfers: readonly Transfer[] }): Posting => ({
  key: `${p.disputeId}:lost`,
  event: 'dispute_lost',
  orderId: p.orderId,
  effectiveAt: p.at,
  transfers: moving([...p.transfers, { debit: '5030', credit: disputed(p.disputeId), amountFen: p.amountFen }]),
})
