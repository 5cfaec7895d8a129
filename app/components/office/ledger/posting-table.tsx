import { DataTable } from '#app/components/ui/data-table.tsx'
import { postingEvents } from '#app/domain/ledger/posting.ts'
import { formatFen, formatMoment } from '#app/i18n/format.ts'
import { allianceDeskMessages } from '#app/i18n/messages/alliance-desk.ts'
import { useLocale, useMessages } from '#app/i18n/use-messages.ts'
import { CellLink } from '../cell-link.tsx'
import { accountName } from './account-name.ts'

export type PostingRow = {
  transferId: string
  key: string
  event: string
  orderNumber: string | null
  postedAt: Date
  debit: string
  credit: string
  amountFen: number
  postingFen: number
}

/**
 * Postings, newest first. Of one account (`account`), each transfer with the other side; of the whole ledger, each posting
 * with what it moves in all.
 */
export function PostingTable({ rows, account }: { rows: readonly PostingRow[]; account: string | null }) {
  const t = useMessages(allianceDeskMessages)
  const locale = useLocale()
  const name = (id: string) => (
    <CellLink to={`/alliance/ledger/accounts/${encodeURIComponent(id)}`}>
      {id}
      <span className="ml-1 text-ink-2">{accountName(t, id)}</span>
    </CellLink>
  )
  const eventName = (event: string) => {
    const known = postingEvents.find((one) => one === event)
    return known ? t[`posting_${known}`] : event
  }
  return (
    <DataTable
      caption={t.postings}
      rows={rows}
      rowKey={(row) => row.transferId}
      columns={[
        { key: 'at', title: t.postedAt, cell: (row) => <span className="whitespace-nowrap">{formatMoment(row.postedAt, locale)}</span> },
        {
          key: 'event',
          title: t.event,
          cell: (row) => (
            <CellLink to={`/alliance/ledger/postings/${encodeURIComponent(row.key)}`} className="whitespace-nowrap">
              {eventName(row.event)}
            </CellLink>
          ),
        },
        { key: 'order', title: t.number, cell: (row) => row.orderNumber ?? '' },
        ...(account === null
          ? [{ key: 'amount', title: t.amount, numeric: true, cell: (row: PostingRow) => formatFen(row.postingFen) }]
          : [
              { key: 'other', title: t.account, cell: (row: PostingRow) => name(row.debit === account ? row.credit : row.debit) },
              {
                key: 'debit',
                title: t.debit,
                numeric: true,
                cell: (row: PostingRow) => (row.debit === account ? formatFen(row.amountFen) : ''),
              },
              {
                key: 'credit',
                title: t.credit,
                numeric: true,
                cell: (row: PostingRow) => (row.credit === account ? formatFen(row.amountFen) : ''),
              },
            ]),
      ]}
    />
  )
}
