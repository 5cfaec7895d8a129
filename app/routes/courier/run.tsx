import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { CourierLoadList } from '#app/components/office/courier-load-list.tsx'
import { CourierStop } from '#app/components/office/courier-stop.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { found, notFound, parseParams } from '#app/http/parse.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { requireCourier } from '#app/http/viewer.server.ts'
import { formatClock, formatDay } from '#app/i18n/format.ts'
import { inLocale } from '#app/i18n/locale.ts'
import { courierMessages } from '#app/i18n/messages/courier.ts'
import { deliveryMessages } from '#app/i18n/messages/delivery.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useLocale, useMessages, usePick } from '#app/i18n/use-messages.ts'
import { DropOutcomeSchema } from '#app/schemas/drop-outcome.ts'
import { IdSchema } from '#app/schemas/ids.ts'
import { settleDrop } from '#app/services/delivery/settle-drop.server.ts'
import { startRun } from '#app/services/delivery/start-run.server.ts'
import { findRunPage } from '#db/queries/runs.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data: page, matches }) =>
  pageTitle(matches, (locale) => {
    const t = courierMessages[locale]
    return page ? t.runTitle(inLocale(locale, page.run.zoneZh, page.run.zoneEn)) : t.runUnknown
  })

const Params = z.object({ runId: IdSchema })
const Done = z.enum(['started', 'noted']).nullable().catch(null)
const Aboard = z.array(IdSchema).max(500)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { driverId } = await requireCourier(request)
  const { runId } = parseParams(params, Params)
  const page = found(await findRunPage(db().reader, { runId, driverId }))
  return { ...page, done: Done.parse(new URL(request.url).searchParams.get('done')) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { driverId } = await requireCourier(request)
  const { runId } = parseParams(params, Params)
  const form = await request.formData()
  if (form.has('start')) {
    const ticked = parseParams(form.getAll('aboard'), Aboard)
    const aboard = form.get('start') === 'all' ? 'all' : ticked
    const started = await startRun(db(), { runId, driverId, aboard, now: now() })
    if (!started.ok) throw notFound()
    return redirect(`/courier/runs/${runId}?done=started`)
  }
  const { dropId, outcome } = parseParams(Object.fromEntries(form), DropOutcomeSchema)
  const settled = await settleDrop(db(), { dropId, by: { driverId }, outcome, now: now() })
  if (!settled.ok && settled.refusal.code === 'unknown_drop') throw notFound()
  if (!settled.ok) return data({ dropId, refusal: settled.refusal }, { status: 409 })
  return redirect(`/courier/runs/${runId}?done=noted`)
}

export default function Run() {
  const { run, stops, unpacked, done } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const t = useMessages(courierMessages)
  const d = useMessages(deliveryMessages)
  const pick = usePick()
  const locale = useLocale()
  const [next, ...waiting] = stops.filter((stop) => stop.status === 'planned')
  const settled = stops.filter((stop) => stop.status !== 'planned')
  const wrongCodeAt = answered?.refusal.code === 'wrong_code' ? answered.dropId : null
  const groups = [
    { id: 'next', title: t.nextStop, list: next ? [next] : [] },
    { id: 'waiting', title: t.otherStops, list: waiting },
    { id: 'settled', title: t.settledStops, list: settled },
  ]
  return (
    <>
      <header>
        <Link to="/courier" className="inline-flex min-h-14 items-center text-indigo">
          {t.back}
        </Link>
        <h1 className="text-2xl">{t.runTitle(pick(run.zoneZh, run.zoneEn))}</h1>
        <p className="text-ink-2">
          {[
            formatDay(run.deliversOn, locale),
            t.leaves(formatClock(run.departsAt, locale)),
            pick(run.vehicleZh, run.vehicleEn),
            d.km((run.distanceM / 1000).toFixed(1)),
            t.stops(settled.length, stops.length),
          ].join(' · ')}
        </p>
      </header>
      {answered ? <Notice tone="bad" title={t[answered.refusal.code]} /> : null}
      {done && !answered ? <Notice tone="good" title={t[done]} /> : null}
      {run.status === 'planned' ? (
        <CourierLoadList hub={pick(run.hubZh, run.hubEn)} stops={stops} unpacked={unpacked} />
      ) : (
        <>
          {run.status === 'done' ? (
            <Notice tone="good" title={t.doneTitle}>
              <p>
                {t.doneText(
                  stops.filter((stop) => stop.status === 'delivered').length,
                  stops.filter((stop) => stop.status === 'failed').length,
                )}
              </p>
            </Notice>
          ) : null}
          {groups.map(({ id, title, list }) =>
            list.length > 0 ? (
              <section key={id} aria-labelledby={id} className="flex flex-col gap-3">
                <h2 id={id} className="text-2xl">
                  {title}
                </h2>
                {list.map((stop) => (
                  <CourierStop key={stop.id} stop={stop} isNext={id === 'next'} wrongCode={wrongCodeAt === stop.id} />
                ))}
              </section>
            ) : null,
          )}
        </>
      )}
    </>
  )
}
