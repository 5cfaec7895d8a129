import { Link } from '@remix-run/react'
import { classNames } from '#app/components/ui/class-names.ts'
import { formatShortDay } from '#app/i18n/format.ts'
import { farmMessages } from '#app/i18n/messages/farm.ts'
import { useLocale, useMessages, usePick } from '#app/i18n/use-messages.ts'

type Wave = { id: string; deliversOn: string; zoneZh: string; zoneEn: string; toPack: number; packed: number }

/** The waves the farm packs for, in the order given, each with how far it is. */
export function FarmWaveChoice({ waves, chosen }: { waves: readonly Wave[]; chosen: string }) {
  const t = useMessages(farmMessages)
  const locale = useLocale()
  const pick = usePick()
  return (
    <nav aria-label={t.chooseWave} className="-mx-4 flex gap-2 overflow-x-auto px-4 py-1 print:hidden">
      {waves.map((wave) => (
        <Link
          key={wave.id}
          to={`/farm/consignments?wave=${wave.id}`}
          aria-current={wave.id === chosen ? 'page' : undefined}
          className={classNames(
            'flex min-h-11 shrink-0 flex-col justify-center rounded-sm border px-3 py-1 leading-tight no-underline',
            wave.id === chosen ? 'border-leaf bg-leaf-tint font-semibold text-ink' : 'border-control bg-paper text-ink',
          )}
        >
          <span>{formatShortDay(wave.deliversOn, locale)}</span>
          <span className="text-sm">
            {pick(wave.zoneZh, wave.zoneEn)} {t.wavePacked(wave.packed, wave.packed + wave.toPack)}
          </span>
        </Link>
      ))}
    </nav>
  )
}
