import { type RoadParcel, RoadParcels } from '#app/components/courier/road-parcels.tsx'
import { StopAfter } from '#app/components/courier/stop-after.tsx'
import { type Show, StopProof } from '#app/components/courier/stop-proof.tsx'
import { type Say, WordForm } from '#app/components/courier/word-form.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { StatusMark } from '#app/components/ui/status-mark.tsx'
import { failureReasons, handoverNotes } from '#app/domain/delivery/settle-drop.ts'
import { formatClock } from '#app/i18n/format.ts'
import { courierMessages } from '#app/i18n/messages/courier.ts'
import { courierRoadMessages } from '#app/i18n/messages/courier-road.ts'
import { deliveryMessages } from '#app/i18n/messages/delivery.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'
import { CourierSettle } from './settle.tsx'

export type CourierStopRow = {
  id: string
  code: string
  kind: 'door' | 'pickup'
  position: number | null
  arrivesAt: Date | null
  recipient: string
  phoneTail: string
  /** under which a relay connects the driver with the door */
  relayNumber: string | null
  addressZh: string
  addressEn: string
  note: string
  lat: number
  lon: number
  amapUrl: string
  cratesAmbient: number
  cratesChilled: number
  cratesFrozen: number
  status: 'planned' | 'delivered' | 'failed'
  statusReason: string | null
  statusAt: Date | null
  arrivedAt: Date | null
  cratesBack: number
  parcels: number
  proofs: number
}

const target =
  'flex min-h-14 items-center justify-center rounded-sm border border-control bg-paper px-4 text-center font-semibold text-indigo'

type Props = {
  stop: CourierStopRow
  /** the stop's */
  parcels: readonly RoadParcel[]
  runId: string
  officePhone: string
  isNext: boolean
  /** something of it is noted on the phone and not sent yet */
  isWaiting: boolean
  isOnRoad: boolean
  wrongCode: boolean
  say: Say
  show: Show
}

/** One stop: where, whom to ask for, how many crates of which class, what they asked. What is in the crates is not the road's to know. */
export function CourierStop({ stop, parcels, runId, officePhone, isNext, isWaiting, isOnRoad, wrongCode, say, show }: Props) {
  const r = useMessages(courierRoadMessages)
  const t = useMessages(courierMessages)
  const d = useMessages(deliveryMessages)
  const pick = usePick()
  const reason = [...failureReasons, ...handoverNotes, 'code' as const, 'cancelled' as const].find((known) => known === stop.statusReason)
  const isCancelled = stop.status === 'failed' && reason === 'cancelled'
  const isToDo = stop.status !== 'delivered' && !isCancelled
  return (
    <article aria-labelledby={`stop-${stop.id}`} className="flex flex-col gap-3 rounded-md border border-control bg-paper p-4">
      <header className="flex flex-wrap items-baseline justify-between gap-x-3">
        <h3 id={`stop-${stop.id}`} className="text-xl font-semibold">
          {stop.position} · {stop.code} · {d[stop.kind]}
        </h3>
        {stop.status === 'planned' ? (
          <span className="text-lg">{stop.arrivesAt ? t.arrives(formatClock(stop.arrivesAt)) : null}</span>
        ) : (
          <StatusMark tone={stop.status === 'delivered' ? 'done' : 'bad'}>
            {isCancelled ? d.drop_cancelled : d[`drop_${stop.status}`]}
          </StatusMark>
        )}
      </header>
      {isWaiting ? <p className="text-ink-2">{r.waitingHere}</p> : null}
      {stop.status === 'planned' ? (
        reason && reason !== 'code' && reason !== 'cancelled' ? (
          <p className="font-semibold">{r.tried(d[reason])}</p>
        ) : null
      ) : (
        <p>{[reason ? d[reason] : null, stop.statusAt ? formatClock(stop.statusAt) : null].filter(Boolean).join(' · ')}</p>
      )}
      <p className="text-lg">{pick(stop.addressZh, stop.addressEn)}</p>
      <p className="font-semibold">
        {[cratesText(stop, d), r.parcels(stop.parcels), stop.proofs > 0 ? r.photos(stop.proofs) : ''].filter(Boolean).join(' · ')}
      </p>
      {stop.note ? (
        <p className="border-l-4 border-rape bg-rape-tint px-3 py-2">
          <span className="font-semibold">{t.note}</span> {stop.note}
        </p>
      ) : null}
      {isToDo ? (
        <>
          <p>{[stop.recipient, stop.phoneTail ? r.phoneTail(stop.phoneTail) : ''].filter(Boolean).join(' · ')}</p>
          <div className="grid grid-cols-2 gap-3">
            {stop.recipient ? (
              <a href={`tel:${stop.relayNumber ?? officePhone}`} className={target}>
                {stop.relayNumber ? r.callThrough : r.callOffice}
                {stop.relayNumber ? <span className="sr-only"> {stop.code}</span> : null}
              </a>
            ) : null}
            <a href={`geo:${stop.lat},${stop.lon}?q=${stop.lat},${stop.lon}(${encodeURIComponent(stop.code)})`} className={target}>
              {t.navigate}
              <span className="sr-only"> {stop.code}</span>
            </a>
            <a href={stop.amapUrl} rel="noreferrer" className={target}>
              {r.amap}
              <span className="sr-only"> {stop.code}</span>
            </a>
          </div>
          <CourierSettle
            dropId={stop.id}
            code={stop.code}
            hasFailed={stop.status === 'failed'}
            isNext={isNext}
            wrongCode={wrongCode}
            say={say}
          />
          {stop.status === 'planned' && isOnRoad ? (
            <Arrival dropId={stop.id} code={stop.code} arrivedAt={stop.arrivedAt} say={say} />
          ) : null}
          {parcels.length > 1 ? (
            <details>
              <summary className="flex min-h-14 items-center justify-center px-4 text-ink-2">
                {r.tickParcels(parcels.length)}
                <span className="sr-only"> {stop.code}</span>
              </summary>
              <p className="text-ink-2">{r.tickParcelsHint}</p>
              <RoadParcels parcels={parcels} at="door" say={say} />
            </details>
          ) : null}
        </>
      ) : null}
      <StopProof runId={runId} dropId={stop.id} code={stop.code} show={show} />
      <StopAfter
        dropId={stop.id}
        code={stop.code}
        cratesBack={stop.cratesBack}
        canReopen={isOnRoad && stop.status !== 'planned' && !isCancelled}
        say={say}
      />
    </article>
  )
}

type ArrivalProps = { dropId: string; code: string; arrivedAt: Date | null; say: Say }

/** At the door: said once, or said again after a second try. */
function Arrival({ dropId, code, arrivedAt, say }: ArrivalProps) {
  const r = useMessages(courierRoadMessages)
  if (arrivedAt) return <p className="text-center text-ink-2">{r.arrivedAt(formatClock(arrivedAt))}</p>
  return (
    <WordForm word="arrive" dropId={dropId} say={say} className="flex flex-col">
      <Button look="plain" className="min-h-14">
        {r.arrive}
        <span className="sr-only"> {code}</span>
      </Button>
    </WordForm>
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
