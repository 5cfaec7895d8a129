import { formatShortDay } from '#app/i18n/format.ts'
import { aheadMarkMessages } from '#app/i18n/messages/ahead-mark.ts'
import { useLocale, useMessages } from '#app/i18n/use-messages.ts'

/** Sold ahead of its harvest, which begins on that day. */
export function AheadChip({ fromOn }: { fromOn: string }) {
  const t = useMessages(aheadMarkMessages)
  return (
    <span className="rounded-sm border border-on-rape bg-rape px-1.5 text-xs leading-5 font-semibold text-on-rape">
      {t.chip(formatShortDay(fromOn, useLocale()))}
    </span>
  )
}
