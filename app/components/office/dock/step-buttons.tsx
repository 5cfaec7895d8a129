import { Form } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import type { ScanStep } from '#app/domain/delivery/read-scan.ts'
import { dockMessages } from '#app/i18n/messages/dock.ts'
import { useMessages } from '#app/i18n/use-messages.ts'

/** What may be said of one parcel where it is now, a button each. */
export function StepButtons({
  parcel,
  steps,
  scanId,
}: {
  parcel: { id: string; alias: string }
  steps: readonly Exclude<ScanStep, 'handed_over'>[]
  scanId: string
}) {
  const t = useMessages(dockMessages)
  return (
    <Form method="post" preventScrollReset className="ml-auto flex gap-2 max-sm:w-full">
      <input type="hidden" name="scanId" value={`${scanId}-${parcel.id}`.slice(0, 80)} />
      <input type="hidden" name="parcel" value={parcel.id} />
      {steps.map((step) => (
        <Button
          key={step}
          name="step"
          value={step}
          look={step === 'missing' ? 'danger' : 'plain'}
          className="max-sm:flex-auto max-sm:px-2"
          aria-label={`${parcel.alias} ${t[`step_${step}`]}`}
        >
          {t[`step_${step}`]}
        </Button>
      ))}
    </Form>
  )
}
