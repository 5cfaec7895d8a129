import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { accountName } from '#app/components/office/account-name.ts'
import { CellLink } from '#app/components/office/cell-link.tsx'
import { DataTable } from '#app/components/ui/data-table.tsx'
import { found, parseParams } from '#app/http/parse.server.ts'
import { db } from '#app/http/runtime.server.ts'
import { requireOffice } from '#app/http/viewer.server.ts'
import { formatFen, formatMoment } from '#app/i18n/format.ts'
import { allianceDeskMessages } from '#app/i18n/messages/alliance-desk.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useLocale, useMessages } from '#app/i18n/use-messages.ts'
import { IdSchema } from '#app/schemas/ids.ts'
import { findPosting } from '#db/queries/ledger.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data: page, matches }) =>
  pageTitle(matches, (locale) => allianceDeskMessages[locale].posting(page?.posting.key ?? ''))

const Params = z.object({ postingKey: IdSchema })

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireOffice(request)
  const { postingKey } = parseParams(params, Params)
  return { posting: found(await findPosting(db().reader, postingKey)) }
}

export default function Posting() {
  const { posting } = useLoaderData<typeof loader>()
  const t = useMessages(allianceDeskMessages)
  const locale = useLocale()
  const account = (id: string) => (
    <CellLink to={`/alliance/ledger/accounts/${encodeURIComponent(id)}`}>
      {id} <span className="ml-1 text-ink-2">{accountName(t, id)}</span>
    </CellLink>
  )
  return (
    <>
      <header>
        <Link to="/alliance/ledger" className="inline-flex min-h-11 items-center text-indigo">
          {t.ledgerTitle}
        </Link>
        <h1 className="break-all text-2xl">{t.posting(posting.key)}</h1>
      </header>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        {[
          [t.effectiveAt, formatMoment(posting.effectiveAt, locale)],
          [t.postedAt, formatMoment(posting.postedAt, locale)],
          [t.period, posting.period],
          [t.number, posting.orderNumber],
          [t.reverses, posting.reverses],
          [t.bodyHash, posting.bodyHash],
        ].map(([label, said]) =>
          said ? (
            <div key={label} className="contents">
              <dt className="text-ink-2">{label}</dt>
              <dd className="break-all">{said}</dd>
            </div>
          ) : null,
        )}
      </dl>
      <DataTable
        caption={t.postings}
        rows={posting.transfers}
        rowKey={(transfer) => transfer.id}
        columns={[
          { key: 'debit', title: t.debit, cell: (transfer) => account(transfer.debit) },
          { key: 'credit', title: t.credit, cell: (transfer) => account(transfer.credit) },
          { key: 'amount', title: t.amount, numeric: true, cell: (transfer) => formatFen(transfer.amountFen) },
        ]}
      />
    </>
  )
}
