import type { RefundReason, RefundStatus } from '#app/domain/after-sales/refund-words.ts'
import { formatFen } from '#app/i18n/format.ts'
import { afterSalesMessages } from '#app/i18n/messages/after-sales.ts'
import { useMessages } from '#app/i18n/use-messages.ts'

export type OrderRefund = { id: string; reason: RefundReason; status: RefundStatus; cashFen: number }

const said = {
  proposed: 'my_proposed',
  declined: 'my_proposed',
  approved: 'my_approved',
  sending: 'my_approved',
  unknown: 'my_approved',
  pending: 'my_approved',
  succeeded: 'my_succeeded',
  credited: 'my_credited',
} as const satisfies Record<RefundStatus, string>

/** What came back of an order, or is on its way: each amount with its reason and how far it is. */
export function OrderRefunds({ refunds }: { refunds: readonly OrderRefund[] }) {
  const t = useMessages(afterSalesMessages)
  const paid = refunds.filter(({ cashFen }) => cashFen > 0)
  const given = paid.filter(({ status }) => status === 'succeeded' || status === 'credited')
  if (paid.length === 0) return null
  return (
    <section className="flex flex-col gap-3 rounded-md border border-rule bg-paper p-4">
      <h2 className="text-xl">{t.myRefunds}</h2>
      <dl className="flex flex-col gap-2">
        {paid.map(({ id, reason, status, cashFen }) => (
          <div key={id} className="flex items-baseline justify-between gap-4">
            <dt>
              {t[said[status]]} <span className="text-sm text-ink-2">{t.myRefundOf(t[`reason_${reason}`])}</span>
            </dt>
            <dd className="whitespace-nowrap">{formatFen(cashFen)}</dd>
          </div>
        ))}
        {given.length > 1 ? (
          <div className="flex items-baseline justify-between gap-4 border-t border-rule pt-2 font-semibold">
            <dt>{t.mySum}</dt>
            <dd className="whitespace-nowrap">{formatFen(given.reduce((sum, { cashFen }) => sum + cashFen, 0))}</dd>
          </div>
        ) : null}
      </dl>
    </section>
  )
}
