import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { LogisticsChart } from '#app/components/office/waves/logistics-chart.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { DataTable } from '#app/components/ui/data-table.tsx'
import { Empty } from '#app/components/ui/empty.tsx'
import { businessDay } from '#app/domain/business-day.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { requireOffice } from '#app/http/viewer.server.ts'
import { formatDay, formatFen } from '#app/i18n/format.ts'
import { waveCostMessages } from '#app/i18n/messages/wave-costs.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useLocale, useMessages, usePick } from '#app/i18n/use-messages.ts'
import { readLogistics } from '#app/services/wave-costs/read-logistics.server.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => waveCostMessages[locale].logistics)

export async function loader({ request }: LoaderFunctionArgs) {
  await requireOffice(request)
  return await readLogistics(db().reader, businessDay(now()))
}

/** S0's table: what logistics cost an order of each farm, before and now. */
export default function Logistics() {
  const { fromOn, farms, season } = useLoaderData<typeof loader>()
  const t = useMessages(waveCostMessages)
  const locale = useLocale()
  const pick = usePick()
  const said = (amountFen: number | null) => (amountFen === null ? t.noFigure : formatFen(amountFen))
  const between = (low: number, high: number) => (high === 0 ? t.noFigure : t.range(formatFen(low), formatFen(high)))
  const each = season.waves === 0 ? '0' : (season.orders / season.waves).toFixed(1)
  const isDearer = season.nowFen !== null && season.directPerOrderFen !== null && season.nowFen > season.directPerOrderFen
  const whole = { ...season, farmId: 'all', farmZh: t.total, farmEn: t.total, directFen: season.directPerOrderFen, shareFen: null }
  const rows = [...farms, { ...whole, beforeLowFen: 0, beforeHighFen: 0, s0LowFen: 0, s0HighFen: 0 }]
  return (
    <>
      <header className="flex max-w-3xl flex-col gap-2">
        <h1 className="text-3xl">{t.logistics}</h1>
        <p className="text-ink-2">{t.logisticsLead(formatDay(fromOn, locale))}</p>
        <ButtonLink to="/alliance/logistics/rules" look="plain" className="self-start">
          {t.toRules}
        </ButtonLink>
      </header>
      {season.waves === 0 ? (
        <Empty>{t.noWaves}</Empty>
      ) : (
        <>
          <p className="max-w-3xl">
            {t.season(season.waves, season.orders, each)} <b>{isDearer ? t.thin : t.dense}</b>
          </p>
          <LogisticsChart farms={farms} />
          <DataTable
            caption={t.chart}
            rows={rows}
            rowKey={({ farmId }) => farmId}
            columns={[
              { key: 'farm', title: t.farm, cell: (farm) => pick(farm.farmZh, farm.farmEn) },
              { key: 'orders', title: t.orders, numeric: true, cell: ({ orders }) => orders },
              { key: 'before', title: t.before, numeric: true, cell: (farm) => between(farm.beforeLowFen, farm.beforeHighFen) },
              { key: 's0', title: t.s0Now, numeric: true, cell: (farm) => between(farm.s0LowFen, farm.s0HighFen) },
              { key: 'now', title: t.now, numeric: true, cell: ({ nowFen }) => <b>{said(nowFen)}</b> },
              { key: 'share', title: t.ownShare, numeric: true, cell: ({ shareFen }) => said(shareFen) },
              { key: 'direct', title: t.directToday, numeric: true, cell: ({ directFen }) => said(directFen) },
            ]}
          />
          <p className="max-w-3xl text-sm text-ink-2">{t.howCounted}</p>
        </>
      )}
    </>
  )
}
