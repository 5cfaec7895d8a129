import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CellLink } from '#app/components/office/cell-link.tsx'
import { refundTones, sayRefundStatus } from '#app/components/office/refunds/say-refund.ts'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { DataTable } from '#app/components/ui/data-table.tsx'
import { Empty } from '#app/components/ui/empty.tsx'
import { StatusMark } from '#app/components/ui/status-mark.tsx'
import { queueStates } from '#app/domain/after-sales/refund-words.ts'
import { db } from '#app/http/runtime.server.ts'
import { requireOffice } from '#app/http/viewer.server.ts'
import { formatFen, formatMoment } from '#app/i18n/format.ts'
import { afterSalesMessages } from '#app/i18n/messages/after-sales.ts'
import { allianceDeskMessages } from '#app/i18n/messages/alliance-desk.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useLocale, useMessages } from '#app/i18n/use-messages.ts'
import { QueueSchema } from '#app/schemas/refund.ts'
import { findRefundQueue } from '#db/queries/payments/refund-desk.server.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => afterSalesMessages[locale].refundsTitle)

const pageSize = 50
const statusesOf = {
  waiting: ['proposed'],
  under_way: ['approved', 'sending', 'unknown', 'pending'],
  done: ['succeeded', 'credited', 'declined'],
} as const

export async function loader({ request }: LoaderFunctionArgs) {
  await requireOffice(request)
  const { state, before } = QueueSchema.parse(Object.fromEntries(new URL(request.url).searchParams))
  const found = await findRefundQueue(db().reader, { statuses: statusesOf[state], before, limit: pageSize + 1 })
  const rows = found.slice(0, pageSize)
  return { state, rows, older: found.length > pageSize ? (rows.at(-1)?.id ?? null) : null }
}

export default function Refunds() {
  const { state, rows, older } = useLoaderData<typeof loader>()
  const t = useMessages(afterSalesMessages)
  const desk = useMessages(allianceDeskMessages)
  const locale = useLocale()
  return (
    <>
      <header className="flex flex-col items-start gap-2">
        <h1 className="text-3xl">{t.refundsTitle}</h1>
        <p className="text-ink-2">{t.refundsLead}</p>
      </header>
      <nav aria-label={t.states} className="flex flex-wrap gap-2">
        {queueStates.map((one) => (
          <ButtonLink
            key={one}
            to={`?state=${one}`}
            look={one === state ? 'primary' : 'plain'}
            aria-current={one === state ? 'page' : undefined}
          >
            {t[`state_${one}`]}
          </ButtonLink>
        ))}
      </nav>
      {rows.length === 0 ? (
        <Empty
          action={
            <ButtonLink to="/alliance/orders" look="plain">
              {t.findOrder}
            </ButtonLink>
          }
        >
          {t.noRefunds} {t.newRefundHint}
        </Empty>
      ) : (
        <DataTable
          caption={t[`state_${state}`]}
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'refund',
              title: t.amount,
              numeric: true,
              cell: (row) => (
                <CellLink to={`/alliance/refunds/${row.id}`} className="font-semibold">
                  {formatFen(row.cashFen)}
                </CellLink>
              ),
            },
            {
              key: 'status',
              title: t.status,
              cell: (row) => <StatusMark tone={refundTones[row.status]}>{sayRefundStatus(t, row)}</StatusMark>,
            },
            { key: 'reason', title: t.reason, cell: (row) => <span className="whitespace-nowrap">{t[`reason_${row.reason}`]}</span> },
            { key: 'bearer', title: t.bearer, cell: (row) => <span className="whitespace-nowrap">{t[`bearer_${row.bearer}`]}</span> },
            {
              key: 'order',
              title: t.order,
              cell: (row) => <CellLink to={`/alliance/orders?number=${row.number}`}>{row.number}</CellLink>,
            },
            { key: 'by', title: t.requestedBy, cell: (row) => row.asker ?? t.system },
            {
              key: 'when',
              title: t.when,
              cell: (row) => <span className="whitespace-nowrap">{formatMoment(row.requestedAt, locale)}</span>,
            },
          ]}
        />
      )}
      {older ? (
        <ButtonLink look="plain" to={`?${new URLSearchParams({ state, before: older })}`} className="self-start">
          {desk.older}
        </ButtonLink>
      ) : null}
    </>
  )
}
