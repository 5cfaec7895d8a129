import type { LineTerms } from '#app/domain/commission/line-terms.ts'
import { splitLine } from '#app/domain/commission/split-line.ts'
import { type Fen, fen, shareFen } from '#app/domain/money/fen.ts'
import { deliveryPosted, lineAccepted } from './post-order-events.ts'
import type { Posting } from './posting.ts'

export type LineToAccept = { id: string; farmId: string; amountFen: Fen; netWeightG: number; terms: LineTerms }

export type OrderToAccept = {
  id: string
  leaderId: string | null
  deliveryFen: Fen
  /** what every farm shipping its own parcel would have cost (S0) */
  directFen: Fen
  carriers: readonly { carrierId: string; costFen: Fen }[]
  /** of the saving, to the leader, by the terms the order was placed on */
  leaderSavingBp: number
}

const wholeBp = 10_000

/**
 * The postings that empty an accepted order's escrow: each line by its frozen terms, then the delivery. What the order saved
 * over direct shipping is the direct cost less what its drops cost, never below zero; the leader gets their part rounded down.
 */
export function acceptancePostings(order: OrderToAccept, lines: readonly LineToAccept[], at: Date): Posting[] {
  const { id: orderId, leaderId, carriers, deliveryFen: feeFen } = order
  const costFen = carriers.reduce((sum, carrier) => sum + carrier.costFen, 0)
  const savedFen = fen(Math.max(0, order.directFen - costFen))
  const leader = leaderId === null ? null : { leaderId, savingFen: shareFen(savedFen, order.leaderSavingBp, wholeBp) }
  const delivery = deliveryPosted({ orderId, feeFen, carriers, leader, at })
  return [
    ...lines.map(({ id: lineId, farmId: producerId, amountFen, netWeightG, terms }) =>
      lineAccepted({
        orderId,
        lineId,
        producerId,
        home: terms.home,
        leaderId: terms.leaderId,
        shares: splitLine(amountFen, netWeightG, producerId, terms),
        at,
      }),
    ),
    ...(delivery.transfers.length > 0 ? [delivery] : []),
  ]
}
