import { Link } from '@remix-run/react'
import { StatusMark } from '#app/components/ui/status-mark.tsx'
import { formatFen, formatMoment } from '#app/i18n/format.ts'
import { accountMessages } from '#app/i18n/messages/account.ts'
import { useLocale, useMessages } from '#app/i18n/use-messages.ts'

type Status = 'awaiting_payment' | 'confirmed' | 'completed' | 'expired' | 'cancelled'
type Order = { id: string; number: string; status: Status; totalFen: number; placedAt: Date }

type Texts = (typeof accountMessages)['en']
const states: Record<Status, { tone: 'waiting' | 'moving' | 'done' | 'bad'; text: (t: Texts) => string }> = {
  awaiting_payment: { tone: 'waiting', text: (t) => t.orderAwaiting },
  confirmed: { tone: 'moving', text: (t) => t.orderConfirmed },
  completed: { tone: 'done', text: (t) => t.orderCompleted },
  expired: { tone: 'bad', text: (t) => t.orderExpired },
  cancelled: { tone: 'bad', text: (t) => t.orderCancelled },
}

/** A customer's orders, each a link: its number, when, how it stands, what it costs. */
export function OrderList({ orders }: { orders: readonly Order[] }) {
  const t = useMessages(accountMessages)
  const locale = useLocale()
  return (
    <ul className="flex flex-col rounded-md border border-rule bg-paper">
      {orders.map((order) => (
        <li key={order.id} className="border-b border-rule last:border-b-0">
          <Link to={`/orders/${order.id}`} className="grid min-h-11 grid-cols-[1fr_auto] gap-x-4 gap-y-1 px-4 py-3 text-ink no-underline">
            <span className="font-semibold text-indigo underline">{order.number}</span>
            <span className="text-right">{formatFen(order.totalFen)}</span>
            <span className="text-sm text-ink-2">{t.orderOn(formatMoment(order.placedAt, locale))}</span>
            <span className="text-right text-sm">
              <StatusMark tone={states[order.status].tone}>{states[order.status].text(t)}</StatusMark>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
