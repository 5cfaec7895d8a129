import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { WaterfallPreview } from '#app/components/office/agreements/waterfall.tsx'
import { Panel } from '#app/components/office/panel.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { checkTerms } from '#app/domain/commission/check-terms.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { requireOffice } from '#app/http/viewer.server.ts'
import { agreementMessages } from '#app/i18n/messages/agreements.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { readAgreementForm } from '#app/schemas/agreement.ts'
import { previewTerms } from '#app/services/agreements/preview-terms.server.ts'
import { proposeTerms } from '#app/services/agreements/propose-terms.server.ts'
import { findScopeChoices, findTermsProductByCode } from '#db/queries/ledger/terms.server.ts'
import { AgreementForm } from './agreement-form.tsx'
import { fieldOfRefusal } from './name-terms-refusal.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => agreementMessages[locale].newTitle)

export async function loader({ request }: LoaderFunctionArgs) {
  await requireOffice(request)
  return { choices: await findScopeChoices(db().reader) }
}

export async function action({ request }: ActionFunctionArgs) {
  const { userId } = await requireOffice(request)
  const form = await request.formData()
  const { values, problems, proposed: typed, productCode, weightG } = readAgreementForm(form)
  const version = now().getTime()
  const product = productCode === '' ? undefined : await findTermsProductByCode(db().reader, productCode)
  const unknownProduct = productCode !== '' && !product
  if (Object.keys(problems).length > 0 || unknownProduct) {
    const refused = unknownProduct ? ({ code: 'unknown_product' } as const) : null
    return data({ values, problems, refused, preview: null, version }, { status: 400 })
  }
  const proposed = { ...typed, productId: product?.id ?? '' }
  if (form.get('intent') !== 'propose') {
    const checked = checkTerms(proposed, now())
    if (!checked.ok) return data({ values, problems, refused: checked.refusal, preview: null, version }, { status: 422 })
    return data({ values, problems, refused: null, preview: await previewTerms(db().reader, { proposed, weightG }), version })
  }
  const answer = await proposeTerms(db(), { proposed, userId, now: now() })
  if (answer.ok) return redirect(`/alliance/agreements?done=proposed&show=${answer.value.termsId}`)
  return data({ values, problems, refused: answer.refusal, preview: null, version }, { status: 422 })
}

export default function NewAgreement() {
  const { choices } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useMessages(agreementMessages)
  const refused = answer?.refused ? fieldOfRefusal(answer.refused, t) : null
  const isWrong = refused !== null || Object.keys(answer?.problems ?? {}).length > 0
  return (
    <>
      <header className="flex max-w-3xl flex-col gap-2">
        <h1 className="text-3xl">{t.newTitle}</h1>
        <p className="text-ink-2">{t.newLead}</p>
        <ButtonLink look="plain" to="/alliance/agreements" className="self-start">
          {t.backToList}
        </ButtonLink>
      </header>
      {isWrong ? (
        <Notice key={answer?.version} tone="bad" title={t.problemsTitle}>
          {refused?.text}
        </Notice>
      ) : null}
      {answer?.preview ? (
        <Panel id="preview" title={t.previewTitle}>
          <WaterfallPreview preview={answer.preview} />
        </Panel>
      ) : null}
      <AgreementForm choices={choices} values={answer?.values} problems={answer?.problems ?? {}} refused={refused} />
    </>
  )
}
