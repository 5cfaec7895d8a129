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
import { accessMessages } from '#app/i18n/messages/access.ts'
import { accountMessages } from '#app/i18n/messages/account.ts'
import { privacyMessages } from '#app/i18n/messages/privacy.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { PasswordSignInSchema, PhoneSchema } from '#app/schemas/sign-in.ts'
import { type SignInRefusal, sendCode, signIn } from '#app/services/identity/sign-in.server.ts'
import { useSentences } from './use-sentences.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => accountMessages[locale].signInTitle)

export async function loader({ request }: LoaderFunctionArgs) {
  const url = new URL(request.url)
  const asked = url.searchParams.get('returnTo')
  const viewer = await viewerOf(request)
  if (viewer) throw redirect(pathOnly(asked, homePathOf(viewer.roles)))
  return { returnTo: asked ?? '', isPasswordSet: url.searchParams.has('isSet'), isGone: url.searchParams.has('isGone') }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const returnTo = form.get('returnTo')
  const target = typeof returnTo === 'string' && returnTo ? returnTo : null
  return form.get('way') === 'code'
    ? await startWithCode(request, form, target, context.tooManyTries)
    : await tryPassword(request, form, target, context.tooManyTries)
}

async function tryPassword(request: Request, form: FormData, returnTo: string | null, tooManyTries: boolean) {
  const submission = parseWithZod(form, { schema: PasswordSignInSchema })
  const reply = submission.reply({ hideFields: ['password'] })
  if (submission.status !== 'success') return data({ way: 'password', reply, refusal: null } as const, { status: 400 })
  if (tooManyTries) return data({ way: 'password', reply, refusal: 'too_many_tries' } as const, { status: 429 })
  const signedIn = await signIn(db(), { auth: auth(), proof: { kind: 'password', ...submission.value }, ...browserOf(request), now: now() })
  if (signedIn.ok) throw comeIn(signedIn.value, returnTo)
  return data({ way: 'password', reply, refusal: signedIn.refusal.code } as const, { status: statusOf(signedIn.refusal) })
}

async function startWithCode(request: Request, form: FormData, returnTo: string | null, tooManyTries: boolean) {
  const submission = parseWithZod(form, { schema: PhoneSchema })
  const reply = submission.reply()
  if (submission.status !== 'success') return data({ way: 'code', reply, refusal: null } as const, { status: 400 })
  if (tooManyTries) return data({ way: 'code', reply, refusal: 'too_many_tries' } as const, { status: 429 })
  const { phone } = submission.value
  const sent = await sendCode(auth(), { phone, client: request.headers })
  if (!sent.ok) return data({ way: 'code', reply, refusal: sent.refusal.code } as const, { status: 429 })
  throw redirect('/sign-in/code', { headers: { 'Set-Cookie': rememberPendingCode({ phone, ...(returnTo ? { returnTo } : {}) }) } })
}

const statusOf = ({ code }: SignInRefusal) => (code === 'too_many_tries' ? 429 : 422)

export default function SignIn() {
  const t = useMessages(accountMessages)
  const access = useMessages(accessMessages)
  const { gone } = useMessages(privacyMessages)
  const { returnTo, isPasswordSet, isGone } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { problemAt, refusalText } = useSentences(answer?.reply.error)
  const typed = (field: string) => String(answer?.reply.initialValue?.[field] ?? '')
  return (
    <AccountPage title={t.signInTitle}>
      {answer?.refusal ? (
        <Notice tone="bad" title={t.wrongCredentialsTitle}>
          <p>{refusalText(answer.refusal)}</p>
        </Notice>
      ) : null}
      {isGone && !answer ? <Notice tone="info" title={gone} /> : null}
      {isPasswordSet && !answer ? <Notice tone="good" title={access.isSet} /> : null}
      <section className="flex flex-col gap-4">
        <h2 className="text-xl">{t.withPassword}</h2>
        <AccountForm submit={{ label: t.signIn, pending: t.signingIn, name: 'way', value: 'password' }}>
          <input type="hidden" name="returnTo" value={returnTo} />
          <Field
            label={t.email}
            name="email"
            type="email"
            autoComplete="username"
            required
            defaultValue={typed('email')}
            error={problemAt('email')}
          />
          <Field
            label={t.password}
            name="password"
            type="password"
            autoComplete="current-password"
            required
            error={problemAt('password')}
          />
        </AccountForm>
        <Link to="/sign-in/forgotten" className="inline-flex min-h-11 items-center self-start text-indigo underline">
          {access.forgotten}
        </Link>
      </section>
      <section className="flex flex-col gap-4 border-t border-rule pt-6">
        <h2 className="text-xl">{t.withCode}</h2>
        <AccountForm submit={{ label: t.sendCode, pending: t.sending, name: 'way', value: 'code', look: 'plain' }}>
          <input type="hidden" name="returnTo" value={returnTo} />
          <Field
            label={t.phone}
            name="phone"
            type="tel"
            autoComplete="tel"
            required
            hint={t.phoneHint}
            defaultValue={typed('phone')}
            error={problemAt('phone')}
          />
        </AccountForm>
      </section>
      <p>
        {t.noAccount}{' '}
        <Link
          to={returnTo ? `/register?${new URLSearchParams({ returnTo })}` : '/register'}
          className="inline-flex min-h-11 items-center text-indigo underline"
        >
          {t.register}
        </Link>
      </p>
    </AccountPage>
  )
}
