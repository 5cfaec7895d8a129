import { Link } from '@remix-run/react'
import { DataTable } from '#app/components/ui/data-table.tsx'
import { Empty } from '#app/components/ui/empty.tsx'
import { formatFen, formatMoment } from '#app/i18n/format.ts'
import { networkMessages } from '#app/i18n/messages/network.ts'
import { useLocale, useMessages } from '#app/i18n/use-messages.ts'
import { sayDays } from './network-fields.tsx'

type Rule = {
  id: string
  fromOn: string
  weekdays: readonly number[]
  cutoffDaysBefore: number
  cutoffTime: string
  capacityDrops: number
  dropFeeFen: number
}
type Wave = { id: string; deliversOn: string; cutoffAt: Date | string; capacityDrops: number; bookedDrops: number; dropFeeFen: number }

/** A zone's rules, newest first, and the waves they have opened, with how full each is. */
export function ZoneWaves({ rules, waves }: { rules: readonly Rule[]; waves: readonly Wave[] }) {
  const t = useMessages(networkMessages)
  const locale = useLocale()
  return (
    <>
      <DataTable
        caption={t.rules}
        rows={rules}
        rowKey={({ id }) => id}
        columns={[
          { key: 'from', title: t.fromOn, cell: ({ fromOn }) => t.since(fromOn) },
          { key: 'days', title: t.days, cell: ({ weekdays }) => sayDays(weekdays, t) },
          { key: 'cutoff', title: t.cutoff, cell: ({ cutoffDaysBefore, cutoffTime }) => t.cutoffAt(cutoffDaysBefore, cutoffTime) },
          { key: 'capacity', title: t.capacity, numeric: true, cell: ({ capacityDrops }) => capacityDrops },
          { key: 'fee', title: t.fee, numeric: true, cell: ({ dropFeeFen }) => formatFen(dropFeeFen) },
        ]}
      />
      <h3 className="text-lg">{t.waves}</h3>
      {waves.length === 0 ? (
        <Empty>{t.noWaves}</Empty>
      ) : (
        <DataTable
          caption={t.waves}
          rows={waves}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'on',
              title: t.on,
              cell: ({ id, deliversOn }) => (
                <Link to={`/alliance/waves/${id}`} className="inline-flex min-h-11 items-center text-indigo underline">
                  {deliversOn}
                </Link>
              ),
            },
            { key: 'cutoff', title: t.cutoff, cell: ({ cutoffAt }) => formatMoment(new Date(cutoffAt), locale) },
            {
              key: 'booked',
              title: t.booked,
              numeric: true,
              cell: ({ bookedDrops, capacityDrops }) => `${bookedDrops} / ${capacityDrops}`,
            },
            { key: 'fee', title: t.fee, numeric: true, cell: ({ dropFeeFen }) => formatFen(dropFeeFen) },
          ]}
        />
      )}
    </>
  )
}
