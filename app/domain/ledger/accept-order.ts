import type { LineTerms } from '#app/domain/commission/line-terms.ts'
import { splitLine } from '#app/domain/commission/split-line.ts'
import { invariant } from '#app/domain/invariant.ts'
import { type Fen, fen, shareFen } from '#app/domain/money/fen.ts'
import { deliveryPosted, lineAccepted } from './post-order-events.ts'
import type { Posting } from './posting.ts'

/** A line as it was placed; cancelled lines are none of acceptance's business. */
export type LineToAccept = {
  id: string
  farmId: string
  amountFen: Fen
  /** the producers' discount: it lowers what the line sold for */
  discountFen: Fen
  netWeightG: number
  terms: LineTerms
}

/** What refunds have taken of a line out of escrow already. */
export type LineRefunded = { lineId: string; baseFen: number; weightG: number }

export type OrderToAccept = {
  id: string
  leaderId: string | null
  /** less what of it was refunded */
  deliveryFen: Fen
  /** what every farm shipping its own parcel would have cost (S0) */
  directFen: Fen
  carriers: readonly { carrierId: string; costFen: Fen }[]
  /** of the saving, to the leader, by the terms the order was placed on */
  leaderSavingBp: number
}

const wholeBp = 10_000

/**
 * What a line sold for in the end, and what it weighed: less its discount, and less what was refunded of it before. The
 * coupon is in it: the alliance paid that part.
 */
export function acceptedBase(line: LineToAccept, refunded: LineRefunded | undefined): { baseFen: Fen; weightG: number } {
  const baseFen = fen(line.amountFen - line.discountFen - (refunded?.baseFen ?? 0))
  const weightG = line.netWeightG - (refunded?.weightG ?? 0)
  invariant(baseFen >= 0 && weightG >= 0, `more of line ${line.id} was refunded than there is`)
  return { baseFen, weightG }
}

/**
 * The postings that empty an accepted order's escrow: each line by its frozen terms, then the delivery; what was refunded whole
 * moves nothing. What the order saved over direct shipping is the direct cost less what its drops cost, never below zero; the
 * leader gets their part rounded down.
 */
export function acceptancePostings(
  order: OrderToAccept,
  lines: readonly LineToAccept[],
  refunds: readonly LineRefunded[],
  at: Date,
): Posting[] {
  const { id: orderId, leaderId, carriers, deliveryFen: feeFen } = order
  const costFen = carriers.reduce((sum, carrier) => sum + carrier.costFen, 0)
  const savedFen = fen(Math.max(0, order.directFen - costFen))
  const leader = leaderId === null ? null : { leaderId, savingFen: shareFen(savedFen, order.leaderSavingBp, wholeBp) }
  const refundedOf = new Map(refunds.map((refunded) => [refunded.lineId, refunded]))
  const accepted = lines.map((line) => {
    const { id: lineId, farmId: producerId, terms } = line
    const { baseFen, weightG } = acceptedBase(line, refundedOf.get(lineId))
    const shares = splitLine(baseFen, weightG, producerId, terms)
    return lineAccepted({ orderId, lineId, producerId, home: terms.home, leaderId: terms.leaderId, shares, at })
  })
  const delivery = deliveryPosted({ orderId, feeFen, carriers, leader, at })
  return [...accepted, delivery].filter((posting) => posting.transfers.length > 0)
}
