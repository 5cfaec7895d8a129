import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { type Column, DataTable } from '#app/components/ui/data-table.tsx'
import { formatFen, formatMoment } from '#app/i18n/format.ts'
import { leaderMessages } from '#app/i18n/messages/leader.ts'
import { useLocale, useMessages } from '#app/i18n/use-messages.ts'
import { LeaderOrderState, type LeaderOrderStatus } from './order-state.tsx'

type Order = {
  id: string
  number: string
  status: LeaderOrderStatus
  payment: 'online' | 'on_account' | 'on_pickup'
  totalFen: number
  placedAt: Date
  paidAt: Date | null
}

/** Confirmed to be paid later, by transfer or on pick-up, and its money has not come. */
export const owes = ({ payment, status, paidAt }: Pick<Order, 'payment' | 'status' | 'paidAt'>) =>
  payment !== 'online' && status === 'confirmed' && paidAt === null

/** A leader's orders, each a link, each to be ordered again in one press. */
export function LeaderOrderList({ orders }: { orders: readonly Order[] }) {
  const t = useMessages(leaderMessages)
  const locale = useLocale()
  const link = 'inline-flex min-h-11 items-center whitespace-nowrap text-indigo underline'
  const columns: Column<Order>[] = [
    {
      key: 'number',
      title: t.number,
      cell: (order) => (
        <Link to={`/leader/orders/${order.id}`} className={`${link} font-semibold`}>
          {order.number}
        </Link>
      ),
    },
    { key: 'placed', title: t.placed, cell: (order) => <Cell>{formatMoment(order.placedAt, locale)}</Cell> },
    {
      key: 'status',
      title: t.status,
      cell: (order) => (
        <Cell>
          <LeaderOrderState status={order.status} owes={owes(order)} />
        </Cell>
      ),
    },
    { key: 'total', title: t.total, numeric: true, cell: (order) => <Cell>{formatFen(order.totalFen)}</Cell> },
    {
      key: 'again',
      title: t.repeat,
      cell: (order) => (
        <Link to={`/leader/order?repeat=${order.id}`} className={link} aria-label={`${t.again} ${order.number}`}>
          {t.again}
        </Link>
      ),
    },
  ]
  return <DataTable caption={t.orders} columns={columns} rows={orders} rowKey={(order) => order.id} />
}

const Cell = ({ children }: { children: ReactNode }) => <span className="inline-flex items-center whitespace-nowrap">{children}</span>
