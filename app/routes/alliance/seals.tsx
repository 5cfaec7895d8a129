import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { OlderPages } from '#app/components/office/older-pages.tsx'
import { DataTable } from '#app/components/ui/data-table.tsx'
import { Empty } from '#app/components/ui/empty.tsx'
import { db } from '#app/http/runtime.server.ts'
import { requireOffice } from '#app/http/viewer.server.ts'
import { formatFen, formatMoment } from '#app/i18n/format.ts'
import { ledgerCloseMessages } from '#app/i18n/messages/ledger-close.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useLocale, useMessages } from '#app/i18n/use-messages.ts'
import { findSealPage } from '#db/queries/ledger/seals.server.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => ledgerCloseMessages[locale].sealsTitle)

const pageSize = 62
const Before = z.iso.date().nullable().catch(null)

export async function loader({ request }: LoaderFunctionArgs) {
  await requireOffice(request)
  const before = Before.parse(new URL(request.url).searchParams.get('before'))
  const rows = await findSealPage(db().reader, { before, limit: pageSize + 1 })
  const seals = rows.slice(0, pageSize)
  return { before, seals, older: rows.length > pageSize ? (seals.at(-1)?.day ?? null) : null }
}

export default function Seals() {
  const { before, seals, older } = useLoaderData<typeof loader>()
  const t = useMessages(ledgerCloseMessages)
  const locale = useLocale()
  return (
    <>
      <header className="flex flex-col items-start gap-2">
        <Link to="/alliance/ledger" className="inline-flex min-h-11 items-center text-indigo">
          {t.toLedger}
        </Link>
        <h1 className="text-3xl">{t.sealsTitle}</h1>
        <p className="max-w-3xl text-ink-2">{t.sealsLead}</p>
      </header>
      {seals.length === 0 ? (
        <Empty>{t.noSeals}</Empty>
      ) : (
        <DataTable
          caption={t.sealsTitle}
          onPhones="table"
          rows={seals}
          rowKey={({ day }) => day}
          columns={[
            { key: 'day', title: t.day, cell: ({ day }) => <span className="whitespace-nowrap">{day}</span> },
            { key: 'postings', title: t.postings, numeric: true, cell: ({ postings }) => postings },
            { key: 'transfers', title: t.transfers, numeric: true, cell: ({ transfers }) => transfers },
            { key: 'moved', title: t.moved, numeric: true, cell: ({ movedFen }) => formatFen(movedFen) },
            { key: 'hash', title: t.hash, cell: ({ hash }) => <code className="text-xs">{hash}</code> },
            {
              key: 'sealedAt',
              title: t.sealedAt,
              cell: ({ sealedAt }) => <span className="whitespace-nowrap">{formatMoment(sealedAt, locale)}</span>,
            },
          ]}
        />
      )}
      <OlderPages before={before} older={older} />
    </>
  )
}
