import { businessDay } from '#app/domain/business-day.ts'

/** A posting with its transfers as they stand in the books, everything a seal vouches for. */
export type SealedPosting = {
  key: string
  bodyHash: string
  event: string
  orderId: string | null
  period: string
  reverses: string | null
  effectiveAt: Date
  postedAt: Date
  transfers: readonly { id: string; position: number; debit: string; credit: string; amountFen: number; lineId: string | null }[]
}

/** The seal of the day before; null on the first day of the books. */
export type EarlierSeal = { day: string; hash: string } | null

const line = (cells: readonly (string | number | null)[]) => `${JSON.stringify(cells)}\n`

/**
 * A day's seal is SHA-256, in base64url, over UTF-8 text: this first line, then for every posting of the day, ordered by
 * `postedAt` and key (bytewise), the lines of `sealedLines`. Each line is a JSON array and ends in a line feed; instants are ISO 8601 in
 * UTC with milliseconds, amounts whole fen. Anyone with the rows can reckon it anew.
 * @param day YYYY-MM-DD in Asia/Shanghai, by when a posting was posted, not when it took effect
 */
export const sealHead = (day: string, earlier: EarlierSeal): string =>
  line(['commonfield-seal-1', day, earlier?.day ?? null, earlier?.hash ?? null])

/** One line for the posting, then one for each of its transfers by position. */
export const sealedLines = (posting: SealedPosting): string =>
  line([
    'posting',
    posting.key,
    posting.bodyHash,
    posting.event,
    posting.orderId,
    posting.period,
    posting.reverses,
    posting.effectiveAt.toISOString(),
    posting.postedAt.toISOString(),
  ]) +
  posting.transfers
    .map(({ id, position, debit, credit, amountFen, lineId }) => line(['transfer', id, position, debit, credit, amountFen, lineId]))
    .join('')

const hourMs = 3600_000
const dayMs = 24 * hourMs

/** A day is sealed from one in the morning: whatever was begun before midnight has been posted, or is refused and tried again. */
export const sealAfterMs = hourMs

/** The last business day that may be sealed at `now`. */
export const lastDayToSeal = (now: Date): string => businessDay(new Date(now.getTime() - sealAfterMs - dayMs))
