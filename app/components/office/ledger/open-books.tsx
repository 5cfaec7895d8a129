import { type Column, DataTable } from '#app/components/ui/data-table.tsx'
import { type BookAccount, type BookMonth, bookSections } from '#app/domain/ledger/open-books.ts'
import { postingEvents } from '#app/domain/ledger/posting.ts'
import { formatFen } from '#app/i18n/format.ts'
import { allianceDeskMessages } from '#app/i18n/messages/alliance-desk.ts'
import { booksMessages } from '#app/i18n/messages/books.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { CellLink } from '../cell-link.tsx'
import { accountName } from './account-name.ts'
import { BooksChart } from './books-chart.tsx'

type FigureRow = { side: 'debit' | 'credit'; event: string; otherCode: string; postings: number; amountFen: number }
export type OpenedFigure = { account: BookAccount; month: string; rows: readonly FigureRow[] }

type Row = { key: string; label: string; account: BookAccount | null; strong: boolean; amountOf: (month: BookMonth) => number }

/** The alliance's books as every member reads them: a chart, the months side by side, and one figure opened. */
export function OpenBooks({ months, opened }: { months: readonly BookMonth[]; opened: OpenedFigure | null }) {
  const t = useMessages(booksMessages)
  const names = useMessages(allianceDeskMessages)
  const ofAccount = (account: BookAccount): Row => ({
    key: account,
    label: accountName(names, account),
    account,
    strong: false,
    amountOf: ({ figures }) => figures[account],
  })
  const sum = (key: string, label: string, amountOf: Row['amountOf']): Row => ({ key, label, account: null, strong: true, amountOf })
  const rows: Row[] = [
    ...bookSections.income.map(ofAccount),
    sum('income', t.totalIncome, ({ incomeFen }) => incomeFen),
    ...bookSections.cost.map(ofAccount),
    sum('cost', t.totalCost, ({ costFen }) => costFen),
    sum('surplus', t.surplus, ({ surplusFen }) => surplusFen),
    ...bookSections.fund.map(ofAccount),
  ]
  const columns: Column<Row>[] = [
    {
      key: 'item',
      title: t.item,
      cell: ({ label, strong }) => (strong ? <b>{label}</b> : <span className="block min-w-32">{label}</span>),
    },
    ...months.toReversed().map((month) => ({
      key: month.month,
      title: month.month,
      numeric: true,
      cell: ({ account, label, amountOf }: Row) => {
        const amount = formatFen(amountOf(month))
        if (account === null) return <b>{amount}</b>
        return (
          <CellLink
            to={`?${new URLSearchParams({ month: month.month, account })}#opened`}
            preventScrollReset
            aria-label={`${amount} ${t.opened(label, month.month)}`}
          >
            {amount}
          </CellLink>
        )
      },
    })),
  ]
  return (
    <>
      <header className="flex max-w-3xl flex-col gap-2">
        <h1 className="text-3xl">{t.title}</h1>
        <p className="text-ink-2">{t.lead}</p>
      </header>
      <BooksChart months={months} />
      <DataTable caption={t.title} columns={columns} rows={rows} rowKey={({ key }) => key} onPhones="table" />
      <p className="text-sm text-ink-2">{t.pool}</p>
      {opened ? <FigureOpened {...opened} /> : null}
    </>
  )
}

function FigureOpened({ account, month, rows }: OpenedFigure) {
  const t = useMessages(booksMessages)
  const names = useMessages(allianceDeskMessages)
  const eventName = (event: string) => {
    const known = postingEvents.find((one) => one === event)
    return known ? names[`posting_${known}`] : event
  }
  const adds = account.startsWith('5') || account.startsWith('1') ? 'debit' : 'credit'
  return (
    <section aria-labelledby="opened" className="flex flex-col gap-3">
      <h2 id="opened" className="text-2xl">
        {t.opened(accountName(names, account), month)}
      </h2>
      <p className="text-ink-2">{rows.length === 0 ? t.nothingPosted : t.openedLead}</p>
      {rows.length === 0 ? null : (
        <DataTable
          caption={t.opened(accountName(names, account), month)}
          rows={rows}
          rowKey={({ side, event, otherCode }) => `${side} ${event} ${otherCode}`}
          columns={[
            { key: 'event', title: t.event, cell: ({ event }) => eventName(event) },
            { key: 'other', title: t.other, cell: ({ otherCode }) => `${otherCode} ${accountName(names, otherCode)}` },
            { key: 'postings', title: t.postings, numeric: true, cell: ({ postings }) => postings },
            { key: 'added', title: t.added, numeric: true, cell: ({ side, amountFen }) => (side === adds ? formatFen(amountFen) : '') },
            { key: 'taken', title: t.taken, numeric: true, cell: ({ side, amountFen }) => (side === adds ? '' : formatFen(amountFen)) },
          ]}
        />
      )}
    </section>
  )
}
