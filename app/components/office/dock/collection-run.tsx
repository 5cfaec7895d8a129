import { DataTable } from '#app/components/ui/data-table.tsx'
import { StatusMark } from '#app/components/ui/status-mark.tsx'
import { formatClock, formatFen, formatWeight } from '#app/i18n/format.ts'
import { deliveryMessages } from '#app/i18n/messages/delivery.ts'
import { dockMessages } from '#app/i18n/messages/dock.ts'
import { useLocale, useMessages, usePick } from '#app/i18n/use-messages.ts'

type Run = {
  id: string
  vehicleZh: string
  vehicleEn: string
  departsAt: Date
  arrivesAt: Date
  distanceM: number
  costFen: number
  status: 'planned' | 'on_road' | 'done'
}
type Stop = { farmId: string; farmZh: string; farmEn: string; arrivesAt: Date; weightG: number; costFen: number }

const tones = { planned: 'waiting', on_road: 'moving', done: 'done' } as const

/** One vehicle's tour of farms before dawn, with what each farm bears of it. */
export function CollectionRun({ run, stops, hub }: { run: Run; stops: readonly Stop[]; hub: string }) {
  const t = useMessages(dockMessages)
  const d = useMessages(deliveryMessages)
  const locale = useLocale()
  const pick = usePick()
  const vehicle = pick(run.vehicleZh, run.vehicleEn)
  return (
    <div className="flex flex-col gap-2 rounded-md border border-rule bg-paper px-4 py-3">
      <h3 className="flex flex-wrap items-center gap-x-3 font-sans text-lg font-bold">
        {vehicle}
        <StatusMark tone={tones[run.status]}>{t[`run_${run.status}`]}</StatusMark>
      </h3>
      <p>
        {[
          t.departs(formatClock(run.departsAt)),
          t.back(formatClock(run.arrivesAt), hub),
          d.km((run.distanceM / 1000).toFixed(1)),
          `${t.cost} ${formatFen(run.costFen)}`,
        ].join(' · ')}
      </p>
      <DataTable
        caption={vehicle}
        rows={stops}
        rowKey={({ farmId }) => farmId}
        columns={[
          { key: 'farm', title: t.farm, cell: (stop) => pick(stop.farmZh, stop.farmEn) },
          { key: 'at', title: t.at, numeric: true, cell: (stop) => formatClock(stop.arrivesAt) },
          { key: 'weight', title: t.weight, numeric: true, cell: (stop) => formatWeight(stop.weightG, locale) },
          { key: 'cost', title: t.costShare, numeric: true, cell: (stop) => formatFen(stop.costFen) },
        ]}
      />
    </div>
  )
}
