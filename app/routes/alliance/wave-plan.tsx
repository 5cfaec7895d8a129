import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Link, type ShouldRevalidateFunction, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { PlanEffect } from '#app/components/office/planning/plan-effect.tsx'
import { PlanHeader } from '#app/components/office/planning/plan-header.tsx'
import { PlanHistory } from '#app/components/office/planning/plan-history.tsx'
import { PlanJob } from '#app/components/office/planning/plan-job.tsx'
import { PlanLeftOut } from '#app/components/office/planning/plan-left-out.tsx'
import { PlanRun } from '#app/components/office/planning/plan-run.tsx'
import { PlanSplit } from '#app/components/office/planning/plan-split.tsx'
import { StreetMap } from '#app/components/office/street-map/street-map.tsx'
import { WaveMapLegend } from '#app/components/office/waves/wave-map-legend.tsx'
import { ZoomableMap } from '#app/components/office/waves/zoomable-map.tsx'
import { Empty } from '#app/components/ui/empty.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { wholeMap } from '#app/domain/delivery/map-view.ts'
import { findTileFile } from '#app/http/map-tiles.server.ts'
import { found, parseParams } from '#app/http/parse.server.ts'
import { db } from '#app/http/runtime.server.ts'
import { requireOffice } from '#app/http/viewer.server.ts'
import { formatDay } from '#app/i18n/format.ts'
import { inLocale } from '#app/i18n/locale.ts'
import { allianceMessages } from '#app/i18n/messages/alliance.ts'
import { dispatchMessages } from '#app/i18n/messages/dispatch.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'
import { IdSchema } from '#app/schemas/ids.ts'
import { PlanChangeSchema, planChangeOf } from '#app/schemas/plan-change.ts'
import { checkPlan } from '#app/services/dispatch/check-plan.server.ts'
import { findLastEdits } from '#db/queries/delivery/dispatch.server.ts'
import { findPlanJob } from '#db/queries/delivery/plan-jobs.server.ts'
import { findWavePage } from '#db/queries/delivery/waves.server.ts'
import { carryOutChange } from './carry-out-change.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data: page, matches }) =>
  pageTitle(matches, (locale) => {
    const t = dispatchMessages[locale]
    if (!page) return t.plan
    const { deliversOn, zoneZh, zoneEn } = page.wave
    return t.planOf(allianceMessages[locale].waveTitle(formatDay(deliversOn, locale), inLocale(locale, zoneZh, zoneEn)))
  })

const Params = z.object({ waveId: IdSchema })
const part = z.coerce.number().min(0).max(1).catch(0.5)
const Search = z.object({
  z: z.coerce.number().min(1).max(12).catch(1),
  x: part,
  y: part,
  done: z.enum(['changed', 'held', 'published', 'split', 'asked']).nullable().catch(null),
})

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireOffice(request)
  const { waveId } = parseParams(params, Params)
  const { reader } = db()
  const page = found(await findWavePage(reader, waveId))
  const [job, edits, check, tiles] = await Promise.all([
    findPlanJob(reader, waveId),
    findLastEdits(reader, { waveId, limit: 30 }),
    checkPlan(reader, waveId),
    findTileFile(process.env),
  ])
  const { z: zoom, x, y, done } = Search.parse({ ...blank, ...Object.fromEntries(new URL(request.url).searchParams) })
  const history = edits.map(({ detail, ...edit }) => ({ ...edit, notes: notesOf(detail) }))
  return {
    ...page,
    ...check,
    job,
    edits: history,
    hasStreetMap: tiles !== null,
    last: Effect.parse(edits[0]?.detail),
    view: zoom === 1 ? wholeMap : { zoom, x, y },
    done,
  }
}

const blank = { z: undefined, x: undefined, y: undefined, done: null }
const notesOf = ({ notes }: Record<string, unknown>) => (Array.isArray(notes) ? notes.filter((note) => typeof note === 'string') : [])

const Sum = z.object({ costFen: z.number(), distanceM: z.number(), durationS: z.number(), unserved: z.number() })
const Effect = z.object({ before: Sum, after: Sum, newBreaches: z.number() }).nullable().catch(null)

export async function action({ request, params }: ActionFunctionArgs) {
  const { userId } = await requireOffice(request)
  const { waveId } = parseParams(params, Params)
  const change = parseParams(planChangeOf(await request.formData()), PlanChangeSchema)
  const carried = await carryOutChange(change, { waveId, actorId: userId })
  if (!carried.ok) return data({ refusal: carried.refusal, tried: null }, { status: 409 })
  if ('tried' in carried) {
    const { before, after, newBreaches } = carried.tried
    return data({ refusal: null, tried: { before, after, newBreaches: newBreaches.length } })
  }
  return redirect(`/alliance/waves/${waveId}/plan?done=${carried.done}`)
}

