import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { StatusMark } from '#app/components/ui/status-mark.tsx'
import { addDays, businessDay } from '#app/domain/business-day.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { requireCourier } from '#app/http/viewer.server.ts'
import { formatClock, formatDay } from '#app/i18n/format.ts'
import { courierMessages } from '#app/i18n/messages/courier.ts'
import { deliveryMessages } from '#app/i18n/messages/delivery.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useLocale, useMessages, usePick } from '#app/i18n/use-messages.ts'
import { findRunsOfDriver } from '#db/queries/delivery/runs.server.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => courierMessages[locale].runs)

const lookAheadDays = 3

export async function loader({ request }: LoaderFunctionArgs) {
  const { driverId } = await requireCourier(request)
  const today = businessDay(now())
  const runs = await findRunsOfDriver(db().reader, { driverId, fromOn: today, untilOn: addDays(today, lookAheadDays) })
  return { today, runs }
}

type Run = ReturnType<typeof useLoaderData<typeof loader>>['runs'][number]

export default function Runs() {
  const { today, runs } = useLoaderData<typeof loader>()
  const t = useMessages(courierMessages)
  const locale = useLocale()
  const later = runs.filter((run) => run.deliversOn !== today)
  return (
    <>
      <h1 className="text-3xl">{t.runs}</h1>
      <section aria-labelledby="today" className="flex flex-col gap-3">
        <h2 id="today" className="text-2xl">
          {t.today} · {formatDay(today, locale)}
        </h2>
        <RunList runs={runs.filter((run) => run.deliversOn === today)} empty={t.noRuns} />
      </section>
      <section aria-labelledby="later" className="flex flex-col gap-3">
        <h2 id="later" className="text-2xl">
          {t.later}
        </h2>
        <RunList runs={later} empty={t.noneLater} />
      </section>
    </>
  )
}

const tones = { planned: 'waiting', on_road: 'moving', done: 'done' } as const

function RunList({ runs, empty }: { runs: readonly Run[]; empty: string }) {
  const t = useMessages(courierMessages)
  const d = useMessages(deliveryMessages)
  const pick = usePick()
  const locale = useLocale()
  if (runs.length === 0) return <p className="text-ink-2">{empty}</p>
  return (
    <ul className="flex flex-col gap-3">
      {runs.map((run) => (
        <li key={run.id}>
          <Link
            to={`/courier/runs/${run.id}`}
            reloadDocument
            className="flex min-h-14 flex-col gap-1 rounded-md border border-control bg-paper px-4 py-3 text-ink no-underline"
          >
            <span className="flex flex-wrap items-baseline justify-between gap-x-3">
              <span className="text-lg font-semibold text-indigo underline">{pick(run.zoneZh, run.zoneEn)}</span>
              <StatusMark tone={tones[run.status]}>{d[`run_${run.status}`]}</StatusMark>
            </span>
            <span>
              {formatDay(run.deliversOn, locale)} · {t.leaves(formatClock(run.departsAt))} · {t.stops(run.settled, run.stops)}
            </span>
            <span className="text-ink-2">
              {pick(run.vehicleZh, run.vehicleEn)} · {d.km((run.distanceM / 1000).toFixed(1))}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
