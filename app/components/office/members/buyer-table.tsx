import { DataTable } from '#app/components/ui/data-table.tsx'
import { formatFen } from '#app/i18n/format.ts'
import { buyerMessages } from '#app/i18n/messages/buyers.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'
import { CellLink } from '../cell-link.tsx'

type Row = {
  leaderId: string
  nameZh: string
  nameEn: string
  contact: string
  phone: string
  pointZh: string
  pointEn: string
  creditLimitFen: number
  invoiceTitle: string
  taxNumber: string
  orders: number
  owedFen: number
}

/** Every enterprise that may order: who asks for it, where it collects, how it is billed and what it owes. */
export function BuyerTable({ rows }: { rows: readonly Row[] }) {
  const t = useMessages(buyerMessages)
  const pick = usePick()
  return (
    <DataTable
      caption={t.list}
      rows={rows}
      rowKey={({ leaderId }) => leaderId}
      columns={[
        {
          key: 'name',
          title: t.name,
          cell: (row) => (
            <span className="block min-w-36">
              <span className="block font-semibold">{pick(row.nameZh, row.nameEn)}</span>
              <span className="text-ink-2">
                {row.contact} ·{' '}
                <a href={`tel:${row.phone}`} className="-my-2 inline-flex min-h-11 items-center text-indigo underline">
                  {row.phone}
                </a>
              </span>
            </span>
          ),
        },
        { key: 'point', title: t.point, cell: (row) => <span className="block min-w-24">{pick(row.pointZh, row.pointEn)}</span> },
        {
          key: 'invoice',
          title: t.invoiceTitle,
          cell: (row) => (
            <span className="block min-w-36">
              {row.invoiceTitle}
              <span className="block text-ink-2">{row.taxNumber}</span>
            </span>
          ),
        },
        { key: 'orders', title: t.orders, numeric: true, cell: (row) => row.orders },
        { key: 'owed', title: t.owed, numeric: true, cell: (row) => formatFen(row.owedFen) },
        { key: 'limit', title: t.limit, numeric: true, cell: (row) => formatFen(row.creditLimitFen) },
        {
          key: 'change',
          title: t.change,
          cell: (row) => (
            <CellLink to={`/alliance/buyers/${row.leaderId}`}>
              {t.change}
              <span className="sr-only"> {pick(row.nameZh, row.nameEn)}</span>
            </CellLink>
          ),
        },
      ]}
    />
  )
}
