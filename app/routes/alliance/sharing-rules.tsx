import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { Panel } from '#app/components/office/panel.tsx'
import { RulePreview, RuleTable } from '#app/components/office/waves/sharing-rule-tables.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { Field, SelectField } from '#app/components/ui/field.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { addDays, businessDay } from '#app/domain/business-day.ts'
import { sharingRuleNames } from '#app/domain/delivery/sharing-rule.ts'
import { parseParams } from '#app/http/parse.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { requireOffice } from '#app/http/viewer.server.ts'
import { waveCostMessages } from '#app/i18n/messages/wave-costs.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { IdSchema } from '#app/schemas/ids.ts'
import { decideRule } from '#app/services/wave-costs/decide-rule.server.ts'
import { proposeRule } from '#app/services/wave-costs/propose-rule.server.ts'
import { previewRules } from '#app/services/wave-costs/read-wave-cost.server.ts'
import { findSharingRules } from '#db/queries/wave-costs/sharing-rules.server.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => waveCostMessages[locale].rulesPage)

const Done = z.enum(['proposed', 'decided']).nullable().catch(null)
const Proposal = z.object({ rule: z.enum(sharingRuleNames).catch('shapley'), fromOn: z.iso.date() })
const Decision = z.object({ ruleId: IdSchema, intent: z.enum(['agree', 'decline']) })

export async function loader({ request }: LoaderFunctionArgs) {
  const { userId } = await requireOffice(request)
  const { reader } = db()
  const [rules, preview] = await Promise.all([findSharingRules(reader), previewRules(reader)])
  const done = Done.parse(new URL(request.url).searchParams.get('done'))
  return { rules, preview, userId, done, tomorrow: addDays(businessDay(now()), 1) }
}

export async function action({ request }: ActionFunctionArgs) {
  const { userId } = await requireOffice(request)
  const typed = Object.fromEntries(await request.formData())
  const kept = { rule: String(typed.rule ?? ''), fromOn: String(typed.fromOn ?? '') }
  if (typed.intent === 'propose') {
    const parsed = Proposal.safeParse(typed)
    if (!parsed.success) return data({ kept, problem: 'wrongDay' as const, refused: null }, { status: 400 })
    const proposed = await proposeRule(db(), { ...parsed.data, userId, now: now() })
    if (proposed.ok) return redirect('/alliance/logistics/rules?done=proposed')
    return data({ kept, problem: proposed.refusal.code, refused: null }, { status: 409 })
  }
  const { ruleId, intent } = parseParams(typed, Decision)
  const decided = await decideRule(db(), { ruleId, agree: intent === 'agree', userId, now: now() })
  if (decided.ok) return redirect('/alliance/logistics/rules?done=decided')
  return data({ kept: null, problem: null, refused: decided.refusal.code }, { status: 409 })
}

export default function SharingRules() {
  const { rules, preview, userId, done, tomorrow } = useLoaderData<typeof loader>()
  const said = useActionData<typeof action>()
  const t = useMessages(waveCostMessages)
  return (
    <>
      <header className="flex max-w-3xl flex-col gap-2">
        <Link to="/alliance/logistics" className="inline-flex min-h-11 items-center self-start text-indigo underline">
          {t.logistics}
        </Link>
        <h1 className="text-3xl">{t.rulesPage}</h1>
        <p className="text-ink-2">
          {t.rulesPageLead} {t.founding}
        </p>
      </header>
      {said?.refused ? (
        <Notice tone="bad" title={t.refused}>
          {t[said.refused]}
        </Notice>
      ) : null}
      {done && !said ? <Notice tone="good" title={t[`done_${done}`]} /> : null}
      <Panel id="preview" title={t.preview(preview.waves)} lead={t.rulesLead}>
        <RulePreview farms={preview.farms} />
        <dl className="flex flex-col gap-2 text-sm">
          {sharingRuleNames.map((rule) => (
            <div key={rule}>
              <dt className="font-semibold">{t[`rule_${rule}`]}</dt>
              <dd className="text-ink-2">{t[`ruleText_${rule}`]}</dd>
            </div>
          ))}
        </dl>
      </Panel>
      <Panel id="propose" title={t.propose}>
        <Form method="post" className="flex max-w-md flex-col gap-4">
          <SelectField label={t.rule} name="rule" defaultValue={said?.kept?.rule ?? 'shapley'}>
            {sharingRuleNames.map((rule) => (
              <option key={rule} value={rule}>
                {t[`rule_${rule}`]}
              </option>
            ))}
          </SelectField>
          <Field
            label={t.fromOn}
            name="fromOn"
            type="date"
            required
            min={tomorrow}
            defaultValue={said?.kept?.fromOn ?? tomorrow}
            error={said?.problem ? t[said.problem] : undefined}
          />
          <Button name="intent" value="propose" className="self-start">
            {t.doPropose}
          </Button>
        </Form>
      </Panel>
      {rules.length > 0 ? (
        <Panel id="rules" title={t.proposals}>
          <RuleTable rules={rules} userId={userId} />
        </Panel>
      ) : null}
    </>
  )
}
