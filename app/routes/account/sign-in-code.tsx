import { parseWithZod } from '@conform-to/zod/v4'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { AccountForm } from '#app/components/account/account-form.tsx'
import { AccountPage } from '#app/components/account/account-page.tsx'
import { CodeField } from '#app/components/account/code-field.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { auth } from '#app/http/auth.server.ts'
import { browserOf, comeIn } from '#app/http/come-in.server.ts'
import { pendingCodeOf } from '#app/http/pending-code.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { accountMessages } from '#app/i18n/messages/account.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { CodeSchema } from '#app/schemas/sign-in.ts'
import { sendCode, signIn } from '#app/services/identity/sign-in.server.ts'
import { useSentences } from './use-sentences.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => accountMessages[locale].codeTitle)

export async function loader({ request }: LoaderFunctionArgs) {
  const pending = pendingCodeOf(request)
  if (!pending) throw redirect('/sign-in')
  return { ending: pending.phone.slice(-4) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const pending = pendingCodeOf(request)
  if (!pending) throw redirect('/sign-in')
  const form = await request.formData()
  if (form.get('way') === 'again') {
    const sent = context.tooManyTries ? null : await sendCode(auth(), { phone: pending.phone, client: request.headers })
    if (sent?.ok) throw redirect('/sign-in/code')
    return data({ reply: null, refusal: 'too_many_tries' } as const, { status: 429 })
  }
  const submission = parseWithZod(form, { schema: CodeSchema })
  if (submission.status !== 'success') return data({ reply: submission.reply(), refusal: null }, { status: 400 })
  if (context.tooManyTries) return data({ reply: null, refusal: 'too_many_tries' } as const, { status: 429 })
  const { phone, name, returnTo } = pending
  const proof = { kind: 'code' as const, phone, code: submission.value.code, ...(name ? { name } : {}) }
  const signedIn = await signIn(db(), { auth: auth(), proof, ...browserOf(request), now: now() })
  if (signedIn.ok) throw comeIn(signedIn.value, returnTo)
  return data({ reply: null, refusal: signedIn.refusal.code }, { status: signedIn.refusal.code === 'too_many_tries' ? 429 : 422 })
}

export default function SignInCode() {
  const t = useMessages(accountMessages)
  const { ending } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { problemAt, refusalText } = useSentences(answer?.reply?.error)
  return (
    <AccountPage title={t.codeTitle}>
      {answer?.refusal ? (
        <Notice tone="bad">
          <p>{refusalText(answer.refusal)}</p>
        </Notice>
      ) : (
        <Notice tone="info">
          <p>{t.codeSent(ending)}</p>
          <p className="text-sm text-ink-2">{t.codeInLog}</p>
        </Notice>
      )}
      <AccountForm submit={{ label: t.signIn, pending: t.signingIn, name: 'way', value: 'code' }}>
        <CodeField label={t.code} error={problemAt('code')} />
      </AccountForm>
      <AccountForm submit={{ label: t.codeAgain, pending: t.sending, name: 'way', value: 'again', look: 'plain' }}>{null}</AccountForm>
      <Link to="/sign-in" className="inline-flex min-h-11 items-center self-start text-indigo underline">
        {t.otherPhone}
      </Link>
    </AccountPage>
  )
}
