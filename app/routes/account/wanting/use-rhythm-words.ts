import { formatDay } from '#app/i18n/format.ts'
import { wantingMessages } from '#app/i18n/messages/wanting.ts'
import { useLocale, useMessages } from '#app/i18n/use-messages.ts'

type Rhythm = { everyWeeks: number; weekday: number; quantity: number }
type Standing = { status: 'active' | 'paused' | 'ended'; pausedUntilOn: string | null }

/** How often and on which day a subscription comes, and how it stands, in words. */
export function useRhythmWords() {
  const t = useMessages(wantingMessages)
  const locale = useLocale()
  const weekdays = [t.day1, t.day2, t.day3, t.day4, t.day5, t.day6, t.day7]
  const every = (weeks: number) => (weeks === 4 ? t.every4 : weeks === 2 ? t.every2 : t.every1)
  return {
    rhythm: ({ everyWeeks, weekday, quantity }: Rhythm) => t.rhythm(every(everyWeeks), weekdays[weekday - 1] ?? '', t.pieces(quantity)),
    standing: ({ status, pausedUntilOn }: Standing) =>
      status === 'paused' && pausedUntilOn ? t.pausedUntil(formatDay(pausedUntilOn, locale)) : t[status],
  }
}
