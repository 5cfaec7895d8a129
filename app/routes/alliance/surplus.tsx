import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { ReceiptTable } from '#app/components/office/ledger/reserve-tables.tsx'
import { LicenceFeeForm, ShareForm } from '#app/components/office/ledger/surplus-forms.tsx'
import { ShareList, ShareParts, SurplusFigures } from '#app/components/office/ledger/surplus-tables.tsx'
import { Panel } from '#app/components/office/panel.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { businessDay } from '#app/domain/business-day.ts'
import { fen } from '#app/domain/money/fen.ts'
import { parseParams } from '#app/http/parse.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { requireOffice } from '#app/http/viewer.server.ts'
import { reserveMessages } from '#app/i18n/messages/reserve.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { IdSchema } from '#app/schemas/ids.ts'
import { typedIn } from '#app/schemas/listing.ts'
import { LicenceFeeSchema, problemsOf, ShareSchema } from '#app/schemas/office-money.ts'
import { decideShare } from '#app/services/surplus/decide-share.server.ts'
import { proposeShare } from '#app/services/surplus/propose-share.server.ts'
import { readSurplus } from '#app/services/surplus/read-surplus.server.ts'
import { receiveLicenceFee } from '#app/services/surplus/receive-licence-fee.server.ts'
import { shareOut } from '#app/services/surplus/share-out.server.ts'
import { findReceipts, sumAccount } from '#db/queries/ledger/reserve.server.ts'
import { type SurplusRefusal, saySurplusRefusal } from './say-money-refusal.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => reserveMessages[locale].surplusTitle)

const Done = z.enum(['recorded', 'proposedNow', 'decided']).nullable().catch(null)
const Decision = z.object({
  shareId: IdSchema,
  intent: z.enum(['pay', 'decline']),
  agreedFen: z
    .string()
    .regex(/^\d{1,15}(,\d{1,15}){0,500}$/)
    .transform((list) => list.split(',').map(Number))
    .optional(),
})

export async function loader({ request }: LoaderFunctionArgs) {
  const { userId } = await requireOffice(request)
  const { reader } = db()
  const year = businessDay(now()).slice(0, 4)
  const [surplus, fund, receipts] = await Promise.all([
    readSurplus(reader, year),
    sumAccount(reader, '2410'),
    findReceipts(reader, { action: 'licence_fee_received', limit: 20 }),
  ])
  const done = Done.parse(new URL(request.url).searchParams.get('done'))
  return { ...surplus, year, fundFen: fen(0 - fund), receipts, userId, done }
}

export async function action({ request }: ActionFunctionArgs) {
  const { userId } = await requireOffice(request)
  const form = await request.formData()
  const typed = typedIn(form)
  const intent = form.get('intent')
  if (intent === 'licence') {
    const parsed = LicenceFeeSchema.safeParse(typed)
    if (!parsed.success) return said({ typed, problems: problemsOf(parsed.error) }, 400)
    const { feeFen: amountFen, ...fee } = parsed.data
    return answer(await receiveLicenceFee(db(), { ...fee, amountFen, userId, now: now() }), 'recorded', typed)
  }
  if (intent === 'preview' || intent === 'propose') {
    const parsed = ShareSchema.safeParse(typed)
    if (!parsed.success) return said({ typed, problems: problemsOf(parsed.error) }, 400)
    if (intent === 'preview') {
      const parts = await shareOut(db().reader, parsed.data)
      return said({ typed, preview: { basis: parsed.data.basis, parts } }, 200)
    }
    return answer(await proposeShare(db(), { ...parsed.data, userId, now: now() }), 'proposedNow', typed)
  }
  const { shareId, intent: decided, agreedFen } = parseParams(typed, Decision)
  const decision = { shareId, pay: decided === 'pay', userId, now: now(), ...(agreedFen ? { agreedFen } : {}) }
  return answer(await decideShare(db(), decision), 'decided', {})
}

type Said = {
  typed: Record<string, string>
  problems?: ReturnType<typeof problemsOf>
  refused?: SurplusRefusal
  preview?: { basis: z.output<typeof ShareSchema>['basis']; parts: Awaited<ReturnType<typeof shareOut>> }
}
const said = ({ typed, problems = {}, refused, preview }: Said, status: number) =>
  data({ typed, problems, refused: refused ?? null, preview: preview ?? null }, { status })

type Answer = { ok: true } | { ok: false; refusal: SurplusRefusal }

const answer = (result: Answer, done: NonNullable<z.output<typeof Done>>, typed: Record<string, string>) =>
  result.ok ? redirect(`/alliance/surplus?done=${done}`) : said({ typed, refused: result.refusal }, 409)

export default function Surplus() {
  const page = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const t = useMessages(reserveMessages)
  const form = { typed: answered?.typed ?? {}, problems: answered?.problems ?? {} }
  return (
    <>
      <header className="flex max-w-3xl flex-col gap-2">
        <h1 className="text-3xl">{t.surplusTitle}</h1>
        <p className="text-ink-2">{t.surplusLead}</p>
      </header>
      {answered?.refused ? (
        <Notice tone="bad" title={t.refusedTitle}>
          {saySurplusRefusal(answered.refused, t)}
        </Notice>
      ) : Object.keys(form.problems).length > 0 ? (
        <Notice tone="bad" title={t.problemsTitle} />
      ) : null}
      {page.done && !answered ? <Notice tone="good" title={t[page.done]} /> : null}
      <SurplusFigures year={page.year} surplusFen={page.surplusFen} fundFen={page.fundFen} />
      <Panel id="new" title={t.newShare} lead={t.newClaimHint}>
        <ShareForm year={page.year} {...form} />
        {answered?.preview ? <ShareParts {...answered.preview} farms={page.farms} /> : null}
      </Panel>
      <Panel id="shares" title={t.allShares}>
        <ShareList shares={page.shares} farms={page.farms} userId={page.userId} />
      </Panel>
      <Panel id="licence" title={t.licence} lead={t.licenceHint}>
        <LicenceFeeForm {...form} />
        {page.receipts.length === 0 ? (
          <p className="text-ink-2">{t.noLicences}</p>
        ) : (
          <ReceiptTable caption={t.licences} receipts={page.receipts} />
        )}
      </Panel>
    </>
  )
}
