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
import { requireOffice } from '#app/http/viewer.server.ts'
import { agreementMessages } from '#app/i18n/messages/agreements.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { IdSchema } from '#app/schemas/ids.ts'
import { agreeTerms } from '#app/services/agreements/agree-terms.server.ts'
import { previewTerms } from '#app/services/agreements/preview-terms.server.ts'
import { withdrawTerms } from '#app/services/agreements/withdraw-terms.server.ts'
import { findAllTerms } from '#db/queries/ledger/terms.server.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => agreementMessages[locale].title)

const Asked = z.object({
  show: IdSchema.nullable().catch(null),
  done: z.enum(['proposed', 'agreed', 'withdrawn']).nullable().catch(null),
})
const Decision = z.object({ termsId: IdSchema, intent: z.enum(['agree', 'withdraw']) })

export async function loader({ request }: LoaderFunctionArgs) {
  const { userId } = await requireOffice(request)
  const { show, done } = Asked.parse(Object.fromEntries(new URL(request.url).searchParams))
  const { reader } = db()
  const rows = await findAllTerms(reader)
  const shown = rows.find(({ terms }) => terms.id === show)
  const preview = shown ? await previewTerms(reader, { proposed: shown.terms, weightG: null }) : null
  return { rows, preview, done, userId, now: now().getTime() }
}

export async function action({ request }: ActionFunctionArgs) {
  const { userId } = await requireOffice(request)
  const { termsId, intent } = parseParams(Object.fromEntries(await request.formData()), Decision)
  const asked = { termsId, by: { userId, farmId: null }, now: now() }
  const answer = intent === 'agree' ? await agreeTerms(db(), asked) : await withdrawTerms(db(), asked)
  if (answer.ok) return redirect(`/alliance/agreements?done=${intent === 'agree' ? 'agreed' : 'withdrawn'}`)
  return data({ refused: answer.refusal.code satisfies DecisionRefusal }, { status: 409 })
}

export default function Agreements() {
  const { rows, preview, done, userId, now } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()?.refused
  const t = useMessages(agreementMessages)
  return (
    <>
      <header className="flex max-w-3xl flex-col gap-2">
        <h1 className="text-3xl">{t.title}</h1>
        <p className="text-ink-2">{t.lead}</p>
        <p className="text-ink-2">{t.order}</p>
        <ButtonLink to="/alliance/agreements/new" className="self-start">
          {t.propose}
        </ButtonLink>
      </header>
      {refused ? (
        <Notice tone="bad" title={t.refusedTitle}>
          {decisionRefusals[refused](t)}
        </Notice>
      ) : null}
      {done && !refused ? (
        <Notice tone="good" title={{ proposed: t.nowProposed, agreed: t.nowAgreed, withdrawn: t.nowWithdrawn }[done]} />
      ) : null}
      {preview ? (
        <Panel id="preview" title={t.previewTitle}>
          <WaterfallPreview preview={preview} />
          <ButtonLink look="plain" to="/alliance/agreements" className="self-start">
            {t.hidePreview}
          </ButtonLink>
        </Panel>
      ) : null}
      {rows.length === 0 ? (
        <Empty>{t.none}</Empty>
      ) : (
        <TermsList
          caption={t.list}
          rows={rows}
          now={now}
          actionsOf={({ terms }) => {
            const whyNot = terms.producerId !== '' ? 'waitsForProducer' : terms.proposedBy === userId ? 'waitsForSecond' : null
            return { canAgree: whyNot === null, whyNot, isFarm: false }
          }}
        />
      )}
    </>
  )
}
