import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AccountForm } from '#app/components/account/account-form.tsx'
import { AccountPart, AccountShell } from '#app/components/account/account-shell.tsx'
import { ChangePhone } from '#app/components/account/change-phone.tsx'
import { ProveField, SendProof } from '#app/components/account/prove-field.tsx'
import { Field } from '#app/components/ui/field.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { allowTry, auth } from '#app/http/auth.server.ts'
import { found, notFound } from '#app/http/parse.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { requireViewer } from '#app/http/viewer.server.ts'
import { accessMessages } from '#app/i18n/messages/access.ts'
import { accountMessages } from '#app/i18n/messages/account.ts'
import { accountPagesMessages } from '#app/i18n/messages/account-pages.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { signOutEverywhere } from '#app/services/identity/change-password.server.ts'
import { findWaitingPhone } from '#app/services/identity/change-phone.server.ts'
import { readAccess } from '#app/services/identity/read-access.server.ts'
import { askForMail, askForPhone, changeTheirPassword, confirmPhone, sendProof } from './change-access.server.ts'
import { useSentences } from './use-sentences.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => accessMessages[locale].title)

export async function loader({ request }: LoaderFunctionArgs) {
  const { userId } = await requireViewer(request)
  const { reader } = db()
  const [access, waiting] = await Promise.all([readAccess(reader, userId), findWaitingPhone(reader, { userId, now: now() })])
  const { email, phone, hasPassword } = found(access)
  return {
    email,
    ending: phone?.slice(-4) ?? null,
    waiting: waiting?.slice(-4) ?? null,
    hasPassword,
    done: new URL(request.url).searchParams.get('done'),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const { userId } = await requireViewer(request)
  const form = await request.formData()
  if (form.get('intent') === 'everywhere') {
    await signOutEverywhere(db(), userId)
    const { headers } = await auth().api.signOut({ headers: request.headers, returnHeaders: true })
    return redirect('/sign-in', { headers: headers.getSetCookie().map((cookie): [string, string] => ['Set-Cookie', cookie]) })
  }
  if (!(await allowTry('access', userId))) return data({ reply: null, state: 'too_many_tries' as const }, { status: 429 })
  switch (form.get('intent')) {
    case 'password':
      return await changeTheirPassword(request, form, userId)
    case 'code':
      return await sendProof({ request, form, userId })
    case 'mail':
      return await askForMail({ request, form, userId })
    case 'phone':
      return await askForPhone({ request, form, userId })
    case 'confirm-phone':
      return await confirmPhone({ request, form, userId })
    default:
      throw notFound()
  }
}

export default function Access() {
  const t = useMessages(accessMessages)
  const a = useMessages(accountMessages)
  const p = useMessages(accountPagesMessages)
  const { email, ending, waiting, hasPassword, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const state = answer?.state ?? null
  const { problemAt } = useSentences(answer?.reply?.error)
  const typed = (field: 'email' | 'phone') => String(answer?.reply?.initialValue?.[field] ?? '')
  return (
    <AccountShell title={t.title}>
      {done === 'password' && !answer ? <Notice tone="good" title={t.changed} /> : null}
      {done === 'phone' && !answer ? <Notice tone="good" title={t.phoneChanged} /> : null}
      {done === 'mail' && !answer ? (
        <Notice tone="info">
          <p>{t.mailAsked}</p>
          <p className="text-sm text-ink-2">{t.linkInLog}</p>
        </Notice>
      ) : null}
      {state === 'too_many_tries' ? <Notice tone="bad" title={t.tooManyTries} /> : null}
      {hasPassword || ending === null ? null : (
        <div className="flex flex-col gap-3">
          <p>{t.proofLead(ending)}</p>
          <SendProof ending={ending} isSent={state === 'proof_sent'} />
          <p className="text-sm text-ink-2">{a.codeInLog}</p>
        </div>
      )}
      <AccountPart title={t.phoneTitle}>
        <ChangePhone
          {...{ ending, waiting, hasPassword, state }}
          typed={typed('phone')}
          problems={{ phone: problemAt('phone'), code: problemAt('code') }}
        />
      </AccountPart>
      <AccountPart title={t.mailTitle}>
        <p className="text-ink-2">{email === null ? t.mailNone : t.mailNow(email)}</p>
        <AccountForm submit={{ label: t.changeMail, pending: a.sending, name: 'intent', value: 'mail', look: 'plain' }}>
          <Field
            label={t.newMail}
            name="email"
            type="email"
            autoComplete="email"
            required
            defaultValue={typed('email')}
            error={problemAt('email')}
          />
          <ProveField hasPassword={hasPassword} id="prove-mail" isWrong={state === 'mail_unproved'} />
        </AccountForm>
      </AccountPart>
      <AccountPart title={t.changeTitle}>
        {hasPassword ? (
          <AccountForm submit={{ label: t.change, pending: t.saving, name: 'intent', value: 'password', look: 'plain' }}>
            <Field
              label={t.currentPassword}
              name="current"
              type="password"
              autoComplete="current-password"
              required
              error={state === 'wrong_password' ? t.wrongPassword : problemAt('current')}
            />
            <Field
              label={t.newPassword}
              name="password"
              type="password"
              autoComplete="new-password"
              hint={a.passwordShort}
              required
              error={problemAt('password')}
            />
          </AccountForm>
        ) : (
          <p className="text-ink-2">{t.noPassword}</p>
        )}
      </AccountPart>
      <AccountPart title={t.allDevices}>
        <p className="text-ink-2">{p.signOutAllLead}</p>
        <AccountForm submit={{ label: p.signOutAll, pending: t.saving, name: 'intent', value: 'everywhere', look: 'danger' }}>
          {null}
        </AccountForm>
      </AccountPart>
    </AccountShell>
  )
}
