import { parseWithZod } from '@conform-to/zod/v4'
import { type ActionFunctionArgs, data, type MetaFunction } from '@remix-run/node'
import { Link, useActionData } from '@remix-run/react'
import { AccountForm } from '#app/components/account/account-form.tsx'
import { AccountPage } from '#app/components/account/account-page.tsx'
import { Field } from '#app/components/ui/field.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { auth } from '#app/http/auth.server.ts'
import { accessMessages } from '#app/i18n/messages/access.ts'
import { accountMessages } from '#app/i18n/messages/account.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { EmailSchema } from '#app/schemas/sign-in.ts'
import { askPasswordReset } from '#app/services/identity/change-password.server.ts'
import { useSentences } from './use-sentences.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => accessMessages[locale].forgotten)

export async function action({ request, context }: ActionFunctionArgs) {
  const submission = parseWithZod(await request.formData(), { schema: EmailSchema })
  const reply = submission.reply()
  if (submission.status !== 'success') return data({ reply, state: 'invalid' } as const, { status: 400 })
  if (context.tooManyTries) return data({ reply, state: 'too_many_tries' } as const, { status: 429 })
  const asked = await askPasswordReset(auth(), { email: submission.value.email, client: request.headers })
  return asked.ok ? data({ reply, state: 'sent' } as const) : data({ reply, state: asked.refusal.code } as const, { status: 429 })
}

export default function Forgotten() {
  const t = useMessages(accessMessages)
  const a = useMessages(accountMessages)
  const answer = useActionData<typeof action>()
  const { problemAt } = useSentences(answer?.reply.error)
  return (
    <AccountPage title={t.forgotten}>
      {answer?.state === 'sent' ? (
        <Notice tone="info">
          <p>{t.linkSent}</p>
          <p className="text-sm text-ink-2">{t.linkInLog}</p>
        </Notice>
      ) : null}
      {answer?.state === 'too_many_tries' ? <Notice tone="bad" title={t.tooManyTries} /> : null}
      <p>{t.forgottenLead}</p>
      <AccountForm submit={{ label: t.sendLink, pending: a.sending }}>
        <Field
          label={a.email}
          name="email"
          type="email"
          autoComplete="username"
          required
          defaultValue={String(answer?.reply.initialValue?.email ?? '')}
          error={problemAt('email')}
        />
      </AccountForm>
      <Link to="/sign-in" className="inline-flex min-h-11 items-center self-start text-indigo underline">
        {t.withCode}
      </Link>
    </AccountPage>
  )
}