/** After a refusal too: whoever is told that somebody else was first sees the plan as it is now. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ formMethod, defaultShouldRevalidate }) =>
  formMethod === 'POST' || defaultShouldRevalidate

const dones = { changed: 'done', held: 'done', published: 'publishedNow', split: 'splitDone' } as const

export default function WavePlan() {
  const { wave, runs, drops, vehicles, drivers, breaches, job, edits, last, view, hasStreetMap, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useMessages(dispatchMessages)
  const a = useMessages(allianceMessages)
  const pick = usePick()
  const version = wave.planVersion
  const withStops = runs.map((run) => ({ run, stops: drops.filter((drop) => drop.runId === run.id) }))
  const mapped = withStops.map(({ run, stops }) => ({
    number: run.position,
    stops: stops.map(({ lat, lon, position }) => ({ lat, lon, position: position ?? 0 })),
  }))
  const leftOut = drops.filter((drop) => drop.runId === null)
  const targets = [
    ...runs
      .filter((run) => run.status === 'planned')
      .map((run) => ({ value: `run:${run.id}`, label: `${a.runNumber(run.position)} · ${pick(run.vehicleZh, run.vehicleEn)}` })),
    ...vehicles.map(({ id, nameZh, nameEn }) => ({ value: `van:${id}`, label: t.newRunOf(pick(nameZh, nameEn)) })),
  ]
  const allPlanned = wave.status === 'closed' && runs.every((run) => run.status === 'planned')
  const refusal = answer?.refusal
  const effect = !answer && done === 'changed' ? last : null
  return (
    <>
      <PlanHeader wave={wave} runs={runs} unserved={leftOut.length} canUndo={edits.length > 1 && allPlanned} />
      <div className="sticky top-0 z-10 flex flex-col gap-2 empty:hidden">
        {refusal ? <Notice tone="bad" title={refusal.code === 'locked' ? t.locked_refusal : t[refusal.code]} /> : null}
        {answer?.tried ? <PlanEffect title={t.tried} effect={answer.tried} /> : null}
        {!answer && done && done !== 'asked' && !effect ? <Notice tone="good" title={t[dones[done]]} /> : null}
        {effect ? <PlanEffect title={t.effect} effect={effect} /> : null}
      </div>
      {job?.status === 'failed' ? <Notice tone="warn" title={t.jobFailed} /> : null}
      <PlanJob job={job} version={version} mayPlan={allPlanned} />
      {drops.length === 0 ? <Empty>{t.noPlan}</Empty> : null}
      {drops.length > 0 ? (
        <section aria-labelledby="map" className="grid items-start gap-4 rounded-md border border-rule bg-paper p-4 lg:grid-cols-[2fr_1fr]">
          <h2 id="map" className="text-2xl lg:col-span-2">
            {a.map}
          </h2>
          <ZoomableMap
            key={wave.id}
            hub={{ lat: wave.hubLat, lon: wave.hubLon }}
            zone={wave.polygon}
            runs={mapped}
            unserved={leftOut}
            view={view}
          />
          <WaveMapLegend runs={mapped} hasUnserved={leftOut.length > 0} />
          {hasStreetMap ? (
            <StreetMap
              hub={{ lat: wave.hubLat, lon: wave.hubLon }}
              runs={mapped}
              unserved={leftOut.map(({ lat, lon }) => ({ lat, lon }))}
            />
          ) : null}
        </section>
      ) : null}
      <div className="grid items-start gap-4 xl:grid-cols-2">
        {withStops.map(({ run, stops }) => (
          <PlanRun
            key={run.id}
            run={run}
            stops={stops}
            version={version}
            targets={targets}
            vehicles={vehicles}
            drivers={drivers}
            breaches={breaches}
          />
        ))}
      </div>
      {drops.length > 0 ? <PlanLeftOut drops={leftOut} version={version} targets={targets} /> : null}
      {allPlanned && runs.length > 1 ? <PlanSplit runs={runs} version={version} /> : null}
      {edits.length > 0 ? <PlanHistory edits={edits} /> : null}
      <Link to={`/alliance/waves/${wave.id}`} className="inline-flex min-h-11 items-center self-start text-indigo underline">
        {t.backToWave}
      </Link>
    </>
  )
}
