import { Form, useNavigation } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import { Field } from '#app/components/ui/field.tsx'
import { accessMessages } from '#app/i18n/messages/access.ts'
import { useMessages } from '#app/i18n/use-messages.ts'

type Prove = { hasPassword: boolean; isWrong: boolean; id?: string }

/** What shows that it is them: the password, or where there is none the code `SendProof` sent. Its name is `proof`. */
export function ProveField({ hasPassword, isWrong, id = 'field-proof' }: Prove) {
  const t = useMessages(accessMessages)
  const kind = hasPassword
    ? ({ label: t.yourPassword, type: 'password', autoComplete: 'current-password' } as const)
    : ({ label: t.proofCode, inputMode: 'numeric', autoComplete: 'one-time-code' } as const)
  return <Field {...kind} name="proof" id={id} required error={isWrong ? t.wrongProof : undefined} />
}

/** Sends a code to the number somebody without a password signs in with; the form's intent is `code`. */
export function SendProof({ ending, isSent }: { ending: string; isSent: boolean }) {
  const t = useMessages(accessMessages)
  const isSending = useNavigation().formData?.get('intent') === 'code'
  return (
    <Form method="post" className="flex flex-wrap items-center gap-3">
      <Button type="submit" look="plain" name="intent" value="code" disabled={isSending}>
        {t.sendProof(ending)}
      </Button>
      <span role="status" className="text-sm">
        {isSent ? t.proofSent : ''}
      </span>
    </Form>
  )
}
