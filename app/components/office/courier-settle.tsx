import { Form } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import { Field } from '#app/components/ui/field.tsx'
import { failureReasons, handoverNotes } from '#app/domain/delivery/settle-drop.ts'
import { courierMessages } from '#app/i18n/messages/courier.ts'
import { deliveryMessages } from '#app/i18n/messages/delivery.ts'
import { useMessages } from '#app/i18n/use-messages.ts'

const opener = 'flex min-h-14 items-center justify-center rounded-sm border px-4 font-semibold'

/** Two taps to a stop's end: one opens the ways it can end, one says which. Works without JavaScript. */
export function CourierSettle({
  dropId,
  code,
  hasFailed,
  isNext,
  wrongCode,
}: {
  dropId: string
  /** the drop's, for whoever hears one button at a time */
  code: string
  hasFailed: boolean
  isNext: boolean
  wrongCode: boolean
}) {
  const t = useMessages(courierMessages)
  const d = useMessages(deliveryMessages)
  return (
    <div className="flex flex-col gap-3">
      <details open={wrongCode}>
        <summary className={`${opener} ${isNext ? 'border-leaf bg-leaf text-lg text-on-leaf' : 'border-leaf bg-paper text-leaf'}`}>
          {hasFailed ? t.tryAgain : t.deliver}
          <span className="sr-only"> {code}</span>
        </summary>
        <Form method="post" className="flex flex-col gap-3 py-3">
          <p>{t.howDelivered}</p>
          <input type="hidden" name="dropId" value={dropId} />
          {handoverNotes.map((note) => (
            <Button key={note} name="note" value={note} look="plain" className="min-h-14 text-lg">
              {d[note]}
            </Button>
          ))}
        </Form>
        <Form method="post" className="flex flex-col gap-3 pb-3">
          <input type="hidden" name="dropId" value={dropId} />
          <Field
            label={t.pickupCode}
            hint={t.codeHint}
            name="code"
            id={`code-${dropId}`}
            inputMode="numeric"
            autoComplete="off"
            pattern="\d{4}"
            maxLength={4}
            required
            error={wrongCode ? t.wrong_code : undefined}
            className="min-h-14 text-xl"
          />
          <Button look="plain" className="min-h-14 text-lg">
            {t.confirmCode}
          </Button>
        </Form>
      </details>
      {hasFailed ? null : (
        <details>
          <summary className={`${opener} border-pepper bg-paper text-pepper`}>
            {t.notDelivered}
            <span className="sr-only"> {code}</span>
          </summary>
          <Form method="post" className="flex flex-col gap-3 py-3">
            <p>{t.whyNot}</p>
            <input type="hidden" name="dropId" value={dropId} />
            {failureReasons.map((reason) => (
              <Button key={reason} name="reason" value={reason} look="danger" className="min-h-14 text-lg">
                {d[reason]}
              </Button>
            ))}
          </Form>
        </details>
      )}
    </div>
  )
}
