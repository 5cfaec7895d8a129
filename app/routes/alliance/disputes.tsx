import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CellLink } from '#app/components/office/cell-link.tsx'
import { DataTable } from '#app/components/ui/data-table.tsx'
import { Empty } from '#app/components/ui/empty.tsx'
import { StatusMark } from '#app/components/ui/status-mark.tsx'
import { db } from '#app/http/runtime.server.ts'
import { requireOffice } from '#app/http/viewer.server.ts'
import { formatFen, formatMoment } from '#app/i18n/format.ts'
import { afterSalesMessages } from '#app/i18n/messages/after-sales.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useLocale, useMessages, usePick } from '#app/i18n/use-messages.ts'
import { findDisputes, findHeldByParty } from '#db/queries/payments/disputes.server.ts'
import { findPartyNames } from '#db/queries/payments/refund-desk.server.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => afterSalesMessages[locale].disputesTitle)

const shown = 100
const tones = { open: 'waiting', won: 'done', lost: 'bad' } as const

export async function loader({ request }: LoaderFunctionArgs) {
  await requireOffice(request)
  const { reader } = db()
  const [disputes, held] = await Promise.all([findDisputes(reader, shown), findHeldByParty(reader)])
  const names = await findPartyNames(reader, [...held.keys()])
  return {
    disputes,
    held: [...held].map(([id, amountFen]) => ({ id, amountFen, zh: names.get(id)?.zh ?? id, en: names.get(id)?.en ?? id })),
  }
}

export default function Disputes() {
  const { disputes, held } = useLoaderData<typeof loader>()
  const t = useMessages(afterSalesMessages)
  const locale = useLocale()
  const pick = usePick()
  return (
    <>
      <header className="flex flex-col items-start gap-2">
        <h1 className="text-3xl">{t.disputesTitle}</h1>
        <p className="max-w-2xl text-ink-2">{t.disputesLead}</p>
      </header>
      {disputes.length === 0 ? (
        <Empty>{t.noDisputes}</Empty>
      ) : (
        <DataTable
          caption={t.disputesTitle}
          rows={disputes}
          rowKey={(dispute) => dispute.id}
          columns={[
            {
              key: 'order',
              title: t.order,
              cell: (dispute) => <CellLink to={`/alliance/orders?number=${dispute.number}`}>{dispute.number}</CellLink>,
            },
            {
              key: 'status',
              title: t.status,
              cell: (one) => <StatusMark tone={tones[one.status]}>{t[`dispute_${one.status}`]}</StatusMark>,
            },
            { key: 'amount', title: t.amount, numeric: true, cell: (dispute) => formatFen(dispute.amountFen) },
            { key: 'fee', title: t.disputeFee, numeric: true, cell: (dispute) => formatFen(dispute.feeFen) },
            {
              key: 'opened',
              title: t.openedAt,
              cell: (dispute) => <span className="whitespace-nowrap">{formatMoment(dispute.openedAt, locale)}</span>,
            },
            { key: 'closed', title: t.closedAt, cell: (dispute) => (dispute.closedAt ? formatMoment(dispute.closedAt, locale) : '') },
          ]}
        />
      )}
      <section className="flex flex-col gap-2">
        <h2 className="text-2xl">{t.heldTitle}</h2>
        {held.length === 0 ? (
          <p className="text-ink-2">{t.nothingHeld}</p>
        ) : (
          <DataTable
            caption={t.heldTitle}
            rows={held}
            rowKey={(party) => party.id}
            columns={[
              { key: 'party', title: t.party, cell: (party) => pick(party.zh, party.en) },
              { key: 'held', title: t.held, numeric: true, cell: (party) => formatFen(party.amountFen) },
            ]}
          />
        )}
      </section>
    </>
  )
}
