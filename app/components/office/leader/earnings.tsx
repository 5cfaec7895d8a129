import { Link } from '@remix-run/react'
import { type Column, DataTable } from '#app/components/ui/data-table.tsx'
import { formatFen, formatMoment } from '#app/i18n/format.ts'
import { leaderMessages } from '#app/i18n/messages/leader.ts'
import { sayEarning } from '#app/i18n/say-earning.ts'
import { useLocale, useMessages, usePick } from '#app/i18n/use-messages.ts'

type Sold = { productZh: string; productEn: string; sizeZh: string; sizeEn: string; quantity: number }
type Earning = {
  id: string
  event: string
  at: Date
  netFen: number
  sold: Sold | null
  order: { orderId: string; number: string } | null
}

/** What moved a leader's account, newest first, each line with the order it came from. */
export function LeaderEarnings({ lines }: { lines: readonly Earning[] }) {
  const t = useMessages(leaderMessages)
  const locale = useLocale()
  const pick = usePick()
  const columns: Column<Earning>[] = [
    { key: 'date', title: t.date, cell: ({ at }) => <span className="whitespace-nowrap">{formatMoment(at, locale)}</span> },
    {
      key: 'what',
      title: t.what,
      cell: ({ event, sold }) => (
        <>
          <span className="whitespace-nowrap">{sayEarning(t, event)}</span>
          {sold ? (
            <span className="block text-ink-2">
              {t.sold(`${pick(sold.productZh, sold.productEn)} ${pick(sold.sizeZh, sold.sizeEn)}`, sold.quantity)}
            </span>
          ) : null}
        </>
      ),
    },
    {
      key: 'order',
      title: t.ofOrder,
      cell: ({ order }) =>
        order ? (
          <Link to={`/leader/orders/${order.orderId}`} className="-my-2.5 inline-flex min-h-11 items-center text-indigo underline">
            {order.number}
          </Link>
        ) : (
          '—'
        ),
    },
    { key: 'moved', title: t.moved, numeric: true, cell: ({ netFen }) => formatFen(netFen) },
  ]
  return <DataTable caption={t.earningsTitle} columns={columns} rows={lines} rowKey={(line) => line.id} />
}
