import { Form } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import { Field } from '#app/components/ui/field.tsx'
import { allianceMessages } from '#app/i18n/messages/alliance.ts'
import { useMessages } from '#app/i18n/use-messages.ts'

/** Takes the public mark from a farm, or gives it back: what follows is said before, and the reason is asked for. */
export function LicenceForm({
  farmId,
  name,
  licensed,
  reasonMissing,
}: {
  farmId: string
  name: string
  licensed: boolean
  reasonMissing: boolean
}) {
  const t = useMessages(allianceMessages)
  return (
    <details open={reasonMissing}>
      <summary className="flex min-h-11 items-center text-indigo underline">
        {licensed ? t.suspend : t.restore}
        <span className="sr-only"> {name}</span>
      </summary>
      <Form method="post" className="flex min-w-64 flex-col items-start gap-3 py-2">
        <p>{licensed ? t.suspendText : t.restoreText}</p>
        <input type="hidden" name="farmId" value={farmId} />
        <input type="hidden" name="licensed" value={licensed ? 'no' : 'yes'} />
        <Field
          label={t.reason}
          name="reason"
          id={`reason-${farmId}`}
          required
          maxLength={200}
          error={reasonMissing ? t.reasonMissing : undefined}
        />
        <Button look={licensed ? 'danger' : 'primary'}>{licensed ? t.suspend : t.restore}</Button>
      </Form>
    </details>
  )
}
