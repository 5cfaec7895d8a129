import type { PeriodObstacle } from '#app/domain/ledger/close-period.ts'
import { formatFen, formatMoment } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import type { ledgerCloseMessages } from '#app/i18n/messages/ledger-close.ts'

type Texts = (typeof ledgerCloseMessages)['en']
type Sentences = { [Code in PeriodObstacle['code']]: (obstacle: Extract<PeriodObstacle, { code: Code }>) => string }

/** Why a month stays open, in a sentence. */
export function sayObstacle(t: Texts, locale: Locale, obstacle: PeriodObstacle): string {
  const sentences = {
    before_the_books: ({ booksBeginIn }) => t.obstacle_before_the_books(booksBeginIn ?? ''),
    already_closed: ({ closedAt }) => t.obstacle_already_closed(formatMoment(closedAt, locale)),
    not_over: ({ until }) => t.obstacle_not_over(formatMoment(until, locale)),
    earlier_open: ({ period }) => t.obstacle_earlier_open(period),
    suspense_not_empty: ({ balanceFen }) => t.obstacle_suspense_not_empty(formatFen(balanceFen)),
    in_transit_unexplained: ({ account, balanceFen, explainedFen }) =>
      t.obstacle_in_transit_unexplained(account, formatFen(balanceFen), formatFen(explainedFen)),
    pending_differs: ({ balanceFen, explainedFen }) =>
      t.obstacle_pending_differs(formatFen(balanceFen), formatFen(explainedFen), formatFen(balanceFen - explainedFen)),
  } satisfies Sentences
  const say = sentences[obstacle.code] as (obstacle: PeriodObstacle) => string
  return say(obstacle)
}
