import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { accountName } from '#app/components/office/account-name.ts'
import { CellLink } from '#app/components/office/cell-link.tsx'
import { ReversePostingForm } from '#app/components/office/reverse-posting-form.tsx'
import { DataTable } from '#app/components/ui/data-table.tsx'
import { mayUndoByHand } from '#app/domain/ledger/reverse-posting.ts'
import { found, parseParams } from '#app/http/parse.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { requireOffice } from '#app/http/viewer.server.ts'
import { formatFen, formatMoment } from '#app/i18n/format.ts'
import { allianceDeskMessages } from '#app/i18n/messages/alliance-desk.ts'
import { ledgerCloseMessages } from '#app/i18n/messages/ledger-close.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useLocale, useMessages } from '#app/i18n/use-messages.ts'
import { IdSchema } from '#app/schemas/ids.ts'
import { reverseByHand } from '#app/services/ledger/reverse-posting.server.ts'
import { findPosting } from '#db/queries/ledger.server.ts'
import { findReversalOf } from '#db/queries/ledger-reversals.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data: page, matches }) =>
  pageTitle(matches, (locale) => allianceDeskMessages[locale].posting(page?.posting.key ?? ''))

const Params = z.object({ postingKey: IdSchema })

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireOffice(request)
  const { postingKey } = parseParams(params, Params)
  const { reader } = db()
  const posting = found(await findPosting(reader, postingKey))
  const reversedBy = await findReversalOf(reader, postingKey)
  return { posting, reversedBy, mayReverse: reversedBy === null && mayUndoByHand(posting) }
}

const Reason = z.string().trim().min(1).max(200)

export async function action({ request, params }: ActionFunctionArgs) {
  const { userId } = await requireOffice(request)
  const { postingKey: key } = parseParams(params, Params)
  const reason = Reason.safeParse((await request.formData()).get('reason'))
  if (!reason.success) return data({ refusal: null, said: '' }, { status: 400 })
  const reversed = await reverseByHand(db(), { key, reason: reason.data, by: userId, now: now() })
  if (!reversed.ok) return data({ refusal: reversed.refusal, said: reason.data }, { status: 409 })
  return redirect(`/alliance/ledger/postings/${encodeURIComponent(reversed.value.key)}`)
}

export default function Posting() {
  const { posting, reversedBy, mayReverse } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useMessages(allianceDeskMessages)
  const closing = useMessages(ledgerCloseMessages)
  const locale = useLocale()
  const account = (id: string) => (
    <CellLink to={`/alliance/ledger/accounts/${encodeURIComponent(id)}`}>
      {id} <span className="ml-1 text-ink-2">{accountName(t, id)}</span>
    </CellLink>
  )
  const postingLink = (key: string) => <CellLink to={`/alliance/ledger/postings/${encodeURIComponent(key)}`}>{key}</CellLink>
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
          [t.reverses, posting.reverses && postingLink(posting.reverses)],
          [closing.reversedBy, reversedBy && postingLink(reversedBy)],
          [t.bodyHash, posting.bodyHash],
        ].map(([label, said]) =>
          said ? (
            <div key={String(label)} className="contents">
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
      {mayReverse || refused ? <ReversePostingForm refused={refused ?? null} mayReverse={mayReverse} /> : null}
    </>
  )
}
