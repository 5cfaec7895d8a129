import { StatusMark } from '#app/components/ui/status-mark.tsx'
import { formatClock, formatFen } from '#app/i18n/format.ts'
import { allianceMessages } from '#app/i18n/messages/alliance.ts'
import { deliveryMessages } from '#app/i18n/messages/delivery.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'
import { RunLoads } from './run-loads.tsx'

export type RunOnPage = {
  id: string
  position: number
  status: 'planned' | 'on_road' | 'done'
  departsAt: Date
  distanceM: number
  durationS: number
  costFen: number
  vehicleZh: string
  vehicleEn: string
  driver: string | null
  capacityKg: number
  cratesAmbient: number
  cratesChilled: number
  cratesFrozen: number
}

export type StopOnPage = {
  id: string
  code: string
  kind: 'door' | 'pickup'
  position: number | null
  arrivesAt: Date | null
  addressZh: string
  addressEn: string
  weightG: number
  cratesAmbient: number
  cratesChilled: number
  cratesFrozen: number
  status: 'planned' | 'delivered' | 'failed'
  statusReason: string | null
}

const tones = { planned: 'waiting', on_road: 'moving', done: 'done', delivered: 'done', failed: 'bad' } as const

/** One run: who drives what when, how full it is in each class, and its stops in order. */
export function WaveRunCard({ run, stops }: { run: RunOnPage; stops: readonly StopOnPage[] }) {
  const t = useMessages(allianceMessages)
  const d = useMessages(deliveryMessages)
  const pick = usePick()
  const headingId = `run-${run.id}`
  return (
    <article aria-labelledby={headingId} className="flex flex-col gap-4 rounded-md border border-rule bg-paper p-4">
      <header className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <h3 id={headingId} className="text-lg font-semibold">
          {t.runNumber(run.position)} · {pick(run.vehicleZh, run.vehicleEn)}
        </h3>
        <StatusMark tone={tones[run.status]}>{d[`run_${run.status}`]}</StatusMark>
        <p className="text-sm text-ink-2">
          {[
            run.driver,
            t.departs(formatClock(run.departsAt)),
            d.km((run.distanceM / 1000).toFixed(1)),
            d.hours(Math.floor(run.durationS / 3600), Math.round((run.durationS % 3600) / 60)),
            formatFen(run.costFen),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </header>
      <RunLoads capacity={run} stops={stops} />
      <ol className="flex flex-col">
        {stops.map((stop) => (
          <li key={stop.id} className="grid grid-cols-[2rem_1fr_auto] gap-x-3 border-t border-rule py-2 text-sm">
            <span className="font-semibold">{stop.position}</span>
            <span>
              <span className="font-semibold">{stop.code}</span> · {pick(stop.addressZh, stop.addressEn)} · {d[stop.kind]} ·{' '}
              {d.crates(stop.cratesAmbient + stop.cratesChilled + stop.cratesFrozen)}
            </span>
            <span className="flex flex-col items-end">
              <span>{stop.arrivesAt ? formatClock(stop.arrivesAt) : null}</span>
              <StatusMark tone={tones[stop.status]}>
                {stop.statusReason === 'cancelled' ? d.drop_cancelled : d[`drop_${stop.status}`]}
              </StatusMark>
            </span>
          </li>
        ))}
      </ol>
    </article>
  )
}
