import { parseWithZod } from '@conform-to/zod/v4'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AccountForm } from '#app/components/account/account-form.tsx'
import { AccountPart, AccountShell } from '#app/components/account/account-shell.tsx'
import { CalendarLink } from '#app/components/account/calendar-link.tsx'
import { NoticeChoice } from '#app/components/account/notice-choice.tsx'
import { PushSwitch } from '#app/components/account/push-switch.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { Field } from '#app/components/ui/field.tsx'
import { LanguageSwitch } from '#app/components/ui/language-switch.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { pushPublicKey } from '#app/http/messages.server.ts'
import { notFound } from '#app/http/parse.server.ts'
import { db, now, publicUrl } from '#app/http/runtime.server.ts'
import { accessMessages } from '#app/i18n/messages/access.ts'
import { accountPagesMessages } from '#app/i18n/messages/account-pages.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { DetailsSchema } from '#app/schemas/sign-in.ts'
import { changeDetails } from '#app/services/identity/change-details.server.ts'
import { changeCalendarKey } from '#app/services/live/change-calendar-key.server.ts'
import { chooseNotices } from '#app/services/live/choose-notices.server.ts'
import { countListeners } from '#db/queries/account/push.server.ts'
import { findCalendarKey } from '#db/queries/customers/calendar.server.ts'
import { findNoticeChoice } from '#db/queries/notices.server.ts'
import { requireCustomer } from './require-customer.server.ts'
import { useSentences } from './use-sentences.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => accountPagesMessages[locale].settings)

export async function loader({ request }: LoaderFunctionArgs) {
  const { customerId, name, phone, email } = await requireCustomer(request)
  const { reader } = db()
  const [key, choice, listeners] = await Promise.all([
    findCalendarKey(reader, customerId),
    findNoticeChoice(reader, customerId),
    countListeners(reader, customerId),
  ])
  const { searchParams } = new URL(request.url)
  const publicKey = pushPublicKey()
  return {
    values: { name, phone },
    calendarUrl: key === null ? null : `${publicUrl()}/account/deliveries.ics?key=${key}`,
    notices: { ...choice, hasMail: email !== null, hasPush: publicKey !== null, isKept: searchParams.has('kept') },
    push: publicKey === null ? null : { publicKey, count: listeners },
    isSaved: searchParams.has('saved'),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const { userId, customerId } = await requireCustomer(request)
  const form = await request.formData()
  switch (form.get('intent')) {
    case 'details': {
      const submission = parseWithZod(form, { schema: DetailsSchema })
      if (submission.status !== 'success') return data({ reply: submission.reply() }, { status: 400 })
      await changeDetails(db(), { userId, ...submission.value, now: now() })
      return redirect('/account/settings?saved=1')
    }
    case 'calendar-key':
    case 'calendar-off':
      await changeCalendarKey(db(), { customerId, isOn: form.get('intent') === 'calendar-key', now: now() })
      return redirect('/account/settings')
    case 'notices':
      await chooseNotices(db(), { customerId, mail: form.has('mail'), sms: form.has('sms'), push: form.has('push'), now: now() })
      return redirect('/account/settings?kept=1')
    default:
      throw notFound()
  }
}

export default function Settings() {
  const t = useMessages(accountPagesMessages)
  const access = useMessages(accessMessages)
  const { values, calendarUrl, notices, push, isSaved } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { problemAt } = useSentences(answer?.reply.error)
  const typed = (field: 'name' | 'phone') => String(answer ? (answer.reply.initialValue?.[field] ?? '') : values[field])
  return (
    <AccountShell title={t.settings}>
      <p className="text-ink-2">{t.settingsLead}</p>
      {isSaved && !answer ? <Notice tone="good" title={t.saved} /> : null}
      <AccountPart title={t.you}>
        <AccountForm submit={{ label: t.save, pending: t.saving, name: 'intent', value: 'details', look: 'plain' }}>
          <Field
            label={t.yourName}
            name="name"
            autoComplete="name"
            maxLength={40}
            required
            defaultValue={typed('name')}
            error={problemAt('name')}
          />
          <Field
            label={t.contactPhone}
            name="phone"
            type="tel"
            autoComplete="tel"
            hint={t.contactPhoneHint}
            defaultValue={typed('phone')}
            error={problemAt('phone')}
          />
        </AccountForm>
      </AccountPart>
      <AccountPart title={access.title}>
        <ButtonLink to="/account/settings/access" look="plain" className="self-start">
          {access.title}
        </ButtonLink>
      </AccountPart>
      <AccountPart title={t.language}>
        <LanguageSwitch />
      </AccountPart>
      <AccountPart title={t.notices}>
        <NoticeChoice {...notices} />
      </AccountPart>
      {push ? (
        <AccountPart title={t.pushTitle}>
          <PushSwitch {...push} />
        </AccountPart>
      ) : null}
      <AccountPart title={t.calendar}>
        <CalendarLink url={calendarUrl} />
      </AccountPart>
    </AccountShell>
  )
}
