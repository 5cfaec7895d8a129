import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { CellLink } from '#app/components/office/cell-link.tsx'
import { FarmDebts } from '#app/components/office/settlement/farm-debts.tsx'
import { settlementTones } from '#app/components/office/settlement/payout-tones.ts'
import { settlementRefusalText } from '#app/components/office/settlement/settlement-refusals.ts'
import { Button } from '#app/components/ui/button.tsx'
import { DataTable } from '#app/components/ui/data-table.tsx'
import { Empty } from '#app/components/ui/empty.tsx'
import { Field } from '#app/components/ui/field.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { StatusMark } from '#app/components/ui/status-mark.tsx'
import { addDays, businessDay } from '#app/domain/business-day.ts'
import { lastWholeWeek } from '#app/domain/settlement/iso-week.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { requireOffice } from '#app/http/viewer.server.ts'
import { formatFen, formatShortDay } from '#app/i18n/format.ts'
import { settlementMessages } from '#app/i18n/messages/settlement.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useLocale, useMessages } from '#app/i18n/use-messages.ts'
import { RecoverySchema, WriteOffDecision } from '#app/schemas/settlement.ts'
import { decideWriteOff } from '#app/services/settlement/decide-write-off.server.ts'
import { draftSettlement } from '#app/services/settlement/draft-settlement.server.ts'
import { recoverDebt } from '#app/services/settlement/recover-debt.server.ts'
import { findDebts, findRecoveries } from '#db/queries/ledger/recoveries.server.ts'
import { findSettlements } from '#db/queries/settlement/settlements.server.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => settlementMessages[locale].settlements)

const shown = 104
const recoveriesShown = 30

export async function loader({ request }: LoaderFunctionArgs) {
  const { userId } = await requireOffice(request)
  const { reader } = db()
  const [settlements, debts, recoveries] = await Promise.all([
    findSettlements(reader, shown),
    findDebts(reader),
    findRecoveries(reader, recoveriesShown),
  ])
  return {
    userId,
    settlements: settlements.map(({ untilOn, ...row }) => ({ ...row, lastOn: addDays(untilOn, -1) })),
    debts: debts.map((debt) => ({ ...debt, requestKey: randomUUID() })),
    recoveries,
    suggested: lastWholeWeek(businessDay(now())),
    noted: new URL(request.url).searchParams.has('noted'),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const { userId } = await requireOffice(request)
  const form = Object.fromEntries(await request.formData())
  if (form.step === 'recover') return await recover(form, userId)
  if (form.step === 'decide') return await decide(form, userId)
  const period = String(form.period ?? '')
    .trim()
    .toUpperCase()
  const drafted = await draftSettlement(db(), { period, userId, now: now() })
  if (!drafted.ok) return data({ refusal: drafted.refusal, period, farmId: null }, { status: 409 })
  return redirect(`/alliance/settlements/${drafted.value.settlementId}?done=draft`)
}

async function recover(form: Record<string, unknown>, userId: string) {
  const parsed = RecoverySchema.safeParse(form)
  const farmId = String(form.farmId)
  if (!parsed.success) return data({ refusal: { code: 'not_an_amount' } as const, period: null, farmId }, { status: 400 })
  const { amount: amountFen, ...asked } = parsed.data
  const recovered = await recoverDebt(db(), { ...asked, amountFen, userId, now: now() })
  if (!recovered.ok) return data({ refusal: recovered.refusal, period: null, farmId }, { status: 409 })
  return redirect('/alliance/settlements?noted')
}

async function decide(form: Record<string, unknown>, userId: string) {
  const parsed = WriteOffDecision.safeParse(form)
  if (!parsed.success) throw new Response('Not found', { status: 404 })
  const { recoveryId, decision } = parsed.data
  const decided = await decideWriteOff(db(), { recoveryId, approve: decision === 'approve', userId, now: now() })
  if (!decided.ok) return data({ refusal: decided.refusal, period: null, farmId: null }, { status: 409 })
  return redirect('/alliance/settlements?noted')
}

export default function Settlements() {
  const { settlements, debts, recoveries, suggested, noted, userId } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useMessages(settlementMessages)
  const locale = useLocale()
  const refused = answer && settlementRefusalText(t, answer.refusal)
  return (
    <>
      <header className="flex flex-col items-start gap-2">
        <h1 className="text-3xl">{t.settlements}</h1>
        <p className="text-ink-2">{t.settlementsLead}</p>
      </header>
      {refused && answer.period === null ? <Notice tone="bad" title={refused} /> : null}
      {noted && !answer ? <Notice tone="good" title={t.doneRecovery} /> : null}
      {settlements.length === 0 ? (
        <Empty>{t.empty}</Empty>
      ) : (
        <DataTable
          caption={t.settlements}
          rows={settlements}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'period',
              title: t.period,
              cell: ({ id, period, fromOn, lastOn }) => (
                <CellLink to={`/alliance/settlements/${id}`} className="flex-col items-start whitespace-nowrap">
                  <b>{period}</b>
                  <span className="text-ink-2">{t.days(formatShortDay(fromOn, locale), formatShortDay(lastOn, locale))}</span>
                </CellLink>
              ),
            },
            { key: 'status', title: t.status, cell: ({ status }) => <StatusMark tone={settlementTones[status]}>{t[status]}</StatusMark> },
            { key: 'parties', title: t.parties, numeric: true, cell: ({ parties }) => parties },
            { key: 'net', title: t.net, numeric: true, cell: ({ netFen }) => formatFen(netFen) },
            { key: 'payout', title: t.payout, numeric: true, cell: ({ payoutFen }) => <b>{formatFen(payoutFen)}</b> },
          ]}
        />
      )}
      <section aria-labelledby="start" className="flex flex-col gap-3">
        <h2 id="start" className="text-2xl">
          {t.startDraft}
        </h2>
        <p className="text-ink-2">{t.startDraftText}</p>
        <Form method="post" className="flex flex-wrap items-end gap-3">
          <Field
            label={t.week}
            name="period"
            required
            pattern="20\d\d-[Ww]\d\d"
            defaultValue={answer?.period ?? suggested}
            error={answer?.period !== null ? refused : undefined}
          />
          <Button name="step" value="draft">
            {t.doDraft}
          </Button>
        </Form>
      </section>
      <FarmDebts debts={debts} recoveries={recoveries} userId={userId} openFor={answer?.farmId ?? null} />
    </>
  )
}
