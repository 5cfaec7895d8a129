import { formatDay } from '#app/i18n/format.ts'
import { homeMessages } from '#app/i18n/messages/shop-home.ts'
import { useLocale, useMessages, usePick } from '#app/i18n/use-messages.ts'

type Wave = { deliversOn: string; minutesLeft: number; zoneZh: string; zoneEn: string }

/** The wave that closes next: when it is delivered, and how long one may still order for it. */
export function WaveCountdown({ wave }: { wave: Wave }) {
  const t = useMessages(homeMessages)
  const pick = usePick()
  const locale = useLocale()
  const hours = Math.floor(wave.minutesLeft / 60)
  const left =
    hours >= 24
      ? t.daysLeft(Math.floor(hours / 24), hours % 24)
      : hours > 0
        ? t.hoursLeft(hours, wave.minutesLeft % 60)
        : t.minutesLeft(wave.minutesLeft)
  return (
    <p className="flex w-fit max-w-full flex-col rounded-sm border-2 border-ink bg-paper text-sm">
      <span className="bg-ink px-3 py-1.5 font-semibold text-paper">{t.nextWave(formatDay(wave.deliversOn, locale))}</span>
      <span className="px-3 py-1.5">
        <span className="block">{pick(wave.zoneZh, wave.zoneEn)}</span>
        <strong className="block text-base text-pepper">{left}</strong>
      </span>
    </p>
  )
}
