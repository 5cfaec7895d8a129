import { Form, useNavigation } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import { orderLiveMessages } from '#app/i18n/messages/order-live.ts'
import { useMessages } from '#app/i18n/use-messages.ts'

/** By what a customer is told of their orders; every box empty is no. */
export function NoticeChoice({
  mail,
  sms,
  push,
  hasMail,
  hasPush,
  isKept,
}: {
  mail: boolean
  sms: boolean
  push: boolean
  hasMail: boolean
  hasPush: boolean
  isKept: boolean
}) {
  const t = useMessages(orderLiveMessages)
  const isSaving = useNavigation().formData?.get('intent') === 'notices'
  return (
    <Form method="post" className="flex flex-col items-start gap-2">
      <p className="text-sm text-ink-2">{t.noticesLead}</p>
      <div className="flex flex-wrap gap-x-6">
        <Box name="sms" isOn={sms}>
          {t.noticesSms}
        </Box>
        {hasMail ? (
          <Box name="mail" isOn={mail}>
            {t.noticesMail}
          </Box>
        ) : mail ? (
          <input type="hidden" name="mail" value="on" />
        ) : null}
        {hasPush ? (
          <Box name="push" isOn={push}>
            {t.noticesPush}
          </Box>
        ) : push ? (
          <input type="hidden" name="push" value="on" />
        ) : null}
      </div>
      <div className="flex items-center gap-3">
        <Button type="submit" look="plain" name="intent" value="notices" disabled={isSaving}>
          {isSaving ? t.keepingNotices : t.keepNotices}
        </Button>
        <span role="status" className="text-sm text-leaf">
          {isKept ? t.noticesKept : ''}
        </span>
      </div>
    </Form>
  )
}

const Box = ({ name, isOn, children }: { name: string; isOn: boolean; children: string }) => (
  <label className="flex min-h-11 items-center gap-2">
    <input type="checkbox" name={name} value="on" defaultChecked={isOn} className="size-5 accent-leaf" />
    {children}
  </label>
)
