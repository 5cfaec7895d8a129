import type { ReactNode } from 'react'
import { DataTable } from '#app/components/ui/data-table.tsx'
import { StatusMark } from '#app/components/ui/status-mark.tsx'
import type { RefundBearer, RefundReason, RefundStatus, RefundWay } from '#app/domain/after-sales/refund-words.ts'
import { formatFen, formatMoment, formatWeight } from '#app/i18n/format.ts'
import { afterSalesMessages } from '#app/i18n/messages/after-sales.ts'
import { useLocale, useMessages, usePick } from '#app/i18n/use-messages.ts'
import { CellLink } from '../cell-link.tsx'
import { refundTones, sayRefundStatus } from './say-refund.ts'

type Filed = {
  number: string
  paidAt: Date | null
  reason: RefundReason
  bearer: RefundBearer
  status: RefundStatus
  way: RefundWay
  deliveryFen: number
  couponFen: number
  failure: string | null
  note: string
  asker: string | null
  decider: string | null
  approvedBy: string | null
  requestedAt: Date
  approvedAt: Date | null
}
type FiledLine = {
  lineId: string
  productZh: string
  productEn: string
  sizeZh: string
  sizeEn: string
  farmZh: string
  farmEn: string
  quantity: number
  weightG: number
  cashFen: number
}

/** Why a refund is given, by whom, how it goes back and of what. */
export function RefundFacts({ refund, lines }: { refund: Filed; lines: readonly FiledLine[] }) {
  const t = useMessages(afterSalesMessages)
  const pick = usePick()
  const locale = useLocale()
  const by = (name: string | null, at: Date | null) => (at === null ? null : `${name ?? t.system} · ${formatMoment(at, locale)}`)
  const facts: [string, ReactNode][] = [
    [
      t.status,
      <StatusMark key="status" tone={refundTones[refund.status]}>
        {sayRefundStatus(t, refund)}
      </StatusMark>,
    ],
    [
      t.order,
      <CellLink key="order" to={`/alliance/orders?number=${refund.number}`}>
        {refund.number}
      </CellLink>,
    ],
    [t.reason, t[`reason_${refund.reason}`]],
    [t.bearer, t[`bearer_${refund.bearer}`]],
    [t.way, t[`way_${refund.way}`]],
    [t.couponPart, refund.couponFen > 0 ? formatFen(refund.couponFen) : null],
    [t.delivery, refund.deliveryFen > 0 ? formatFen(refund.deliveryFen) : null],
    [t.requestedBy, by(refund.asker, refund.requestedAt)],
    [t.approvedBy, by(refund.decider, refund.approvedAt)],
    [t.failure, refund.failure === 'refused' ? t.refused : refund.failure],
    [t.note, refund.note],
  ]
  return (
    <>
      <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-1 rounded-md border border-rule bg-paper p-4">
        {facts.map(([label, said]) =>
          said ? (
            <div key={label} className="contents">
              <dt className="max-w-36 text-ink-2">{label}</dt>
              <dd className="break-words">{said}</dd>
            </div>
          ) : null,
        )}
      </dl>
      {lines.length > 0 ? (
        <section className="flex flex-col gap-2">
          <h2 className="text-xl">{t.linesOfRefund}</h2>
          <DataTable
            caption={t.linesOfRefund}
            rows={lines}
            rowKey={(line) => line.lineId}
            columns={[
              {
                key: 'product',
                title: t.product,
                cell: (line) => `${pick(line.productZh, line.productEn)} ${pick(line.sizeZh, line.sizeEn)}`,
              },
              { key: 'farm', title: t.farm, cell: (line) => <span className="whitespace-nowrap">{pick(line.farmZh, line.farmEn)}</span> },
              { key: 'quantity', title: t.quantity, numeric: true, cell: (line) => line.quantity || '' },
              {
                key: 'weight',
                title: t.weight,
                numeric: true,
                cell: (line) => (line.weightG > 0 ? formatWeight(line.weightG, locale) : ''),
              },
              { key: 'amount', title: t.amount, numeric: true, cell: (line) => formatFen(line.cashFen) },
            ]}
          />
        </section>
      ) : null}
    </>
  )
}
