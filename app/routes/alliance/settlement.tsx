import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { BankFiles } from '#app/components/office/settlement/bank-files.tsx'
import { settlementTones } from '#app/components/office/settlement/payout-tones.ts'
import { SettlementLines } from '#app/components/office/settlement/settlement-lines.tsx'
import { settlementRefusalText } from '#app/components/office/settlement/settlement-refusals.ts'
import { SettlementSteps } from '#app/components/office/settlement/settlement-steps.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { StatusMark } from '#app/components/ui/status-mark.tsx'
import { found, notFound, parseParams } from '#app/http/parse.server.ts'
import { payoutRails } from '#app/http/payout-rails.server.ts'
import { readUpload } from '#app/http/read-upload.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { requireOffice } from '#app/http/viewer.server.ts'
import { formatDay } from '#app/i18n/format.ts'
import { settlementMessages } from '#app/i18n/messages/settlement.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useLocale, useMessages, usePick } from '#app/i18n/use-messages.ts'
import { IdSchema } from '#app/schemas/ids.ts'
import { SettlementParams, SettlementStep } from '#app/schemas/settlement.ts'
import { approveSettlement } from '#app/services/settlement/approve-settlement.server.ts'
import { draftSettlement } from '#app/services/settlement/draft-settlement.server.ts'
import { fileBankBatch } from '#app/services/settlement/file-bank-batch.server.ts'
import { importBankAnswer } from '#app/services/settlement/import-bank-answer.server.ts'
import { payAgain } from '#app/services/settlement/pay-again.server.ts'
import { readSettlement } from '#app/services/settlement/read-settlement.server.ts'
import { reviewSettlement } from '#app/services/settlement/review-settlement.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data: page, matches }) =>
  pageTitle(matches, (locale) => settlementMessages[locale].settlementOf(page?.settlement.period ?? ''))

const maxBytes = 2 * 1024 * 1024
const Count = z.coerce.number().int().min(0).catch(0)
const Done = z.object({
  done: z.enum(['draft', 'review', 'approved', 'filed', 'answered', 'again']).nullable().catch(null),
  payouts: Count,
  without: Count,
  confirmed: Count,
  rejected: Count,
})

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { userId } = await requireOffice(request)
  const { settlementId } = parseParams(params, SettlementParams)
  const done = Done.parse(Object.fromEntries(new URL(request.url).searchParams))
  return { ...found(await readSettlement(db().reader, settlementId)), done, userId }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { userId } = await requireOffice(request)
  const { settlementId } = parseParams(params, SettlementParams)
  const batchId = new URL(request.url).searchParams.get('answer')
  const outcome = batchId === null ? await step(request, settlementId, userId) : await takeAnswer(request, batchId, userId)
  if (!outcome.ok) return data({ refusal: outcome.refusal, batchId }, { status: 409 })
  return redirect(`/alliance/settlements/${settlementId}?${new URLSearchParams(outcome.value)}`)
}

/** @returns what to say on the page afterwards, or why not */
async function step(request: Request, settlementId: string, userId: string) {
  const asked = parseParams(Object.fromEntries(await request.formData()), SettlementStep)
  const who = { settlementId, userId, now: now() }
  switch (asked.step) {
    case 'draft': {
      const drafted = await draftSettlement(db(), { period: settlementId.replace('settlement_', ''), userId, now: who.now })
      return drafted.ok ? said({ done: 'draft' }) : drafted
    }
    case 'review': {
      const reviewed = await reviewSettlement(db(), who)
      return reviewed.ok ? said({ done: 'review' }) : reviewed
    }
    case 'approve': {
      const approved = await approveSettlement(db(), who)
      if (!approved.ok) return approved
      return said({ done: 'approved', payouts: String(approved.value.payouts), without: String(approved.value.withoutAccount) })
    }
    case 'file': {
      const filed = await fileBankBatch(db(), payoutRails().bank, who)
      return filed.ok ? said({ done: 'filed' }) : filed
    }
    case 'pay': {
      const paid = await payAgain(db(), { ...who, party: { type: asked.partyType, id: asked.partyId } })
      return paid.ok ? said({ done: 'again' }) : paid
    }
  }
}

const said = (value: Record<string, string>) => ({ ok: true, value }) as const

async function takeAnswer(request: Request, asked: string, userId: string) {
  const batchId = IdSchema.safeParse(asked)
  if (!batchId.success) throw notFound()
  const upload = await readUpload(request, { field: 'answer', maxBytes })
  if (!upload.ok) return upload
  const answer = { batchId: batchId.data, ...upload.value, userId, now: now() }
  const imported = await importBankAnswer(db(), payoutRails().bank, answer)
  if (!imported.ok) return imported
  const { confirmed, rejected } = imported.value
  return said({ done: 'answered', confirmed: String(confirmed), rejected: String(rejected) })
}

export default function Settlement() {
  const { settlement, people, lines, waiting, batches, done, userId } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useMessages(settlementMessages)
  const locale = useLocale()
  const pick = usePick()
  const nameOf = (partyId: string) => {
    const name = lines.find(({ party }) => party.id === partyId)?.name
    return name ? pick(name.zh, name.en) : partyId
  }
  const refused = answer && settlementRefusalText(t, answer.refusal, nameOf)
  const doneText = {
    draft: t.doneDraft,
    review: t.doneReview,
    approved: `${t.doneApproved(done.payouts)}${done.without > 0 ? ` ${t.doneWithoutAccount(done.without)}` : ''}`,
    filed: t.doneFiled,
    answered: t.doneAnswered(done.confirmed, done.rejected),
    again: t.doneAgain,
  }
  return (
    <>
      <header className="flex flex-col items-start gap-2">
        <Link to="/alliance/settlements" className="inline-flex min-h-11 items-center text-indigo print:hidden">
          {t.settlements}
        </Link>
        <div className="flex flex-wrap items-baseline gap-x-4">
          <h1 className="text-3xl">{t.settlementOf(settlement.period)}</h1>
          <StatusMark tone={settlementTones[settlement.status]}>{t[settlement.status]}</StatusMark>
        </div>
        <p className="text-ink-2">{t.days(formatDay(settlement.fromOn, locale), formatDay(settlement.lastOn, locale))}</p>
      </header>
      {refused && answer.batchId === null ? <Notice tone="bad" title={refused} /> : null}
      {done.done && !answer ? <Notice tone="good" title={doneText[done.done]} /> : null}
      <SettlementSteps
        settlement={settlement}
        people={people}
        mayApprove={![settlement.draftedBy, settlement.reviewedBy].includes(userId)}
      />
      <SettlementLines lines={lines} status={settlement.status} />
      <BankFiles
        settlementId={settlement.id}
        batches={batches}
        waiting={waiting}
        refused={answer?.batchId && refused ? { batchId: answer.batchId, text: refused } : null}
      />
    </>
  )
}
