import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { ClaimForm, MatchForm } from '#app/components/office/ledger/reserve-forms.tsx'
import { ClaimTable, ContributionTable, ReceiptTable, ReserveFigures } from '#app/components/office/ledger/reserve-tables.tsx'
import { Panel } from '#app/components/office/panel.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { fen } from '#app/domain/money/fen.ts'
import { parseParams } from '#app/http/parse.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { requireOffice } from '#app/http/viewer.server.ts'
import { reserveMessages } from '#app/i18n/messages/reserve.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { IdSchema } from '#app/schemas/ids.ts'
import { typedIn } from '#app/schemas/listing.ts'
import { ClaimSchema, MatchSchema, problemsOf } from '#app/schemas/office-money.ts'
import { decideClaim } from '#app/services/reserve/decide-claim.server.ts'
import { proposeClaim } from '#app/services/reserve/propose-claim.server.ts'
import { receiveMatch } from '#app/services/reserve/receive-match.server.ts'
import { findClaims, findContributions, findReceipts, findReserveFlows, sumAccount } from '#db/queries/ledger/reserve.server.ts'
import { findFarmsByName } from '#db/queries/ordering/surplus.server.ts'
import { type ReserveRefusal, sayReserveRefusal } from './say-money-refusal.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => reserveMessages[locale].reserveTitle)

const Done = z.enum(['recorded', 'claimProposed', 'decided']).nullable().catch(null)
const Decision = z.object({ claimId: IdSchema, intent: z.enum(['pay', 'decline']) })

export async function loader({ request }: LoaderFunctionArgs) {
  const { userId } = await requireOffice(request)
  const { reader } = db()
  const [reserve, due, flows, contributions, claims, receipts, farms] = await Promise.all([
    sumAccount(reader, '2610'),
    sumAccount(reader, '1110'),
    findReserveFlows(reader),
    findContributions(reader),
    findClaims(reader),
    findReceipts(reader, { action: 'match_received', limit: 20 }),
    findFarmsByName(reader),
  ])
  const done = Done.parse(new URL(request.url).searchParams.get('done'))
  return { reserveFen: fen(0 - reserve), dueFen: due, flows, contributions, claims, receipts, farms, userId, done }
}

export async function action({ request }: ActionFunctionArgs) {
  const { userId } = await requireOffice(request)
  const form = await request.formData()
  const typed = typedIn(form)
  const intent = form.get('intent')
  if (intent === 'match') {
    const parsed = MatchSchema.safeParse(typed)
    if (!parsed.success) return data({ typed, problems: problemsOf(parsed.error), refused: null }, { status: 400 })
    return answer(await receiveMatch(db(), { ...parsed.data, userId, now: now() }), 'recorded', typed)
  }
  if (intent === 'claim') {
    const parsed = ClaimSchema.safeParse(typed)
    if (!parsed.success) return data({ typed, problems: problemsOf(parsed.error), refused: null }, { status: 400 })
    const { claimFen: amountFen, ...claim } = parsed.data
    return answer(await proposeClaim(db(), { ...claim, amountFen, userId, now: now() }), 'claimProposed', typed)
  }
  const decision = parseParams(typed, Decision)
  const decided = await decideClaim(db(), { claimId: decision.claimId, pay: decision.intent === 'pay', userId, now: now() })
  return answer(decided, 'decided', {})
}

type Answer = { ok: true } | { ok: false; refusal: ReserveRefusal }

const answer = (result: Answer, done: NonNullable<z.output<typeof Done>>, typed: Record<string, string>) =>
  result.ok ? redirect(`/alliance/reserve?done=${done}`) : data({ typed, problems: {}, refused: result.refusal }, { status: 409 })

export default function Reserve() {
  const page = useLoaderData<typeof loader>()
  const said = useActionData<typeof action>()
  const t = useMessages(reserveMessages)
  const form = { typed: said?.typed ?? {}, problems: said?.problems ?? {} }
  return (
    <>
      <header className="flex max-w-3xl flex-col gap-2">
        <h1 className="text-3xl">{t.reserveTitle}</h1>
        <p className="text-ink-2">{t.reserveLead}</p>
      </header>
      {said?.refused ? (
        <Notice tone="bad" title={t.refusedTitle}>
          {sayReserveRefusal(said.refused, t)}
        </Notice>
      ) : Object.keys(form.problems).length > 0 ? (
        <Notice tone="bad" title={t.problemsTitle} />
      ) : null}
      {page.done && !said ? <Notice tone="good" title={t[page.done]} /> : null}
      <ReserveFigures reserveFen={page.reserveFen} dueFen={page.dueFen} flows={page.flows} />
      <Panel id="claims" title={t.claims} lead={t.newClaimHint}>
        <ClaimTable claims={page.claims} userId={page.userId} />
        <ClaimForm farms={page.farms} {...form} />
      </Panel>
      <Panel id="match" title={t.match} lead={t.matchHint}>
        <MatchForm {...form} />
        <ReceiptTable caption={t.received} receipts={page.receipts} />
      </Panel>
      <Panel id="contributions" title={t.contributions}>
        <ContributionTable contributions={page.contributions} />
      </Panel>
    </>
  )
}
