import { invariant } from '#app/domain/invariant.ts'
import type { Fen } from '#app/domain/money/fen.ts'
import type { AccountId } from './accounts.ts'

/** Money moving from `debit` to `credit` (Dr → Cr), a positive amount. */
export type Transfer = { debit: AccountId; credit: AccountId; amountFen: Fen; lineId?: string }

/** A set of transfers that stands or falls together. `key` names the business event: posted once. */
export type Posting = {
  key: string
  event: PostingEvent
  orderId: string | null
  transfers: Transfer[]
  effectiveAt: Date
  reverses?: string
}

export const postingEvents = [
  'payment_succeeded',
  'processor_fee',
  'funds_available',
  'transfer_received',
  'line_accepted',
  'delivery',
  'wave_reckoned',
  'short_pick',
  'refund',
  'delivery_refund',
  'refund_succeeded',
  'refund_failed',
  'refund_retried',
  'credit_spent',
  'dispute_opened',
  'dispute_won',
  'dispute_lost',
  'settlement',
  'payout',
  'payout_confirmed',
  'payout_rejected',
  'recovery',
  'write_off',
  'match_received',
  'reserve_claim',
  'second_rebate',
  'dividend',
  'brand_licence',
  'dispatch',
  'funds_moved',
  'capital',
  'reversal',
] as const
export type PostingEvent = (typeof postingEvents)[number]

/** Drops what moves nothing; rates of zero leave no trace in the books. */
export const moving = (transfers: readonly Transfer[]): Transfer[] => transfers.filter((transfer) => transfer.amountFen !== 0)

/** @throws {InvariantError} when a transfer is not positive or moves money to where it came from */
export function checkPosting(posting: Posting): void {
  invariant(posting.transfers.length > 0, `posting ${posting.key} moves nothing`)
  for (const { debit, credit, amountFen } of posting.transfers) {
    invariant(Number.isSafeInteger(amountFen) && amountFen > 0, `posting ${posting.key} has a transfer of ${amountFen}`)
    invariant(debit !== credit, `posting ${posting.key} moves money from ${debit} to itself`)
  }
}

/** The text whose hash tells a repeat from a contradiction: same key and body is a no-op, another body an error. */
export const postingBody = (posting: Posting): string =>
  JSON.stringify([
    posting.event,
    posting.orderId,
    posting.reverses ?? null,
    posting.transfers.map((transfer) => [transfer.debit, transfer.credit, transfer.amountFen, transfer.lineId ?? null]),
  ])
