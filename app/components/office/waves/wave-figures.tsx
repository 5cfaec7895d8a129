import { Link } from '@remix-run/react'
import { DataTable } from '#app/components/ui/data-table.tsx'
import { formatFen } from '#app/i18n/format.ts'
import { allianceMessages } from '#app/i18n/messages/alliance.ts'
import { waveCostMessages } from '#app/i18n/messages/wave-costs.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'
import { DrawnBar } from '../drawn-bar.tsx'

type Figures = {
  waveId: string
  orders: number
  parcels: number
  drops: number
  costFen: number
  directFen: number
  byFarm: { farmId: string; orders: number; directFen: number; costFen: number }[]
}
type FarmName = { id: string; nameZh: string; nameEn: string }

const perOrder = (amountFen: number, orders: number) => (orders === 0 ? 0 : Math.round(amountFen / orders))

/** What an order of the wave cost, beside every farm shipping its own parcel (S0); dearer is said as plainly as cheaper. */
export function WaveFigures({ figures, farms }: { figures: Figures; farms: readonly FarmName[] }) {
  const t = useMessages(allianceMessages)
  const costs = useMessages(waveCostMessages)
  const pick = usePick()
  const { orders, costFen, directFen } = figures
  const together = perOrder(costFen, orders)
  const direct = perOrder(directFen, orders)
  const longest = Math.max(together, direct, 1)
  const nameOf = (farmId: string) => {
    const farm = farms.find(({ id }) => id === farmId)
    return farm ? pick(farm.nameZh, farm.nameEn) : farmId
  }
  const dearest = Math.max(
    1,
    ...figures.byFarm.flatMap((farm) => [farm.costFen, farm.directFen].map((amount) => perOrder(amount, farm.orders))),
  )
  return (
    <section aria-labelledby="figures" className="flex flex-col gap-4">
      <h2 id="figures" className="text-2xl">
        {t.figures}
      </h2>
      <p>{t.totals(orders, figures.parcels, figures.drops)}</p>
      <dl className="grid max-w-2xl grid-cols-[auto_1fr_auto] items-center gap-x-4 gap-y-2 rounded-md border border-rule bg-paper p-4">
        {[
          { label: t.together, amountFen: together, tone: 'leaf' as const },
          { label: t.direct, amountFen: direct, tone: 'rape' as const },
        ].map(({ label, amountFen, tone }) => (
          <div key={label} className="contents">
            <dt>{label}</dt>
            <dd>
              <DrawnBar part={amountFen / longest} tone={tone} />
            </dd>
            <dd className="text-right font-semibold">{formatFen(amountFen)}</dd>
          </div>
        ))}
      </dl>
      <p className="font-semibold">{together <= direct ? t.saved(formatFen(direct - together)) : t.dearer(formatFen(together - direct))}</p>
      <p className="text-sm text-ink-2">
        {t.totalCost(formatFen(costFen), formatFen(directFen))} · {t.s0Band}
      </p>
      <h3 className="font-semibold">{t.byFarm}</h3>
      <DataTable
        caption={t.byFarm}
        rows={figures.byFarm}
        rowKey={(farm) => farm.farmId}
        columns={[
          { key: 'farm', title: t.farm, cell: (farm) => nameOf(farm.farmId) },
          { key: 'orders', title: t.ordersColumn, numeric: true, cell: (farm) => farm.orders },
          { key: 'cost', title: t.farmCost, numeric: true, cell: (farm) => formatFen(farm.costFen) },
          { key: 'direct', title: t.farmDirect, numeric: true, cell: (farm) => formatFen(farm.directFen) },
          {
            key: 'bars',
            title: t.farmPerOrder,
            cell: (farm) => (
              <span className="flex min-w-40 flex-col gap-1">
                <FarmBar label={t.together} amountFen={perOrder(farm.costFen, farm.orders)} longest={dearest} tone="leaf" />
                <FarmBar label={t.direct} amountFen={perOrder(farm.directFen, farm.orders)} longest={dearest} tone="rape" />
              </span>
            ),
          },
        ]}
      />
      <p className="text-sm text-ink-2">
        {t.shareRule}{' '}
        <Link to={`/alliance/waves/${figures.waveId}/costs`} className="inline-flex min-h-11 items-center text-indigo underline">
          {costs.toCosts}
        </Link>
      </p>
    </section>
  )
}

function FarmBar({ label, amountFen, longest, tone }: { label: string; amountFen: number; longest: number; tone: 'leaf' | 'rape' }) {
  return (
    <span className="flex items-center gap-2">
      <DrawnBar part={amountFen / longest} tone={tone} />
      <span className="whitespace-nowrap text-xs">
        {label} {formatFen(amountFen)}
      </span>
    </span>
  )
}
