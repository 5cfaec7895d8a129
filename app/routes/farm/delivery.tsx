import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CellLink } from '#app/components/office/cell-link.tsx'
import { DataTable } from '#app/components/ui/data-table.tsx'
import { Empty } from '#app/components/ui/empty.tsx'
import { db } from '#app/http/runtime.server.ts'
import { requireFarm } from '#app/http/viewer.server.ts'
import { formatDay, formatFen } from '#app/i18n/format.ts'
import { waveCostMessages } from '#app/i18n/messages/wave-costs.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useLocale, useMessages, usePick } from '#app/i18n/use-messages.ts'
import { findFarmFreights } from '#db/queries/wave-costs/wave-costs.server.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => waveCostMessages[locale].farmTitle)

const wavesShown = 100

export async function loader({ request }: LoaderFunctionArgs) {
  const { farmId } = await requireFarm(request)
  return { rows: await findFarmFreights(db().reader, { farmId, limit: wavesShown }) }
}

/** Every wave the farm was in, its share and what it was charged; each opens its calculation. */
export default function Delivery() {
  const { rows } = useLoaderData<typeof loader>()
  const t = useMessages(waveCostMessages)
  const locale = useLocale()
  const pick = usePick()
  return (
    <>
      <header className="flex max-w-3xl flex-col gap-2">
        <h1 className="text-3xl">{t.farmTitle}</h1>
        <p className="text-ink-2">{t.farmLead}</p>
      </header>
      {rows.length === 0 ? (
        <Empty>{t.noWaves}</Empty>
      ) : (
        <DataTable
          caption={t.farmTitle}
          rows={rows}
          rowKey={({ waveId }) => waveId}
          columns={[
            {
              key: 'wave',
              title: t.wave,
              cell: (row) => (
                <span className="block min-w-40">
                  <CellLink to={`/farm/delivery/${row.waveId}`}>{formatDay(row.deliversOn, locale)}</CellLink>
                  <span className="block text-sm text-ink-2">{pick(row.zoneZh, row.zoneEn)}</span>
                </span>
              ),
            },
            { key: 'rule', title: t.rule, cell: ({ rule }) => t[`rule_${rule}`] },
            { key: 'orders', title: t.orders, numeric: true, cell: ({ orders }) => orders },
            { key: 'cost', title: t.shareOfCost, numeric: true, cell: ({ costFen }) => formatFen(costFen) },
            { key: 'freight', title: t.freight, numeric: true, cell: ({ freightFen }) => <b>{formatFen(freightFen)}</b> },
            {
              key: 'each',
              title: t.perOrder,
              numeric: true,
              cell: ({ costFen, orders }) => formatFen(orders === 0 ? 0 : Math.round(costFen / orders)),
            },
            { key: 'direct', title: t.alone, numeric: true, cell: ({ directFen }) => formatFen(directFen) },
          ]}
        />
      )}
    </>
  )
}
