import { parseWithZod } from '@conform-to/zod/v4'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AccountForm } from '#app/components/account/account-form.tsx'
import { AccountPage } from '#app/components/account/account-page.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { Field } from '#app/components/ui/field.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { auth } from '#app/http/auth.server.ts'
import { accessMessages } from '#app/i18n/messages/access.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { NewPasswordSchema } from '#app/schemas/sign-in.ts'
import { resetPassword } from '#app/services/identity/change-password.server.ts'
import { useSentences } from './use-sentences.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => accessMessages[locale].newTitle)

/** Opening the link uses nothing up: mail programs open links too. */
export const loader = ({ request }: LoaderFunctionArgs) => ({ token: new URL(request.url).searchParams.get('token') ?? '' })

export async function action({ request, context }: ActionFunctionArgs) {
  const submission = parseWithZod(await request.formData(), { schema: NewPasswordSchema })
  const reply = submission.reply({ hideFields: ['password'] })
  if (submission.status !== 'success') {
    const isLinkWrong = Boolean(submission.error?.token)
    return data({ reply, state: isLinkWrong ? ('link_over' as const) : ('invalid' as const) }, { status: 400 })
  }
  if (context.tooManyTries) return data({ reply, state: 'too_many_tries' as const }, { status: 429 })
  const set = await resetPassword(auth(), submission.value)
  return set.ok ? redirect('/sign-in?isSet=1') : data({ reply, state: set.refusal.code }, { status: 422 })
}

export default function NewPassword() {
  const t = useMessages(accessMessages)
  const { token } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { problemAt } = useSentences(answer?.reply.error)
  if (token === '' || answer?.state === 'link_over') {
    return (
      <AccountPage title={t.newTitle}>
        <Notice tone="bad" title={t.linkOver} />
        <ButtonLink to="/sign-in/forgotten" className="self-start">
          {t.askAgain}
        </ButtonLink>
      </AccountPage>
    )
  }
  return (
    <AccountPage title={t.newTitle}>
      {answer?.state === 'too_many_tries' ? <Notice tone="bad" title={t.tooManyTries} /> : null}
      <AccountForm submit={{ label: t.setPassword, pending: t.saving }}>
        <input type="hidden" name="token" value={token} />
        <Field
          label={t.newPassword}
          name="password"
          type="password"
          autoComplete="new-password"
          hint={t.newPasswordHint}
          required
          error={problemAt('password')}
        />
      </AccountForm>
    </AccountPage>
  )
}
