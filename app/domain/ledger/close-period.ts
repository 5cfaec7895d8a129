import { addDays } from '#app/domain/business-day.ts'
import type { Fen } from '#app/domain/money/fen.ts'
import { monthSpan } from './month-span.ts'
import { sealAfterMs } from './seal-day.ts'

/** Money that has left one place and not arrived at another: what is kept, and what its own row says should be on its way. */
export type InTransit = { account: string; balanceFen: Fen; explainedFen: Fen }

/** What closing a month turns on, read in the transaction that closes it. Periods are months, YYYY-MM, Asia/Shanghai. */
export type PeriodFacts = {
  period: string
  /** the month of the first posting; null while there is none */
  booksBeginIn: string | null
  closedAt: Date | null
  /** the first month still open before this one */
  earlierOpen: string | null
  suspenseFen: Fen
  /** where balance and explanation differ */
  unexplained: readonly InTransit[]
  /** 1010, and the paid amounts less known fees whose money is not yet available */
  pending: { balanceFen: Fen; explainedFen: Fen }
}

export type PeriodObstacle =
  | { code: 'before_the_books'; booksBeginIn: string | null }
  | { code: 'already_closed'; closedAt: Date }
  | { code: 'not_over'; until: Date }
  | { code: 'earlier_open'; period: string }
  | { code: 'suspense_not_empty'; balanceFen: Fen }
  | { code: 'in_transit_unexplained'; account: string; balanceFen: Fen; explainedFen: Fen }
  | { code: 'pending_differs'; balanceFen: Fen; explainedFen: Fen }

/** When a month may be closed from: once its last day may be sealed. Until then it still takes what happened in it. */
export const closableFrom = (period: string): Date => new Date(monthSpan(period).until.getTime() + sealAfterMs)

/** Everything that stands in the way of closing a month, the most telling first; none when it may be closed. */
export function findObstacles(facts: PeriodFacts, now: Date): PeriodObstacle[] {
  const { period, booksBeginIn, closedAt, earlierOpen, suspenseFen, unexplained, pending } = facts
  if (closedAt !== null) return [{ code: 'already_closed', closedAt }]
  if (booksBeginIn === null || period < booksBeginIn) return [{ code: 'before_the_books', booksBeginIn }]
  const until = closableFrom(period)
  return [
    ...(now < until ? [{ code: 'not_over', until } as const] : []),
    ...(earlierOpen === null ? [] : [{ code: 'earlier_open', period: earlierOpen } as const]),
    ...(suspenseFen === 0 ? [] : [{ code: 'suspense_not_empty', balanceFen: suspenseFen } as const]),
    ...unexplained.map((one) => ({ code: 'in_transit_unexplained', ...one }) as const),
    ...(pending.balanceFen === pending.explainedFen ? [] : [{ code: 'pending_differs', ...pending } as const]),
  ]
}

export const nextMonth = (month: string): string => addDays(`${month}-01`, 31).slice(0, 7)

/** The months from `first` to `last`, both included. */
export function monthsFrom(first: string, last: string): string[] {
  const months: string[] = []
  for (let month = first; month <= last; month = nextMonth(month)) months.push(month)
  return months
}
