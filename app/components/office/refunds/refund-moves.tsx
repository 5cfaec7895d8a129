import { DataTable } from '#app/components/ui/data-table.tsx'
import { formatFen } from '#app/i18n/format.ts'
import { afterSalesMessages } from '#app/i18n/messages/after-sales.ts'
import { allianceDeskMessages } from '#app/i18n/messages/alliance-desk.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { CellLink } from '../cell-link.tsx'
import { accountName } from '../ledger/account-name.ts'

type Move = { id: string; key: string; debit: string; credit: string; amountFen: number }

/** What was posted for a refund, transfer by transfer. */
export function RefundMoves({ moves }: { moves: readonly Move[] }) {
  const t = useMessages(afterSalesMessages)
  const desk = useMessages(allianceDeskMessages)
  const account = (id: string) => (
    <CellLink to={`/alliance/ledger/accounts/${encodeURIComponent(id)}`}>
      {id.split(':')[0]} <span className="ml-1 text-ink-2">{accountName(desk, id)}</span>
    </CellLink>
  )
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-xl">{t.postings}</h2>
      {moves.length === 0 ? (
        <p className="text-ink-2">{t.noPostings}</p>
      ) : (
        <DataTable
          caption={t.postings}
          rows={moves}
          rowKey={(move) => move.id}
          columns={[
            { key: 'debit', title: t.debit, cell: (move) => account(move.debit) },
            { key: 'credit', title: t.credit, cell: (move) => account(move.credit) },
            {
              key: 'amount',
              title: t.amount,
              numeric: true,
              cell: (move) => (
                <CellLink to={`/alliance/ledger/postings/${encodeURIComponent(move.key)}`}>{formatFen(move.amountFen)}</CellLink>
              ),
            },
          ]}
        />
      )}
    </section>
  )
}
