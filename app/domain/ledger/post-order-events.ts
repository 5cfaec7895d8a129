import type { Home } from '#app/domain/commission/line-terms.ts'
import type { LineShares } from '#app/domain/commission/split-line.ts'
import { type Fen, fen } from '#app/domain/money/fen.ts'
import type { AccountId } from './accounts.ts'
import { moving, type Posting } from './posting.ts'

const escrow = (orderId: string): AccountId => `2010:${orderId}`

/** The alliance pays its coupon into escrow when the customer has paid the rest; no coupon, no transfer. */
const couponPaid = (orderId: string, couponFen: Fen = fen(0)) => ({
  debit: '5020' as const,
  credit: escrow(orderId),
  amountFen: couponFen,
})

/** Payment succeeded: processor pending → the order's escrow (or, for a bank transfer, bank → escrow). */
export const paymentSucceeded = (p: { paymentId: string; orderId: string; amountFen: Fen; couponFen?: Fen; at: Date }): Posting => ({
  key: `${p.paymentId}:succeeded`,
  event: 'payment_succeeded',
  orderId: p.orderId,
  effectiveAt: p.at,
  transfers: moving([{ debit: '1010', credit: escrow(p.orderId), amountFen: p.amountFen }, couponPaid(p.orderId, p.couponFen)]),
})

/** A leader's or enterprise's bank transfer, confirmed by the office: bank → escrow. */
export const transferReceived = (p: { orderId: string; amountFen: Fen; couponFen?: Fen; at: Date }): Posting => ({
  key: `${p.orderId}:transfer-received`,
  event: 'transfer_received',
  orderId: p.orderId,
  effectiveAt: p.at,
  transfers: moving([{ debit: '1030', credit: escrow(p.orderId), amountFen: p.amountFen }, couponPaid(p.orderId, p.couponFen)]),
})

const creditSpentKey = (orderId: string) => `${orderId}:credit-spent`

/** A customer's credit pays for an order when it is placed; where it pays all of it, the coupon comes with it. */
export const creditSpent = (p: { orderId: string; customerId: string; creditFen: Fen; couponFen?: Fen; at: Date }): Posting => ({
  key: creditSpentKey(p.orderId),
  event: 'credit_spent',
  orderId: p.orderId,
  effectiveAt: p.at,
  transfers: moving([
    { debit: `2020:${p.customerId}`, credit: escrow(p.orderId), amountFen: p.creditFen },
    couponPaid(p.orderId, p.couponFen),
  ]),
})

/** The order expired unpaid: the customer has their credit again. */
export const creditGivenBack = (p: { orderId: string; customerId: string; creditFen: Fen; at: Date }): Posting => ({
  key: `${p.orderId}:credit-given-back`,
  event: 'reversal',
  orderId: p.orderId,
  effectiveAt: p.at,
  reverses: creditSpentKey(p.orderId),
  transfers: [{ debit: escrow(p.orderId), credit: `2020:${p.customerId}`, amountFen: p.creditFen }],
})

/** What the processor kept of a payment, as its balance transaction says: never recomputed. */
export const processorFee = (p: { paymentId: string; orderId: string; feeFen: Fen; at: Date }): Posting => ({
  key: `${p.paymentId}:fee`,
  event: 'processor_fee',
  orderId: p.orderId,
  effectiveAt: p.at,
  transfers: [{ debit: '5010', credit: '1010', amountFen: p.feeFen }],
})

/** What a payment left after its fee may be used from `at` on. */
export const fundsAvailable = (p: { paymentId: string; orderId: string; amountFen: Fen; feeFen: Fen; at: Date }): Posting => ({
  key: `${p.paymentId}:available`,
  event: 'funds_available',
  orderId: p.orderId,
  effectiveAt: p.at,
  transfers: moving([{ debit: '1020', credit: '1010', amountFen: fen(p.amountFen - p.feeFen) }]),
})

type AcceptedLine = {
  orderId: string
  lineId: string
  producerId: string
  home: Home
  leaderId: string | null
  shares: LineShares
  at: Date
}

/** A line delivered and not complained of: its escrow goes to everyone its frozen terms name. */
export function lineAccepted({ orderId, lineId, producerId, home, leaderId, shares, at }: AcceptedLine): Posting {
  const from = escrow(orderId)
  const producer: AccountId = `2110:${producerId}`
  const distribution: AccountId = home.type === 'farm' ? `2210:${home.id}` : home.type === 'leader' ? `2310:${home.id}` : '4020'
  const to = (credit: AccountId, amountFen: Fen) => ({ debit: from, credit, amountFen, lineId })
  return {
    key: `${lineId}:accepted`,
    event: 'line_accepted',
    orderId,
    effectiveAt: at,
    transfers: moving([
      { debit: '5020', credit: from, amountFen: shares.topUpFen, lineId },
      to(producer, shares.producerFen),
      to(distribution, shares.distributionFen),
      ...(leaderId === null ? [] : [to(`2310:${leaderId}`, shares.leaderFen)]),
      to('4010', shares.serviceFen),
      to('2810', shares.vatFen),
      to('2410', shares.brandFen),
      to('4030', shares.premiumMarginFen),
      { debit: producer, credit: '2610', amountFen: shares.reserveFen, lineId },
      { debit: '1110', credit: '2610', amountFen: shares.reserveFen, lineId },
    ]),
  }
}

/**
 * The delivery fee leaves escrow for the pool; the pool pays the carrier and, where a leader took
 * the parcels in, the leader's part of the saving. The pool may run short: that is the alliance's to see.
 */
export const deliveryPosted = (p: {
  orderId: string
  feeFen: Fen
  carriers: readonly { carrierId: string; costFen: Fen }[]
  leader: { leaderId: string; savingFen: Fen } | null
  at: Date
}): Posting => ({
  key: `${p.orderId}:delivery`,
  event: 'delivery',
  orderId: p.orderId,
  effectiveAt: p.at,
  transfers: moving([
    { debit: escrow(p.orderId), credit: '2510', amountFen: p.feeFen },
    ...p.carriers.map(({ carrierId, costFen }) => ({ debit: '2510' as const, credit: `2520:${carrierId}` as const, amountFen: costFen })),
    ...(p.leader === null
      ? []
      : [{ debit: '2510' as const, credit: `2310:${p.leader.leaderId}` as const, amountFen: fen(p.leader.savingFen) }]),
  ]),
})
