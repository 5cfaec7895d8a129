import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { RefusedWords } from '#app/components/office/waves/refused-words.tsx'
import { StrandedDrops } from '#app/components/office/waves/stranded-drops.tsx'
import { WaveFigures } from '#app/components/office/waves/wave-figures.tsx'
import { WaveHeader } from '#app/components/office/waves/wave-header.tsx'
import { WaveMap } from '#app/components/office/waves/wave-map.tsx'
import { WaveMapLegend } from '#app/components/office/waves/wave-map-legend.tsx'
import { WaveRunCard } from '#app/components/office/waves/wave-run-card.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { found, parseParams } from '#app/http/parse.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { requireOffice } from '#app/http/viewer.server.ts'
import { formatDay } from '#app/i18n/format.ts'
import { inLocale } from '#app/i18n/locale.ts'
import { allianceMessages } from '#app/i18n/messages/alliance.ts'
import { refusedWordMessages } from '#app/i18n/messages/refused-words.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { IdSchema } from '#app/schemas/ids.ts'
import { type CloseWaveRefusal, closeWave } from '#app/services/delivery/close-wave.server.ts'
import { type PlanWaveRefusal, planWave } from '#app/services/delivery/plan-wave.server.ts'
import { type SettleRefusal, settleDrop } from '#app/services/delivery/settle-drop.server.ts'
import { seeToWord } from '#app/services/driving/see-to-word.server.ts'
import { findRefusedWords } from '#db/queries/delivery/refused-words.server.ts'
import { findWavePage } from '#db/queries/delivery/waves.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data: page, matches }) =>
  pageTitle(matches, (locale) => {
    const t = allianceMessages[locale]
    return page ? t.waveTitle(formatDay(page.wave.deliversOn, locale), inLocale(locale, page.wave.zoneZh, page.wave.zoneEn)) : t.waveUnknown
  })

const Params = z.object({ waveId: IdSchema })
const Change = z.discriminatedUnion('intent', [
  z.object({ intent: z.enum(['close', 'close_held']) }),
  z.object({ intent: z.literal('plan') }),
  z.object({ intent: z.literal('settle'), dropId: IdSchema }),
  z.object({ intent: z.literal('see_to'), eventId: IdSchema }),
])
const dones = ['planned', 'planHolds', 'settled', 'noted'] as const
const Done = z.enum(dones).nullable().catch(null)

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireOffice(request)
  const { waveId } = parseParams(params, Params)
  const { reader } = db()
  const [wavePage, refusedWords] = await Promise.all([findWavePage(reader, waveId), findRefusedWords(reader, { waveId })])
  const page = found(wavePage)
  const done = Done.parse(new URL(request.url).searchParams.get('done'))
  return { ...page, refusedWords, done, isPastCutoff: page.wave.cutoffAt <= now() }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { userId } = await requireOffice(request)
  const { waveId } = parseParams(params, Params)
  const change = parseParams(Object.fromEntries(await request.formData()), Change)
  const answer = await carryOut(change, { waveId, userId })
  if (!answer.ok) return data({ refusal: answer.refusal }, { status: 409 })
  return redirect(`/alliance/waves/${waveId}?done=${answer.done}`)
}

type Carried =
  | { ok: true; done: (typeof dones)[number] }
  | { ok: false; refusal: CloseWaveRefusal | PlanWaveRefusal | SettleRefusal | { code: 'unknown_word' } }

async function carryOut(change: z.output<typeof Change>, { waveId, userId }: { waveId: string; userId: string }): Promise<Carried> {
  if (change.intent === 'settle') {
    const outcome = { kind: 'delivered' as const, proof: { kind: 'note' as const, note: 'in_person' as const } }
    const settled = await settleDrop(db(), { dropId: change.dropId, by: { officeUserId: userId }, outcome, now: now() })
    return settled.ok ? { ok: true, done: 'settled' } : settled
  }
  if (change.intent === 'see_to') {
    const seen = await seeToWord(db(), { eventId: change.eventId, waveId, officeUserId: userId, now: now() })
    return seen.ok ? { ok: true, done: 'noted' } : seen
  }
  const planned =
    change.intent === 'plan'
      ? await planWave(db(), { waveId, again: true, actorId: userId, now: now() })
      : await closeWave(db(), { waveId, forcedBy: userId, held: change.intent === 'close_held', now: now() })
  return planned.ok ? { ok: true, done: planned.value.planned ? 'planned' : 'planHolds' } : planned
}

export default function Wave() {
  const { wave, runs, drops, farms, latecomers, refusedWords, done, isPastCutoff } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()?.refusal
  const t = { ...useMessages(refusedWordMessages), ...useMessages(allianceMessages) }
  const withStops = runs.map((run) => ({ run, number: run.position, stops: drops.filter((drop) => drop.runId === run.id) }))
  const mapped = withStops.map(({ number, stops }) => ({
    number,
    stops: stops.map(({ lat, lon, position }) => ({ lat, lon, position: position ?? 0 })),
  }))
  const unserved = drops.filter((drop) => drop.runId === null)
  const stranded = drops.filter((drop) => drop.statusReason !== 'cancelled' && (drop.runId === null || drop.status === 'failed'))
  const mayPlan = wave.status === 'closed' && runs.every((run) => run.status === 'planned')
  return (
    <>
      <WaveHeader wave={wave} isPastCutoff={isPastCutoff} mayPlan={mayPlan} />
      {refusal ? <Notice tone="bad" title={t[refusal.code]} /> : null}
      {done && !refusal ? <Notice tone="good" title={t[done]} /> : null}
      {wave.toPack > 0 && wave.status !== 'open' ? <Notice tone="warn" title={t.toPackStill(wave.toPack)} /> : null}
      {latecomers.length > 0 ? (
        <Notice tone="warn" title={t.latecomers}>
          <p>
            {latecomers.map(({ alias }) => alias).join(', ')}. {t.latecomersText}
          </p>
        </Notice>
      ) : null}
      {refusedWords.length > 0 ? <RefusedWords words={refusedWords} /> : null}
      {stranded.length > 0 ? <StrandedDrops drops={stranded} /> : null}
      {wave.figures && wave.figures.orders > 0 ? <WaveFigures figures={wave.figures} farms={farms} /> : null}
      {drops.length > 0 ? (
        <section aria-labelledby="map" className="flex flex-col gap-4">
          <h2 id="map" className="text-2xl">
            {t.map}
          </h2>
          <div className="grid items-start gap-4 rounded-md border border-rule bg-paper p-4 lg:grid-cols-[2fr_1fr]">
            <WaveMap
              hub={{ lat: wave.hubLat, lon: wave.hubLon }}
              zone={wave.polygon}
              runs={mapped}
              unserved={unserved.map(({ lat, lon }) => ({ lat, lon }))}
            />
            <div className="flex flex-col gap-4">
              <WaveMapLegend runs={mapped} hasUnserved={unserved.length > 0} />
              <p className="text-sm text-ink-2">{t.mapText}</p>
            </div>
          </div>
        </section>
      ) : null}
      <section aria-labelledby="runs" className="flex flex-col gap-4">
        <h2 id="runs" className="text-2xl">
          {t.runs}
        </h2>
        {withStops.length === 0 ? <p className="text-ink-2">{wave.figures ? t.emptyWave : t.noRuns}</p> : null}
        {withStops.map(({ run, stops }) => (
          <WaveRunCard key={run.id} run={run} stops={stops} />
        ))}
      </section>
    </>
  )
}
