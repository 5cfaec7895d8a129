import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { DataTable } from '#app/components/ui/data-table.tsx'
import { StatusMark } from '#app/components/ui/status-mark.tsx'
import type { OrderEventKind } from '#app/domain/delivery/list-timeline.ts'
import { formatDay, formatFen, formatMoment, formatShortDay } from '#app/i18n/format.ts'
import { afterSalesMessages } from '#app/i18n/messages/after-sales.ts'
import { allianceDeskMessages } from '#app/i18n/messages/alliance-desk.ts'
import { buyerMessages } from '#app/i18n/messages/buyers.ts'
import { deliveryMessages } from '#app/i18n/messages/delivery.ts'
import { useLocale, useMessages, usePick } from '#app/i18n/use-messages.ts'
import { CellLink } from './cell-link.tsx'
import type { Invoice } from './leader/invoice-title.tsx'

type Names = { farmZh: string; farmEn: string }
export type FiledOrder = {
  order: {
    id: string
    number: string
    status: 'awaiting_payment' | 'confirmed' | 'completed' | 'expired' | 'cancelled'
    payment: 'online' | 'on_account' | 'on_pickup'
    substitution: 'call' | 'similar' | 'refund'
    delivery: 'door' | 'pickup'
    goodsFen: number
    deliveryFen: number
    totalFen: number
    placedAt: Date
    paidAt: Date | null
  }
  contact: { recipient: string; phone: string; addressZh: string; addressEn: string; note: string; pickupCode: string }
  /** an enterprise's; null for everyone else */
  invoice: Invoice | null
  lines: readonly (Names & {
    id: string
    quantity: number
    amountFen: number
    productZh: string
    productEn: string
    variantZh: string
    variantEn: string
    lots: readonly { lotId: string; harvestedOn: string; bestBeforeOn: string; forecast: boolean }[]
  })[]
  parcels: readonly (Names & {
    id: string
    alias: string
    status: 'to_pack' | 'packed' | 'handed_over' | 'at_hub' | 'on_the_way' | 'delivered' | 'cancelled'
    waveId: string
    deliversOn: string
    dropCode: string | null
    runPosition: number | null
  })[]
  events: readonly { id: string; kind: OrderEventKind; at: Date; farmZh: string | null; farmEn: string | null }[]
  payments: readonly {
    id: string
    status: 'opening' | 'unknown' | 'open' | 'succeeded' | 'expired' | 'late' | 'returned'
    amountFen: number
  }[]
}

const tones = { awaiting_payment: 'waiting', confirmed: 'moving', completed: 'done', expired: 'bad', cancelled: 'bad' } as const

