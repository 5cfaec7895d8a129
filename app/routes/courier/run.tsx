import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { RunEnd } from '#app/components/courier/run-end.tsx'
import { useRunOnRoad } from '#app/components/courier/use-run-on-road.ts'
import { CourierLoadList } from '#app/components/office/courier/load-list.tsx'
import { CourierStop } from '#app/components/office/courier/stop.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { readDriverWord } from '#app/domain/delivery/read-driver-word.ts'
import { amapLink } from '#app/http/amap-link.server.ts'
import { found, notFound, parseParams } from '#app/http/parse.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { supportPhone } from '#app/http/support-phone.server.ts'
import { requireCourier } from '#app/http/viewer.server.ts'
import { formatClock, formatDay } from '#app/i18n/format.ts'
import { inLocale } from '#app/i18n/locale.ts'
import { courierMessages } from '#app/i18n/messages/courier.ts'
import { courierRoadMessages } from '#app/i18n/messages/courier-road.ts'
import { deliveryMessages } from '#app/i18n/messages/delivery.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useLocale, useMessages, usePick } from '#app/i18n/use-messages.ts'
import { DriverWordSchema } from '#app/schemas/driver-event.ts'
import { IdSchema } from '#app/schemas/ids.ts'
import { takeDriverEvents } from '#app/services/driving/take-driver-events.server.ts'
import { findRunPage } from '#db/queries/delivery/runs.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data: page, matches }) =>
  pageTitle(matches, (locale) => {
    const t = courierMessages[locale]
    return page ? t.runTitle(inLocale(locale, page.run.zoneZh, page.run.zoneEn)) : t.runUnknown
  })

const Params = z.object({ runId: IdSchema })
const Done = z.enum(['started', 'noted', 'picture_refused']).nullable().catch(null)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { driverId } = await requireCourier(request)
  const { runId } = parseParams(params, Params)
  // before it is read: what is answered meanwhile is newer than this page
  const readAt = now()
  const page = found(await findRunPage(db().reader, { runId, driverId }))
  const stops = page.stops.map((stop) => ({ ...stop, amapUrl: amapLink(stop, stop.code) }))
  return { ...page, stops, officePhone: supportPhone(), readAt, done: Done.parse(new URL(request.url).searchParams.get('done')) }
}

/** What a phone without a script says; the others send their queue to `events`. The same service takes both. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { driverId } = await requireCourier(request)
  const { runId } = parseParams(params, Params)
  const said = DriverWordSchema.safeParse(readDriverWord(await request.formData()))
  if (!said.success) return data({ dropId: null, refusal: 'not_understood' as const }, { status: 400 })
  const at = now()
  const event = { id: randomUUID(), phoneAt: at, word: said.data }
  const taken = await takeDriverEvents(db(), { runId, driverId, sentAt: at, events: [event], now: at })
  const refusal = taken.ok ? taken.value[0]?.refusal : null
  if (!taken.ok || refusal === 'run_handed_over' || refusal === 'unknown_drop') throw notFound()
  if (refusal) return data({ dropId: 'dropId' in said.data ? said.data.dropId : null, refusal }, { status: 409 })
  return redirect(`/courier/runs/${runId}?done=${said.data.kind === 'start' ? 'started' : 'noted'}`)
}

export default function Run() {
  const page = useLoaderData<typeof loader>()
  const { done, officePhone } = page
  const { run, stops, parcels, waiting: unsent, say, show, replanned, acknowledge } = useRunOnRoad(page)
  const answered = useActionData<typeof action>()
  const t = useMessages(courierMessages)
  const d = useMessages(deliveryMessages)
  const r = useMessages(courierRoadMessages)
  const pick = usePick()
  const locale = useLocale()
  const [next, ...waiting] = stops.filter((stop) => stop.status === 'planned')
  const settled = stops.filter((stop) => stop.status !== 'planned')
  const failed = stops.filter((stop) => stop.status === 'failed' && stop.statusReason !== 'cancelled').length
  const wrongCodeAt = answered?.refusal === 'wrong_code' ? answered.dropId : null
  const groups = [
    { id: 'next', title: t.nextStop, list: next ? [next] : [] },
    { id: 'waiting', title: t.otherStops, list: waiting },
    { id: 'settled', title: t.settledStops, list: settled },
  ]
  return (
    <>
      <header>
        <Link to="/courier" reloadDocument className="inline-flex min-h-14 items-center text-indigo">
          {t.back}
        </Link>
        <Link to={`/courier/runs/${run.id}/sheet`} reloadDocument className="ml-6 inline-flex min-h-14 items-center text-indigo">
          {r.sheet}
        </Link>
        <h1 className="text-2xl">{t.runTitle(pick(run.zoneZh, run.zoneEn))}</h1>
        <p className="text-ink-2">
          {[
            formatDay(run.deliversOn, locale),
            t.leaves(formatClock(run.departsAt)),
            pick(run.vehicleZh, run.vehicleEn),
            d.km((run.distanceM / 1000).toFixed(1)),
            t.stops(settled.length, stops.length),
          ].join(' · ')}
        </p>
      </header>
      {answered ? <Notice tone="bad" title={r[answered.refusal]} /> : null}
      {done && !answered ? (
        <Notice tone={done === 'picture_refused' ? 'bad' : 'good'} title={done === 'picture_refused' ? r.refusedPicture : t[done]} />
      ) : null}
      {replanned ? (
        <Notice tone="warn" title={r.replanned}>
          {replanned.added.length > 0 ? <p>{r.added(replanned.added.join(' · '))}</p> : null}
          {replanned.gone.length > 0 ? <p>{r.gone(replanned.gone.join(' · '))}</p> : null}
          <p>{r.newOrder}</p>
          <Button look="plain" className="mt-2 min-h-14" onClick={acknowledge}>
            {r.seen}
          </Button>
        </Notice>
      ) : null}
      {run.status === 'planned' ? (
        <CourierLoadList hub={pick(run.hubZh, run.hubEn)} stops={stops} parcels={parcels} say={say} />
      ) : (
        <>
          {run.status === 'done' ? (
            <Notice tone="good" title={t.doneTitle}>
              <p>{t.doneText(stops.filter((stop) => stop.status === 'delivered').length, failed)}</p>
            </Notice>
          ) : null}
          {run.status === 'done' ? (
            <RunEnd run={run} failed={failed} cratesBack={stops.reduce((sum, stop) => sum + stop.cratesBack, 0)} say={say} />
          ) : null}
          {groups.map(({ id, title, list }) =>
            list.length > 0 ? (
              <section key={id} aria-labelledby={id} className="flex flex-col gap-3">
                <h2 id={id} className="text-2xl">
                  {title}
                </h2>
                {list.map((stop) => (
                  <CourierStop
                    key={stop.id}
                    stop={stop}
                    parcels={parcels.filter(({ dropId }) => dropId === stop.id)}
                    runId={run.id}
                    officePhone={officePhone}
                    isNext={id === 'next'}
                    isWaiting={unsent.has(stop.id)}
                    isOnRoad={run.status === 'on_road'}
                    wrongCode={wrongCodeAt === stop.id}
                    say={say}
                    show={show}
                  />
                ))}
              </section>
            ) : null,
          )}
        </>
      )}
    </>
  )
}
