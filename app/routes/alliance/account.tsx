import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { CellLink } from '#app/components/office/cell-link.tsx'
import { accountName } from '#app/components/office/ledger/account-name.ts'
import { PostingTable } from '#app/components/office/ledger/posting-table.tsx'
import { OlderPages } from '#app/components/office/older-pages.tsx'
import { DataTable } from '#app/components/ui/data-table.tsx'
import { Empty } from '#app/components/ui/empty.tsx'
import { isInChart } from '#app/domain/ledger/accounts.ts'
import { notFound, parseParams } from '#app/http/parse.server.ts'
import { db } from '#app/http/runtime.server.ts'
import { requireOffice } from '#app/http/viewer.server.ts'
import { formatFen } from '#app/i18n/format.ts'
import { allianceDeskMessages } from '#app/i18n/messages/alliance-desk.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'
import { IdSchema } from '#app/schemas/ids.ts'
import { findPartyAccounts, findPostings } from '#db/queries/ledger/ledger.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data: page, matches }) =>
  pageTitle(matches, (locale) => allianceDeskMessages[locale].accountTitle(page?.accountId ?? ''))

const Params = z.object({ accountId: IdSchema })
const Before = IdSchema.nullable().catch(null)
const pageSize = 50
const partiesAtMost = 200

/** One account's transfers; for a code that parties hold, `2110`, the parties. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireOffice(request)
  const { accountId } = parseParams(params, Params)
  const before = Before.parse(new URL(request.url).searchParams.get('before'))
  const { reader } = db()
  if (!isInChart(accountId)) throw notFound()
  const [parties, rows] = await Promise.all([
    findPartyAccounts(reader, { code: accountId, limit: partiesAtMost }),
    findPostings(reader, { account: accountId, before, limit: pageSize + 1 }),
  ])
  const page = rows.slice(0, pageSize)
  return { accountId, parties, before, rows: page, older: rows.length > pageSize ? (page.at(-1)?.transferId ?? null) : null }
}

export default function Account() {
  const { accountId, parties, before, rows, older } = useLoaderData<typeof loader>()
  const t = useMessages(allianceDeskMessages)
  const pick = usePick()
  return (
    <>
      <header className="flex flex-col items-start gap-2">
        <Link to="/alliance/ledger" className="inline-flex min-h-11 items-center text-indigo">
          {t.ledgerTitle}
        </Link>
        <h1 className="text-3xl">{t.accountTitle(accountId)}</h1>
        <p className="text-ink-2">{accountName(t, accountId)}</p>
      </header>
      {parties.length > 0 ? (
        <DataTable
          caption={t.parties}
          rows={parties}
          rowKey={(party) => party.id}
          columns={[
            {
              key: 'account',
              title: t.account,
              cell: (party) => <CellLink to={`/alliance/ledger/accounts/${encodeURIComponent(party.id)}`}>{party.id}</CellLink>,
            },
            {
              key: 'party',
              title: t.parties,
              cell: (party) => (party.farmZh && party.farmEn ? pick(party.farmZh, party.farmEn) : (party.orderNumber ?? '')),
            },
            { key: 'balance', title: t.balance, numeric: true, cell: (party) => formatFen(party.balanceFen) },
          ]}
        />
      ) : rows.length === 0 ? (
        <Empty>{t.noPostings}</Empty>
      ) : (
        <PostingTable rows={rows} account={accountId} />
      )}
      <OlderPages before={before} older={older} />
    </>
  )
}