/** Everything the after-sales desk asks about one order: who, what from which lots, how it was delivered, what was paid. */
export function OrderFile({ order, contact, invoice, lines, parcels, events, payments }: FiledOrder) {
  const t = useMessages(allianceDeskMessages)
  const b = useMessages(buyerMessages)
  const a = useMessages(afterSalesMessages)
  const d = useMessages(deliveryMessages)
  const pick = usePick()
  const locale = useLocale()
  const paid = order.paidAt ? t.paidAt(formatMoment(order.paidAt, locale)) : t.notPaid
  return (
    <article className="flex flex-col gap-6">
      <header className="flex flex-wrap items-baseline gap-x-4">
        <h2 className="text-2xl">{t.order(order.number)}</h2>
        <StatusMark tone={tones[order.status]}>{t[order.status]}</StatusMark>
        <Link
          to={`/alliance/ledger/accounts/${encodeURIComponent(`2010:${order.id}`)}`}
          className="inline-flex min-h-11 items-center text-indigo underline"
        >
          {t.toLedger}
        </Link>
        {order.paidAt ? (
          <Link to={`/alliance/refunds/new?order=${order.id}`} className="inline-flex min-h-11 items-center text-indigo underline">
            {a.toRefund}
          </Link>
        ) : null}
      </header>
      <div className="grid gap-6 md:grid-cols-2">
        <Facts
          facts={[
            [t.recipient, contact.recipient],
            [
              t.phone,
              <a key="phone" href={`tel:${contact.phone}`} className="inline-flex min-h-11 items-center text-indigo">
                {contact.phone}
              </a>,
            ],
            [t.address, `${d[order.delivery]} · ${pick(contact.addressZh, contact.addressEn)}`],
            [t.note, contact.note],
            [t.pickupCode, contact.pickupCode],
            [t.substitution, t[order.substitution]],
          ]}
        />
        <Facts
          facts={[
            [t.goods, formatFen(order.goodsFen)],
            [t.delivery, formatFen(order.deliveryFen)],
            [t.total, <strong key="total">{formatFen(order.totalFen)}</strong>],
            [t[order.payment], paid],
            ...(invoice ? [[b.invoiceTitle, `${invoice.title} · ${invoice.taxNumber}`] as const] : []),
            [t.payments, payments.map(({ status, amountFen }) => `${formatFen(amountFen)} ${t[`payment_${status}`]}`).join(' · ')],
          ]}
        />
      </div>
      <section className="flex flex-col gap-2">
        <h3 className="font-semibold">{t.lines}</h3>
        <DataTable
          caption={t.lines}
          rows={lines}
          rowKey={(line) => line.id}
          columns={[
            {
              key: 'product',
              title: t.product,
              cell: (line) => `${pick(line.productZh, line.productEn)} · ${pick(line.variantZh, line.variantEn)}`,
            },
            { key: 'farm', title: t.farm, cell: (line) => <span className="whitespace-nowrap">{pick(line.farmZh, line.farmEn)}</span> },
            { key: 'quantity', title: t.quantity, numeric: true, cell: (line) => line.quantity },
            { key: 'amount', title: t.amount, numeric: true, cell: (line) => formatFen(line.amountFen) },
            {
              key: 'lots',
              title: t.lots,
              cell: (line) =>
                line.lots.map((lot) => (
                  <span key={lot.lotId} className="block whitespace-nowrap">
                    {lot.forecast
                      ? t.lotAhead(formatShortDay(lot.harvestedOn, locale))
                      : t.lot(formatShortDay(lot.harvestedOn, locale), formatShortDay(lot.bestBeforeOn, locale))}
                  </span>
                )),
            },
          ]}
        />
      </section>
      <section className="flex flex-col gap-2">
        <h3 className="font-semibold">{t.parcels}</h3>
        <DataTable
          caption={t.parcels}
          rows={parcels}
          rowKey={(parcel) => parcel.id}
          columns={[
            { key: 'alias', title: t.alias, cell: (parcel) => parcel.alias },
            {
              key: 'farm',
              title: t.farm,
              cell: (parcel) => <span className="whitespace-nowrap">{pick(parcel.farmZh, parcel.farmEn)}</span>,
            },
            {
              key: 'day',
              title: t.deliversOn,
              cell: (parcel) => (
                <CellLink to={`/alliance/waves/${parcel.waveId}`} className="whitespace-nowrap">
                  {formatDay(parcel.deliversOn, locale)}
                </CellLink>
              ),
            },
            {
              key: 'drop',
              title: t.drop,
              cell: (parcel) =>
                parcel.dropCode && parcel.runPosition ? t.dropOf(parcel.dropCode, parcel.runPosition) : (parcel.dropCode ?? t.notPlanned),
            },
            { key: 'status', title: t.status, cell: (parcel) => d[`consignment_${parcel.status}`] },
          ]}
        />
      </section>
      <section className="flex flex-col gap-2">
        <h3 className="font-semibold">{t.history}</h3>
        <ol className="flex flex-col gap-1">
          {events.map((event) => (
            <li key={event.id} className="flex gap-3">
              <span className="w-32 shrink-0 text-ink-2">{formatMoment(event.at, locale)}</span>
              <span>
                {t[`event_${event.kind}`]}
                {event.farmZh && event.farmEn ? ` · ${pick(event.farmZh, event.farmEn)}` : ''}
              </span>
            </li>
          ))}
        </ol>
      </section>
    </article>
  )
}

function Facts({ facts }: { facts: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-1 rounded-md border border-rule bg-paper p-4">
      {facts.map(([label, said]) =>
        said ? (
          <div key={label} className="contents">
            <dt className="max-w-28 text-ink-2">{label}</dt>
            <dd className="break-words">{said}</dd>
          </div>
        ) : null,
      )}
    </dl>
  )
}
