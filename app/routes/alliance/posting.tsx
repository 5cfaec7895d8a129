import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { CellLink } from '#app/components/office/cell-link.tsx'
import { accountName } from '#app/components/office/ledger/account-name.ts'
import { ReversalDecision } from '#app/components/office/ledger/reversal-decision.tsx'
import { ReversalRefused, ReversePostingForm } from '#app/components/office/ledger/reverse-posting-form.tsx'
import { DataTable } from '#app/components/ui/data-table.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { needsSecondPerson } from '#app/domain/after-sales/approval.ts'
import { mayUndoByHand, movedFen } from '#app/domain/ledger/reverse-posting.ts'
import { found, parseParams } from '#app/http/parse.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { requireOffice } from '#app/http/viewer.server.ts'
import { formatFen, formatMoment } from '#app/i18n/format.ts'
import { allianceDeskMessages } from '#app/i18n/messages/alliance-desk.ts'
import { ledgerCloseMessages } from '#app/i18n/messages/ledger-close.ts'
import { reversalMessages } from '#app/i18n/messages/reversals.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useLocale, useMessages } from '#app/i18n/use-messages.ts'
import { IdSchema } from '#app/schemas/ids.ts'
import { decideReversal } from '#app/services/ledger/decide-reversal.server.ts'
import { reverseByHand } from '#app/services/ledger/reverse-by-hand.server.ts'
import { findPosting } from '#db/queries/ledger/ledger.server.ts'
import { findReversalOf } from '#db/queries/ledger/reversals.server.ts'
import { findLastReversal } from '#db/queries/settlement/reversals.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data: page, matches }) =>
  pageTitle(matches, (locale) => allianceDeskMessages[locale].posting(page?.posting.key ?? ''))

const Params = z.object({ postingKey: IdSchema })
const Done = z.enum(['proposed', 'declined']).nullable().catch(null)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { userId } = await requireOffice(request)
  const { postingKey } = parseParams(params, Params)
  const { reader } = db()
  const posting = found(await findPosting(reader, postingKey))
  const reversedBy = await findReversalOf(reader, postingKey)
  const asked = await findLastReversal(reader, posting.reverses ?? postingKey)
  const waiting = asked?.status === 'proposed' ? asked : null
  return {
    posting,
    reversedBy,
    decided: asked?.status === 'confirmed' ? asked : null,
    waiting: waiting && { ...waiting, isMine: waiting.proposedBy === userId },
    mayReverse: reversedBy === null && waiting === null && mayUndoByHand(posting),
    takesTwo: needsSecondPerson(movedFen(posting.transfers)),
    done: Done.parse(new URL(request.url).searchParams.get('done')),
  }
}

const Reason = z.string().trim().min(1).max(200)
const Decision = z.object({ reversalId: IdSchema, intent: z.enum(['confirm', 'decline']) })

export async function action({ request, params }: ActionFunctionArgs) {
  const { userId } = await requireOffice(request)
  const { postingKey: key } = parseParams(params, Params)
  const page = (of: string, done = '') => redirect(`/alliance/ledger/postings/${encodeURIComponent(of)}${done}`)
  const form = Object.fromEntries(await request.formData())
  if (form.intent === 'confirm' || form.intent === 'decline') {
    const { reversalId, intent } = parseParams(form, Decision)
    const decided = await decideReversal(db(), { reversalId, confirm: intent === 'confirm', userId, now: now() })
    if (!decided.ok) return data({ refusal: decided.refusal, said: null }, { status: 409 })
    return decided.value.key === null ? page(key, '?done=declined') : page(decided.value.key)
  }
  const reason = Reason.safeParse(form.reason)
  if (!reason.success) return data({ refusal: null, said: '' }, { status: 400 })
  const asked = await reverseByHand(db(), { key, reason: reason.data, by: userId, now: now() })
  if (!asked.ok) return data({ refusal: asked.refusal, said: reason.data }, { status: 409 })
  return asked.value.status === 'proposed' ? page(key, '?done=proposed') : page(asked.value.key)
}

export default function Posting() {
  const { posting, reversedBy, decided, waiting, mayReverse, takesTwo, done } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useMessages(allianceDeskMessages)
  const closing = useMessages(ledgerCloseMessages)
  const two = useMessages(reversalMessages)
  const locale = useLocale()
  const account = (id: string) => (
    <CellLink to={`/alliance/ledger/accounts/${encodeURIComponent(id)}`}>
      {id} <span className="ml-1 text-ink-2">{accountName(t, id)}</span>
    </CellLink>
  )
  const postingLink = (key: string) => <CellLink to={`/alliance/ledger/postings/${encodeURIComponent(key)}`}>{key}</CellLink>
  return (
    <>
      <header className="flex flex-col items-start gap-2">
        <Link to="/alliance/ledger" className="inline-flex min-h-11 items-center text-indigo">
          {t.ledgerTitle}
        </Link>
        <h1 className="break-all text-2xl">{t.posting(posting.key)}</h1>
      </header>
      {refused?.refusal ? <ReversalRefused refusal={refused.refusal} /> : null}
      {done && !refused ? <Notice tone="good" title={two[done]} /> : null}
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        {[
          [t.effectiveAt, formatMoment(posting.effectiveAt, locale)],
          [t.postedAt, formatMoment(posting.postedAt, locale)],
          [t.period, posting.period],
          [t.number, posting.orderNumber],
          [t.reverses, posting.reverses && postingLink(posting.reverses)],
          [closing.reversedBy, reversedBy && postingLink(reversedBy)],
          [two.reason, decided?.reason],
          [two.proposedBy, decided && `${decided.proposer ?? decided.proposedBy} · ${formatMoment(decided.proposedAt, locale)}`],
          [two.confirmedBy, decided?.decidedAt && `${decided.decider} · ${formatMoment(decided.decidedAt, locale)}`],
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
      {waiting ? <ReversalDecision reversal={waiting} isMine={waiting.isMine} /> : null}
      {mayReverse ? <ReversePostingForm said={refused?.said ?? null} isUnsaid={refused?.refusal === null} takesTwo={takesTwo} /> : null}
    </>
  )
}
