import { StatusMark } from '#app/components/ui/status-mark.tsx'
import { formatDay, formatMoment } from '#app/i18n/format.ts'
import { leaderMessages } from '#app/i18n/messages/leader.ts'
import { useLocale, useMessages } from '#app/i18n/use-messages.ts'

type Wave = { id: string; deliversOn: string; cutoffAt: Date; bookedDrops: number; capacityDrops: number }

/** The next deliveries to a leader's part of town, each with the moment its orders close. */
export function LeaderWaves({ waves }: { waves: readonly Wave[] }) {
  const t = useMessages(leaderMessages)
  const locale = useLocale()
  if (waves.length === 0) return <p className="text-ink-2">{t.noWaves}</p>
  return (
    <ul className="flex flex-col">
      {waves.map((wave) => (
        <li key={wave.id} className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-rule py-2 last:border-b-0">
          <span className="font-semibold">{t.delivers(formatDay(wave.deliversOn, locale))}</span>
          <span className="text-ink-2">{t.closes(formatMoment(wave.cutoffAt, locale))}</span>
          {wave.bookedDrops >= wave.capacityDrops ? <StatusMark tone="bad">{t.waveFull}</StatusMark> : null}
        </li>
      ))}
    </ul>
  )
}
