import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AccountForm } from '#app/components/account/account-form.tsx'
import { AccountShell } from '#app/components/account/account-shell.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { db } from '#app/http/runtime.server.ts'
import { requireViewer } from '#app/http/viewer.server.ts'
import { accessMessages } from '#app/i18n/messages/access.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { confirmMailChange } from '#app/services/identity/change-mail.server.ts'
import { confirmingOf } from './change-access.server.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => accessMessages[locale].confirmMailTitle)

/** Opening the link changes nothing yet: mail programs open links too. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireViewer(request)
  return { key: new URL(request.url).searchParams.get('key') ?? '' }
}

export async function action({ request }: ActionFunctionArgs) {
  const { userId } = await requireViewer(request)
  const key = String((await request.formData()).get('key') ?? '')
  const confirmed = await confirmMailChange(db(), { key, ...(await confirmingOf(request, userId)) })
  return confirmed.ok ? data({ email: confirmed.value.email }) : data({ email: null }, { status: 422 })
}

export default function ConfirmMail() {
  const t = useMessages(accessMessages)
  const { key } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <AccountShell title={t.confirmMailTitle}>
      {answer ? (
        answer.email === null ? (
          <Notice tone="bad" title={t.linkOver} />
        ) : (
          <Notice tone="good" title={t.mailChanged(answer.email)} />
        )
      ) : (
        <>
          <p>{t.confirmMailLead}</p>
          <AccountForm submit={{ label: t.confirmMail, pending: t.saving }}>
            <input type="hidden" name="key" value={key} />
          </AccountForm>
        </>
      )}
    </AccountShell>
  )
}
