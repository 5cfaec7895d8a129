import { leaderSaving, type SavingPart } from '#app/domain/commission/leader-saving.ts'
import type { LineTerms } from '#app/domain/commission/line-terms.ts'
import { splitLine } from '#app/domain/commission/split-line.ts'
import { invariant } from '#app/domain/invariant.ts'
import { type Fen, fen, sumFen } from '#app/domain/money/fen.ts'
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
  /** of the waves that are not reckoned yet: the others have paid their carriers */
  carriers: readonly { carrierId: string; costFen: Fen }[]
  /** the leader's part of the saving */
  leaderFen: Fen
}

/** One of an order's drops: what it costs the order, and once its wave is reckoned the leader's part it was reckoned with. */
export type CostedDrop = { costFen: Fen; leaderFen: Fen; reckoned: boolean }

/**
 * The leader's part of what an order saved over direct shipping (S0): the direct cost less what its drops cost, never below zero,
 * by every line's agreement. Where all its waves are reckoned it is what they were reckoned with, so that the pool comes out.
 */
export function leaderPart(directFen: Fen, drops: readonly CostedDrop[], lines: readonly SavingPart[]): Fen {
  if (drops.length > 0 && drops.every(({ reckoned }) => reckoned)) return sumFen(drops.map(({ leaderFen }) => leaderFen))
  const costFen = sumFen(drops.map((drop) => drop.costFen))
  return leaderSaving(fen(Math.max(0, directFen - costFen)), lines)
}

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
 * moves nothing.
 */
export function acceptancePostings(
  order: OrderToAccept,
  lines: readonly LineToAccept[],
  refunds: readonly LineRefunded[],
  at: Date,
): Posting[] {
  const { id: orderId, leaderId, carriers, deliveryFen: feeFen } = order
  const leader = leaderId === null ? null : { leaderId, savingFen: order.leaderFen }
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
