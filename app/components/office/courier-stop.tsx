import { StatusMark } from '#app/components/ui/status-mark.tsx'
import { failureReasons, handoverNotes } from '#app/domain/delivery/settle-drop.ts'
import { formatClock } from '#app/i18n/format.ts'
import { courierMessages } from '#app/i18n/messages/courier.ts'
import { deliveryMessages } from '#app/i18n/messages/delivery.ts'
import { useLocale, useMessages, usePick } from '#app/i18n/use-messages.ts'
import { CourierSettle } from './courier-settle.tsx'

export type CourierStopRow = {
  id: string
  code: string
  kind: 'door' | 'pickup'
  position: number | null
  arrivesAt: Date | null
  recipient: string
  phone: string
  addressZh: string
  addressEn: string
  note: string
  lat: number
  lon: number
  cratesAmbient: number
  cratesChilled: number
  cratesFrozen: number
  status: 'planned' | 'delivered' | 'failed'
  statusReason: string | null
  statusAt: Date | null
}

const target =
  'flex min-h-14 items-center justify-center rounded-sm border border-control bg-paper px-4 text-center font-semibold text-indigo'

/** One stop: where, whom to ask for, how many crates of which class, what they asked. What is in the crates is not the road's to know. */
export function CourierStop({ stop, isNext, wrongCode }: { stop: CourierStopRow; isNext: boolean; wrongCode: boolean }) {
  const t = useMessages(courierMessages)
  const d = useMessages(deliveryMessages)
  const pick = usePick()
  const locale = useLocale()
  const reason = [...failureReasons, ...handoverNotes, 'code' as const].find((known) => known === stop.statusReason)
  return (
    <article aria-labelledby={`stop-${stop.id}`} className="flex flex-col gap-3 rounded-md border border-control bg-paper p-4">
      <header className="flex flex-wrap items-baseline justify-between gap-x-3">
        <h3 id={`stop-${stop.id}`} className="text-xl font-semibold">
          {stop.position} · {stop.code} · {d[stop.kind]}
        </h3>
        {stop.status === 'planned' ? (
          <span className="text-lg">{stop.arrivesAt ? t.arrives(formatClock(stop.arrivesAt, locale)) : null}</span>
        ) : (
          <StatusMark tone={stop.status === 'delivered' ? 'done' : 'bad'}>{d[`drop_${stop.status}`]}</StatusMark>
        )}
      </header>
      {stop.status === 'planned' ? null : (
        <p>{[reason ? d[reason] : null, stop.statusAt ? formatClock(stop.statusAt, locale) : null].filter(Boolean).join(' · ')}</p>
      )}
      <p className="text-lg">{pick(stop.addressZh, stop.addressEn)}</p>
      <p className="font-semibold">{cratesText(stop, d)}</p>
      {stop.note ? (
        <p className="border-l-4 border-rape bg-rape-tint px-3 py-2">
          <span className="font-semibold">{t.note}</span> {stop.note}
        </p>
      ) : null}
      {stop.status === 'delivered' ? null : (
        <>
          <div className="grid grid-cols-2 gap-3">
            {stop.phone ? (
              <a href={`tel:${stop.phone}`} className={target}>
                {t.call(stop.recipient)}
              </a>
            ) : (
              <span className="flex min-h-14 items-center">{stop.recipient}</span>
            )}
            <a href={`geo:${stop.lat},${stop.lon}?q=${stop.lat},${stop.lon}(${encodeURIComponent(stop.code)})`} className={target}>
              {t.navigate}
              <span className="sr-only"> {stop.code}</span>
            </a>
          </div>
          <CourierSettle dropId={stop.id} code={stop.code} hasFailed={stop.status === 'failed'} isNext={isNext} wrongCode={wrongCode} />
        </>
      )}
    </article>
  )
}

type Crates = Pick<CourierStopRow, 'cratesAmbient' | 'cratesChilled' | 'cratesFrozen'>

/** Crates per storage class, classes without any left out. */
export function cratesText(crates: Crates, d: (typeof deliveryMessages)['en']): string {
  const counts = [
    [d.ambient, crates.cratesAmbient],
    [d.chilled, crates.cratesChilled],
    [d.frozen, crates.cratesFrozen],
  ] as const
  return counts
    .filter(([, count]) => count > 0)
    .map(([label, count]) => `${label} ${d.crates(count)}`)
    .join(' · ')
}
