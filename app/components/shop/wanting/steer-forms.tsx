import { Form, useNavigation } from '@remix-run/react'
import { AccountPart } from '#app/components/account/account-shell.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { Field } from '#app/components/ui/field.tsx'
import { wantingMessages } from '#app/i18n/messages/wanting.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { type RhythmErrors, RhythmFields, type RhythmPlaces, type RhythmValues } from './rhythm-fields.tsx'

type Steering = {
  status: 'active' | 'paused'
  /** YYYY-MM-DD */
  today: string
  values: RhythmValues
  errors: RhythmErrors
  places: RhythmPlaces
  /** the form that was refused stands open */
  isOpen: boolean
}

/** What can be done with the whole of a subscription: changed, paused, resumed, ended. */
export function SteerForms({ status, today, values, errors, places, isOpen }: Steering) {
  const t = useMessages(wantingMessages)
  const isSaving = useNavigation().formData?.get('intent') === 'change'
  const summary = 'min-h-11 cursor-pointer py-2 text-indigo underline'
  return (
    <>
      <AccountPart title={t.pauseTitle}>
        {status === 'paused' ? (
          <Form method="post">
            <Button type="submit" name="intent" value="resume">
              {t.resume}
            </Button>
          </Form>
        ) : (
          <Form method="post" className="flex max-w-xl flex-col items-start gap-3">
            <Field label={t.pauseUntil} name="untilOn" type="date" min={today} />
            <Button type="submit" name="intent" value="pause" look="plain">
              {t.pause}
            </Button>
          </Form>
        )}
      </AccountPart>
      <AccountPart title={t.changeTitle}>
        <details open={isOpen}>
          <summary className={summary}>{t.goOn}</summary>
          <Form method="post" noValidate className="flex max-w-xl flex-col gap-4 rounded-md border border-rule bg-paper p-4">
            <RhythmFields values={values} errors={errors} places={places} />
            <Button type="submit" name="intent" value="change" disabled={isSaving} className="self-start">
              {isSaving ? t.saving : t.save}
            </Button>
          </Form>
        </details>
      </AccountPart>
      <AccountPart title={t.endTitle}>
        <p className="text-ink-2">{t.endLead}</p>
        <Form method="post">
          <Button type="submit" name="intent" value="end" look="danger">
            {t.end}
          </Button>
        </Form>
      </AccountPart>
    </>
  )
}
