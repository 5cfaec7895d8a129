import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { cratesText } from '#app/components/office/courier/stop.tsx'
import { found, parseParams } from '#app/http/parse.server.ts'
import { db } from '#app/http/runtime.server.ts'
import { requireCourier } from '#app/http/viewer.server.ts'
import { formatClock, formatDay } from '#app/i18n/format.ts'
import { courierMessages } from '#app/i18n/messages/courier.ts'
import { courierRoadMessages } from '#app/i18n/messages/courier-road.ts'
import { deliveryMessages } from '#app/i18n/messages/delivery.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useLocale, useMessages, usePick } from '#app/i18n/use-messages.ts'
import { IdSchema } from '#app/schemas/ids.ts'
import { findRunPage } from '#db/queries/delivery/runs.server.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => courierRoadMessages[locale].sheet)

const Params = z.object({ runId: IdSchema })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { driverId } = await requireCourier(request)
  const { runId } = parseParams(params, Params)
  return found(await findRunPage(db().reader, { runId, driverId }))
}

/** A run on paper, for when a phone has none left: stops in their order, crates, notes, a line to sign on. */
export default function RunSheet() {
  const { run, stops } = useLoaderData<typeof loader>()
  const t = useMessages(courierRoadMessages)
  const c = useMessages(courierMessages)
  const d = useMessages(deliveryMessages)
  const pick = usePick()
  const locale = useLocale()
  const heads = [t.position, t.stop, t.address, t.person, t.cratesColumn, t.noteColumn, t.signature]
  return (
    <main id="main" className="mx-auto max-w-5xl p-4 print:p-0">
      <a href={`/courier/runs/${run.id}`} className="inline-flex min-h-14 items-center text-indigo print:hidden">
        {c.runTitle(pick(run.zoneZh, run.zoneEn))}
      </a>
      <h1 className="text-2xl">{t.sheetTitle(pick(run.zoneZh, run.zoneEn))}</h1>
      <p>
        {formatDay(run.deliversOn, locale)} · {c.leaves(formatClock(run.departsAt))} · {pick(run.vehicleZh, run.vehicleEn)} ·{' '}
        {pick(run.hubZh, run.hubEn)}
      </p>
      <div tabIndex={0} className="overflow-x-auto">
        <table className="mt-4 w-full min-w-3xl border-collapse text-sm">
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col" className="border border-rule p-2 text-left">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {stops.map((stop, i) => (
              <tr key={stop.id} className="break-inside-avoid align-top">
                <td className="border border-rule p-2">{i + 1}</td>
                <th scope="row" className="border border-rule p-2 text-left">
                  {stop.code}
                </th>
                <td className="border border-rule p-2">{pick(stop.addressZh, stop.addressEn)}</td>
                <td className="border border-rule p-2">{[stop.recipient, stop.phoneTail].filter(Boolean).join(' · ')}</td>
                <td className="border border-rule p-2">{cratesText(stop, d)}</td>
                <td className="border border-rule p-2">{stop.note}</td>
                <td className="w-28 border border-rule p-2" />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </main>
  )
}
