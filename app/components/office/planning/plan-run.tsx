import { Form, useSubmit } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import { StatusMark } from '#app/components/ui/status-mark.tsx'
import { formatClock, formatFen } from '#app/i18n/format.ts'
import { allianceMessages } from '#app/i18n/messages/alliance.ts'
import { deliveryMessages } from '#app/i18n/messages/delivery.ts'
import { dispatchMessages } from '#app/i18n/messages/dispatch.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'
import { RunLoads } from '../waves/run-loads.tsx'
import type { RunOnPage } from '../waves/wave-run-card.tsx'
import { draggedStop, isStop } from './drag-stop.ts'
import { type Fleet, PlanHandOver } from './plan-hand-over.tsx'
import { type Breach, type PlannedStopOnPage, PlanStop } from './plan-stop.tsx'
import { type MoveTarget, PlanTargets } from './plan-targets.tsx'

type Props = {
  run: RunOnPage & { vehicleId: string }
  stops: readonly PlannedStopOnPage[]
  version: number
  targets: readonly MoveTarget[]
  breaches: readonly Breach[]
} & Fleet

const ofStops = ['lock', 'pin', 'unlock', 'exclude'] as const

/** One run as the dispatcher works on it: how full it is, its stops in order, and everything that may be done with the ticked ones. */
export function PlanRun({ run, stops, version, targets, vehicles, drivers, breaches }: Props) {
  const t = useMessages(dispatchMessages)
  const a = useMessages(allianceMessages)
  const d = useMessages(deliveryMessages)
  const pick = usePick()
  const submit = useSubmit()
  const isPlanned = run.status === 'planned'
  const ofRun = breaches.filter(({ id }) => id === run.id)
  const open = stops.filter(({ status }) => status === 'planned')
  const movedBefore = (before: string) => (drop: string) => {
    if (drop !== before)
      submit({ intent: 'move', version, drop, to: `run:${run.id}`, before }, { method: 'post', preventScrollReset: true })
  }
  return (
    <section
      aria-labelledby={`run-${run.id}`}
      onDragOver={(event) => {
        if (isStop(event.dataTransfer)) event.preventDefault()
      }}
      onDrop={(event) => {
        event.preventDefault()
        const dropped = draggedStop(event.dataTransfer)
        if (isPlanned && dropped) movedBefore('end')(dropped)
      }}
      className="min-w-0 rounded-md border border-rule bg-paper p-4"
    >
      <Form method="post" preventScrollReset className="flex flex-col gap-3">
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="runId" value={run.id} />
        <header className="flex flex-wrap items-baseline gap-x-3">
          <h3 id={`run-${run.id}`} className="text-lg font-semibold">
            {a.runNumber(run.position)} · {pick(run.vehicleZh, run.vehicleEn)}
          </h3>
          <StatusMark tone={isPlanned ? 'waiting' : run.status === 'done' ? 'done' : 'moving'}>{d[`run_${run.status}`]}</StatusMark>
          <p className="text-sm text-ink-2">
            {[run.driver, a.departs(formatClock(run.departsAt)), d.km((run.distanceM / 1000).toFixed(1)), formatFen(run.costFen)]
              .filter(Boolean)
              .join(' · ')}
          </p>
          {ofRun.map((breach) => (
            <p key={breach.cause} className="w-full text-sm font-semibold text-pepper">
              ⚠ {breach.cause === 'past_shift' || breach.cause === 'late' ? t[breach.cause](Math.ceil(breach.byS / 60)) : t[breach.cause]}
            </p>
          ))}
        </header>
        <RunLoads capacity={run} stops={stops} />
        {isPlanned ? null : <p className="text-sm text-ink-2">{t.onRoad}</p>}
        <ol aria-label={t.stopsOfRun(run.position)} className="flex flex-col" title={isPlanned ? t.drag : undefined}>
          {stops.map((stop) => (
            <PlanStop
              key={stop.id}
              stop={stop}
              breaches={breaches.filter(({ id }) => id === stop.id)}
              steps={run.status === 'done' ? null : { isFirst: open[0]?.id === stop.id, isLast: open.at(-1)?.id === stop.id }}
              {...(isPlanned ? { onDropped: movedBefore(stop.id) } : {})}
            />
          ))}
        </ol>
        {isPlanned ? (
          <PlanTargets idPrefix={run.id} targets={targets.filter(({ value }) => value !== `run:${run.id}`)} intents={ofStops} />
        ) : null}
        {isPlanned ? <PlanHandOver vehicleId={run.vehicleId} vehicles={vehicles} drivers={drivers} /> : null}
        {run.status === 'on_road' && open.length > 0 ? (
          <div className="flex flex-wrap gap-2">
            <Button look="plain" name="intent" value="replan_keep">
              {t.replanKeep}
            </Button>
            <Button look="plain" name="intent" value="replan_rest">
              {t.replanRest}
            </Button>
          </div>
        ) : null}
      </Form>
    </section>
  )
}
