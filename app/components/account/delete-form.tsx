import { Form, useNavigation } from '@remix-run/react'
import { ProveField, SendProof } from '#app/components/account/prove-field.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { privacyMessages } from '#app/i18n/messages/privacy.ts'
import { useMessages } from '#app/i18n/use-messages.ts'

/** What leaving takes away and what it leaves, in two short lists. */
export function WhatGoes() {
  const t = useMessages(privacyMessages)
  return (
    <>
      <h3 className="font-semibold">{t.goes}</h3>
      <ul className="list-disc pl-5">
        <li>{t.goes1}</li>
        <li>{t.goes2}</li>
        <li>{t.goes3}</li>
      </ul>
      <h3 className="font-semibold">{t.stays}</h3>
      <ul className="list-disc pl-5">
        <li>{t.stays1}</li>
        <li>{t.stays2}</li>
        <li>{t.stays3}</li>
      </ul>
    </>
  )
}

/** Asks for the password, or for a code where there is none, and for a tick. */
export function DeleteForm({ hasPassword, ending, state }: { hasPassword: boolean; ending: string | null; state: string | null }) {
  const t = useMessages(privacyMessages)
  const doing = useNavigation().formData?.get('intent')
  return (
    <div className="flex flex-col items-start gap-4">
      {hasPassword || ending === null ? null : <SendProof ending={ending} isSent={state === 'code_sent'} />}
      <Form method="post" className="flex w-full flex-col items-start gap-4">
        <div className="w-full max-w-md">
          <ProveField hasPassword={hasPassword} isWrong={state === 'wrong_proof'} />
        </div>
        <Tick name="pictures">{t.removePictures}</Tick>
        <Tick name="understood" error={state === 'not_understood' ? t.notUnderstood : undefined}>
          {t.understood}
        </Tick>
        <Button type="submit" look="danger" name="intent" value="delete" disabled={doing === 'delete'}>
          {doing === 'delete' ? t.deleting : t.delete}
        </Button>
      </Form>
    </div>
  )
}

const Tick = ({ name, error, children }: { name: string; error?: string | undefined; children: string }) => (
  <div>
    <label className="flex min-h-11 items-center gap-2">
      <input
        type="checkbox"
        name={name}
        value="on"
        className="size-5 accent-leaf"
        {...(error ? { 'aria-invalid': true, 'aria-describedby': `${name}-error` } : {})}
      />
      {children}
    </label>
    {error ? (
      <p id={`${name}-error`} className="text-sm font-semibold text-pepper">
        <span aria-hidden="true">⚠ </span>
        {error}
      </p>
    ) : null}
  </div>
)
