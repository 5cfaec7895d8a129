import { Form, useNavigation } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import { Field } from '#app/components/ui/field.tsx'
import { deliveriesCalendarMessages } from '#app/i18n/messages/deliveries-calendar.ts'
import { useMessages } from '#app/i18n/use-messages.ts'

/** The link that brings a customer's deliveries into their calendar; `url` null while there is none. */
export function CalendarLink({ url }: { url: string | null }) {
  const t = useMessages(deliveriesCalendarMessages)
  const doing = useNavigation().formData?.get('intent')
  const isBusy = doing === 'calendar-key' || doing === 'calendar-off'
  return (
    <Form method="post" className="flex flex-col items-start gap-3">
      <p className="text-ink-2">{t.lead}</p>
      {url === null ? null : (
        <>
          <div className="w-full">
            <Field label={t.link} name="calendarUrl" value={url} readOnly hint={t.linkHint} autoComplete="off" />
          </div>
          <a href={url.replace(/^https?:/, 'webcal:')} className="inline-flex min-h-11 items-center text-indigo underline">
            {t.open}
          </a>
        </>
      )}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" look="plain" name="intent" value="calendar-key" disabled={isBusy}>
          {isBusy ? t.working : url === null ? t.create : t.renew}
        </Button>
        {url === null ? null : (
          <Button type="submit" look="danger" name="intent" value="calendar-off" disabled={isBusy}>
            {t.remove}
          </Button>
        )}
      </div>
    </Form>
  )
}
