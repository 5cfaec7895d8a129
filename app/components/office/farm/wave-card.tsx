import { ButtonLink } from '#app/components/ui/button.tsx'
import { StatusMark } from '#app/components/ui/status-mark.tsx'
import { handOverBy } from '#app/domain/delivery/hand-over.ts'
import { formatDay, formatMoment } from '#app/i18n/format.ts'
import { farmMessages } from '#app/i18n/messages/farm.ts'
import { useLocale, useMessages, usePick } from '#app/i18n/use-messages.ts'
import { FarmPickList, type PickedLot } from './pick-list.tsx'

export type WaveAtWork = {
  id: string
  deliversOn: string
  /** HH:MM, as the hub has said */
  arriveBy: string
  cutoffAt: Date
  status: 'open' | 'closed' | 'on_road' | 'done'
  zoneZh: string
  zoneEn: string
  toPack: number
  packed: number
}

/** One delivery wave's work: by when, how far, and what to fetch. */
export function FarmWaveCard({ wave }: { wave: WaveAtWork & { picking: readonly PickedLot[] } }) {
  const t = useMessages(farmMessages)
  const locale = useLocale()
  const pick = usePick()
  const total = wave.toPack + wave.packed
  return (
    <section aria-labelledby={`wave-${wave.id}`} className="rounded-md border border-rule bg-paper">
      <div className="flex flex-col gap-2 border-b border-rule px-4 py-3">
        <h2 id={`wave-${wave.id}`} className="text-xl">
          {t.wave(formatDay(wave.deliversOn, locale), pick(wave.zoneZh, wave.zoneEn))}
        </h2>
        <p className="flex flex-wrap gap-x-4">
          <b>{t.handOverBy(formatMoment(handOverBy(wave.deliversOn, wave.arriveBy), locale))}</b>
          <span className="text-ink-2">{wave.status === 'open' ? t.closesAt(formatMoment(wave.cutoffAt, locale)) : t.closed}</span>
        </p>
        <div className="flex flex-wrap items-center gap-3">
          <progress
            value={wave.packed}
            max={total}
            aria-label={t.parcels(wave.packed, total)}
            className="h-3 w-40 appearance-none overflow-hidden rounded-sm border border-control bg-ground [&::-moz-progress-bar]:bg-leaf [&::-webkit-progress-bar]:bg-ground [&::-webkit-progress-value]:bg-leaf"
          />
          {wave.toPack === 0 ? <StatusMark tone="done">{t.allPacked}</StatusMark> : <span>{t.parcels(wave.packed, total)}</span>}
        </div>
      </div>
      {wave.picking.length > 0 ? (
        <div className="px-4 py-3">
          <h3 className="font-semibold">{t.pickTitle}</h3>
          <p className="text-sm text-ink-2">{t.pickLeft}</p>
          <FarmPickList picking={wave.picking} />
        </div>
      ) : null}
      <div className="flex flex-wrap gap-2 px-4 pb-4 pt-1">
        <ButtonLink to={`/farm/consignments?wave=${wave.id}`} look={wave.toPack > 0 ? 'primary' : 'plain'}>
          {wave.toPack > 0 ? t.toPacking(wave.toPack) : t.seeConsignments}
        </ButtonLink>
        <ButtonLink to={`/farm/consignments/labels?wave=${wave.id}`} look="plain">
          {t.printLabels}
        </ButtonLink>
      </div>
    </section>
  )
}
