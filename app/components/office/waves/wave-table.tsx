import { DataTable } from '#app/components/ui/data-table.tsx'
import { StatusMark } from '#app/components/ui/status-mark.tsx'
import { formatDay, formatFen, formatMoment } from '#app/i18n/format.ts'
import { allianceMessages } from '#app/i18n/messages/alliance.ts'
import { deliveryMessages } from '#app/i18n/messages/delivery.ts'
import { useLocale, useMessages, usePick } from '#app/i18n/use-messages.ts'
import { CellLink } from '../cell-link.tsx'

type WaveRow = {
  id: string
  deliversOn: string
  cutoffAt: Date
  status: 'open' | 'closed' | 'on_road' | 'done'
  bookedDrops: number
  capacityDrops: number
  zoneZh: string
  zoneEn: string
  orders: number
  parcels: number
  drops: number | null
  unserved: number | null
  carried: number | null
  costFen: number | null
  directFen: number | null
}

export const waveTones = { open: 'waiting', closed: 'moving', on_road: 'moving', done: 'done' } as const

const perOrder = (amountFen: number | null, orders: number | null) =>
  amountFen === null || !orders ? '–' : formatFen(Math.round(amountFen / orders))

/** Waves a row each: what is booked and ordered, and, once planned, what an order costs beside direct shipping. */
export function WaveTable({ caption, waves }: { caption: string; waves: readonly WaveRow[] }) {
  const t = useMessages(allianceMessages)
  const d = useMessages(deliveryMessages)
  const pick = usePick()
  const locale = useLocale()
  return (
    <DataTable
      caption={caption}
      rows={waves}
      rowKey={(wave) => wave.id}
      columns={[
        {
          key: 'day',
          title: t.day,
          cell: (wave) => (
            <CellLink to={`/alliance/waves/${wave.id}`} className="whitespace-nowrap font-semibold">
              {formatDay(wave.deliversOn, locale)}
            </CellLink>
          ),
        },
        { key: 'zone', title: t.zone, cell: (wave) => <span className="block min-w-32">{pick(wave.zoneZh, wave.zoneEn)}</span> },
        {
          key: 'status',
          title: t.status,
          cell: (wave) => <StatusMark tone={waveTones[wave.status]}>{d[`wave_${wave.status}`]}</StatusMark>,
        },
        {
          key: 'cutoff',
          title: t.cutoff,
          cell: (wave) => <span className="whitespace-nowrap">{formatMoment(wave.cutoffAt, locale)}</span>,
        },
        { key: 'booked', title: t.bookedColumn, numeric: true, cell: (wave) => `${wave.bookedDrops} / ${wave.capacityDrops}` },
        { key: 'orders', title: t.ordersColumn, numeric: true, cell: (wave) => wave.orders },
        { key: 'parcels', title: t.parcelsColumn, numeric: true, cell: (wave) => wave.parcels },
        {
          key: 'drops',
          title: t.dropsColumn,
          numeric: true,
          cell: (wave) => (
            <>
              {wave.drops ?? '–'}
              {wave.unserved ? <span className="block font-semibold text-pepper">{t.unservedCount(wave.unserved)}</span> : null}
            </>
          ),
        },
        { key: 'cost', title: t.costColumn, numeric: true, cell: (wave) => perOrder(wave.costFen, wave.carried) },
        { key: 'direct', title: t.directColumn, numeric: true, cell: (wave) => perOrder(wave.directFen, wave.carried) },
      ]}
    />
  )
}
