import { Notice } from '#app/components/ui/notice.tsx'
import type { WeekRefusal } from '#app/domain/subscription/week-refusals.ts'
import { formatDay, formatMoment } from '#app/i18n/format.ts'
import { wantingMessages } from '#app/i18n/messages/wanting.ts'
import { wantingNoticeMessages } from '#app/i18n/messages/wanting-notices.ts'
import { useLocale, useMessages } from '#app/i18n/use-messages.ts'

type Missed = { weekOn: string; refusal: WeekRefusal; creditBackFen: number }
/** `orderedFrom`: when it is ordered, where that is still to come */
type Next = { deliversOn: string | null; orderedFrom: Date | null }

/** The last delivery that did not come: why, what went back, and what comes next. */
export function MissedWeek({ missed, next, isPaused }: { missed: Missed; next: Next | null; isPaused: boolean }) {
  const t = useMessages(wantingMessages)
  const n = useMessages(wantingNoticeMessages)
  return (
    <Notice tone="warn" title={t.missed(formatDay(missed.weekOn, useLocale()))}>
      <p>
        {n[missed.refusal]} {missed.creditBackFen > 0 ? n.creditBack : null}
      </p>
      <p>{useNextWords(next, isPaused)}</p>
    </Notice>
  )
}

function useNextWords(next: Next | null, isPaused: boolean): string {
  const t = useMessages(wantingMessages)
  const locale = useLocale()
  if (!next) return isPaused ? t.nextPaused : t.noNext
  if (next.deliversOn === null) return t.noNext
  const day = formatDay(next.deliversOn, locale)
  return next.orderedFrom ? t.nextOrdered(day, formatMoment(next.orderedFrom, locale)) : t.next(day)
}
