import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { CellLink } from '#app/components/office/cell-link.tsx'
import { accountName } from '#app/components/office/ledger/account-name.ts'
import { PostingTable } from '#app/components/office/ledger/posting-table.tsx'
import { OlderPages } from '#app/components/office/older-pages.tsx'
import { DataTable } from '#app/components/ui/data-table.tsx'
import { Empty } from '#app/components/ui/empty.tsx'
import { db } from '#app/http/runtime.server.ts'
import { requireOffice } from '#app/http/viewer.server.ts'
import { formatFen } from '#app/i18n/format.ts'
import { allianceDeskMessages } from '#app/i18n/messages/alliance-desk.ts'
import { fundsMessages } from '#app/i18n/messages/funds.ts'
import { ledgerCloseMessages } from '#app/i18n/messages/ledger-close.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { IdSchema } from '#app/schemas/ids.ts'
import { findChart, findPostings } from '#db/queries/ledger/ledger.server.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => allianceDeskMessages[locale].ledgerTitle)

const pageSize = 50
const Before = IdSchema.nullable().catch(null)

export async function loader({ request }: LoaderFunctionArgs) {
  await requireOffice(request)
  const before = Before.parse(new URL(request.url).searchParams.get('before'))
  const { reader } = db()
  const [chart, rows] = await Promise.all([findChart(reader), findPostings(reader, { account: null, before, limit: pageSize + 1 })])
  const page = rows.slice(0, pageSize)
  return { chart, before, rows: page, older: rows.length > pageSize ? (page.at(-1)?.transferId ?? null) : null }
}

export default function Ledger() {
  const { chart, before, rows, older } = useLoaderData<typeof loader>()
  const t = useMessages(allianceDeskMessages)
  const closing = useMessages(ledgerCloseMessages)
  const funds = useMessages(fundsMessages)
  return (
    <>
      <header className="flex flex-col items-start gap-2">
        <h1 className="text-3xl">{t.ledgerTitle}</h1>
        <p className="text-ink-2">{t.ledgerLead}</p>
        <p className="flex flex-wrap gap-x-6">
          {[
            { to: '/alliance/ledger/periods', label: closing.periodsTitle },
            { to: '/alliance/ledger/funds', label: funds.title },
            { to: '/alliance/ledger/seals', label: closing.sealsTitle },
          ].map(({ to, label }) => (
            <Link key={to} to={to} className="flex min-h-11 items-center text-indigo underline">
              {label}
            </Link>
          ))}
        </p>
      </header>
      <div className="grid items-start gap-6 lg:grid-cols-[2fr_3fr]">
        <section aria-labelledby="chart" className="flex min-w-0 flex-col gap-3">
          <h2 id="chart" className="text-2xl">
            {t.chart}
          </h2>
          <DataTable
            caption={t.chart}
            rows={chart}
            rowKey={(row) => row.code}
            columns={[
              {
                key: 'code',
                title: t.account,
                cell: (row) => (
                  <CellLink to={`/alliance/ledger/accounts/${row.code}`}>
                    {row.code} <span className="ml-1 text-ink">{accountName(t, row.code)}</span>
                  </CellLink>
                ),
              },
              { key: 'accounts', title: t.accounts, numeric: true, cell: (row) => row.accounts },
              { key: 'balance', title: t.balance, numeric: true, cell: (row) => formatFen(row.balanceFen) },
            ]}
          />
          <p className="text-sm text-ink-2">{t.verify}</p>
        </section>
        <section aria-labelledby="postings" className="flex min-w-0 flex-col gap-3">
          <h2 id="postings" className="text-2xl">
            {t.postings}
          </h2>
          {rows.length === 0 ? <Empty>{t.noPostings}</Empty> : <PostingTable rows={rows} account={null} />}
          <OlderPages before={before} older={older} />
        </section>
      </div>
    </>
  )
}
