import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { TermsList } from '#app/components/office/agreements/terms-list.tsx'
import { type DecisionRefusal, decisionRefusals } from '#app/components/office/agreements/terms-refusals.ts'
import { WaterfallPreview } from '#app/components/office/agreements/waterfall.tsx'
import { Panel } from '#app/components/office/panel.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { Empty } from '#app/components/ui/empty.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { parseParams } from '#app/http/parse.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { requireFarm } from '#app/http/viewer.server.ts'
import { agreementMessages } from '#app/i18n/messages/agreements.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { IdSchema } from '#app/schemas/ids.ts'
import { agreeTerms } from '#app/services/agreements/agree-terms.server.ts'
import { previewTerms } from '#app/services/agreements/preview-terms.server.ts'
import { withdrawTerms } from '#app/services/agreements/withdraw-terms.server.ts'
import { findTermsOfFarm } from '#db/queries/ledger/terms.server.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => agreementMessages[locale].farmTitle)

const Asked = z.object({
  show: IdSchema.nullable().catch(null),
  done: z.enum(['agreed', 'withdrawn']).nullable().catch(null),
})
const Decision = z.object({ termsId: IdSchema, intent: z.enum(['agree', 'withdraw']) })

export async function loader({ request }: LoaderFunctionArgs) {
  const { farmId, userId } = await requireFarm(request)
  const { show, done } = Asked.parse(Object.fromEntries(new URL(request.url).searchParams))
  const { reader } = db()
  const at = now()
  const rows = await findTermsOfFarm(reader, { farmId, now: at })
  const waiting = rows.filter(({ terms }) => terms.status === 'proposed' && terms.producerId === farmId)
  const shown = rows.find(({ terms }) => terms.id === show) ?? waiting[0]
  const preview = shown ? await previewTerms(reader, { proposed: { ...shown.terms, producerId: farmId }, weightG: null }) : null
  return { waiting, agreed: rows.filter(({ terms }) => terms.status === 'agreed'), preview, done, userId, now: at.getTime() }
}

export async function action({ request }: ActionFunctionArgs) {
  const { farmId, userId } = await requireFarm(request)
  const { termsId, intent } = parseParams(Object.fromEntries(await request.formData()), Decision)
  const asked = { termsId, by: { userId, farmId }, now: now() }
  const answer = intent === 'agree' ? await agreeTerms(db(), asked) : await withdrawTerms(db(), asked)
  if (answer.ok) return redirect(`/farm/agreements?done=${intent === 'agree' ? 'agreed' : 'withdrawn'}`)
  return data({ refused: answer.refusal.code satisfies DecisionRefusal }, { status: 409 })
}

export default function FarmAgreements() {
  const { waiting, agreed, preview, done, userId, now } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()?.refused
  const t = useMessages(agreementMessages)
  return (
    <>
      <header className="flex max-w-3xl flex-col gap-2">
        <h1 className="text-3xl">{t.farmTitle}</h1>
        <p className="text-ink-2">{t.farmLead}</p>
        <p className="text-ink-2">{t.order}</p>
      </header>
      {refused ? (
        <Notice tone="bad" title={t.refusedTitle}>
          {decisionRefusals[refused](t)}
        </Notice>
      ) : null}
      {done && !refused ? <Notice tone="good" title={done === 'agreed' ? t.nowAgreed : t.nowWithdrawn} /> : null}
      <Panel id="waiting" title={t.waiting} lead={t.agreeHint}>
        {waiting.length === 0 ? (
          <Empty>{t.nothingWaiting}</Empty>
        ) : (
          <TermsList
            caption={t.waiting}
            rows={waiting}
            now={now}
            actionsOf={({ terms }) => ({ canAgree: terms.proposedBy !== userId, whyNot: null, isFarm: true })}
          />
        )}
      </Panel>
      {preview ? (
        <Panel id="preview" title={t.previewTitle}>
          <WaterfallPreview preview={preview} />
          {waiting.length === 0 ? (
            <ButtonLink look="plain" to="/farm/agreements" className="self-start">
              {t.hidePreview}
            </ButtonLink>
          ) : null}
        </Panel>
      ) : null}
      <Panel id="applies" title={t.applies}>
        <TermsList caption={t.applies} rows={agreed} now={now} actionsOf={() => ({ canAgree: false, whyNot: null, isFarm: true })} />
      </Panel>
    </>
  )
}
