import { parseWithZod } from '@conform-to/zod/v4'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { AccountForm } from '#app/components/account/account-form.tsx'
import { AccountPage } from '#app/components/account/account-page.tsx'
import { Field } from '#app/components/ui/field.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { auth } from '#app/http/auth.server.ts'
import { browserOf, comeIn } from '#app/http/come-in.server.ts'
import { pathOnly } from '#app/http/path-only.server.ts'
import { rememberPendingCode } from '#app/http/pending-code.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { homePathOf, viewerOf } from '#app/http/viewer.server.ts'
import { accountMessages } from '#app/i18n/messages/account.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { RegistrationSchema } from '#app/schemas/sign-in.ts'
import { registerCustomer } from '#app/services/identity/register-customer.server.ts'
import { sendCode, signIn } from '#app/services/identity/sign-in.server.ts'
import { useSentences } from './use-sentences.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => accountMessages[locale].registerTitle)

export async function loader({ request }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams.get('returnTo')
  const viewer = await viewerOf(request)
  if (viewer) throw redirect(pathOnly(asked, homePathOf(viewer.roles)))
  return { returnTo: asked ?? '' }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const submission = parseWithZod(form, { schema: RegistrationSchema })
  const reply = submission.reply({ hideFields: ['password'] })
  if (submission.status !== 'success') return data({ reply, refusal: null }, { status: 400 })
  if (context.tooManyTries) return data({ reply, refusal: 'too_many_tries' } as const, { status: 429 })

  const who = submission.value
  const asked = form.get('returnTo')
  const returnTo = typeof asked === 'string' && asked ? asked : null
  if (who.kind === 'phone') {
    const sent = await sendCode(auth(), { phone: who.phone, client: request.headers })
    if (!sent.ok) return data({ reply, refusal: sent.refusal.code }, { status: 429 })
    const pending = { phone: who.phone, name: who.name, ...(returnTo ? { returnTo } : {}) }
    throw redirect('/sign-in/code', { headers: { 'Set-Cookie': rememberPendingCode(pending) } })
  }
  const browser = browserOf(request)
  const registered = await registerCustomer(db(), { ...who, ...browser, now: now() })
  if (!registered.ok) return data({ reply, refusal: registered.refusal.code }, { status: 422 })
  const { email, password } = who
  const signedIn = await signIn(db(), { auth: auth(), proof: { kind: 'password', email, password }, ...browser, now: now() })
  throw signedIn.ok ? comeIn(signedIn.value, returnTo) : redirect('/sign-in')
}

export default function Register() {
  const t = useMessages(accountMessages)
  const { returnTo } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { problemAt, refusalText } = useSentences(answer?.reply.error)
  const typed = (field: string) => String(answer?.reply.initialValue?.[field] ?? '')
  const signInPath = returnTo ? `/sign-in?${new URLSearchParams({ returnTo })}` : '/sign-in'
  return (
    <AccountPage title={t.registerTitle}>
      {answer?.refusal ? (
        <Notice tone="bad" title={t.contactTakenTitle}>
          <p>{refusalText(answer.refusal)}</p>
        </Notice>
      ) : null}
      <AccountForm submit={{ label: t.register, pending: t.registering }}>
        <input type="hidden" name="returnTo" value={returnTo} />
        <Field
          label={t.name}
          name="name"
          autoComplete="name"
          maxLength={40}
          required
          defaultValue={typed('name')}
          error={problemAt('name')}
        />
        <Field
          label={t.contact}
          name="contact"
          autoComplete="username"
          required
          hint={t.contactHint}
          defaultValue={typed('contact')}
          error={problemAt('contact')}
        />
        <Field
          label={t.password}
          name="password"
          type="password"
          autoComplete="new-password"
          hint={t.passwordHint}
          error={problemAt('password')}
        />
      </AccountForm>
      <p>
        {t.haveAccount}{' '}
        <Link to={signInPath} className="inline-flex min-h-11 items-center text-indigo underline">
          {t.signIn}
        </Link>
      </p>
    </AccountPage>
  )
}
