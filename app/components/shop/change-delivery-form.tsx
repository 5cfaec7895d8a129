import { Form, useNavigation } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import { Field, SelectField } from '#app/components/ui/field.tsx'
import { lengths } from '#app/domain/delivery/contact-lengths.ts'
import { formatDay } from '#app/i18n/format.ts'
import { checkoutMessages } from '#app/i18n/messages/checkout.ts'
import { orderChangeMessages } from '#app/i18n/messages/order-change.ts'
import { useLocale, useMessages } from '#app/i18n/use-messages.ts'
import { PlacePicker } from './place-picker.tsx'

type Values = Partial<
  Record<'requestKey' | 'recipient' | 'phone' | 'delivery' | 'districtId' | 'street' | 'pickupPointId' | 'note' | 'waveId', string>
>

/** Who receives a placed order, where and when: filled with how it stands, or with what was typed. */
export function ChangeDeliveryForm(props: {
  values: Values
  errors: { [Name in keyof Values]?: string | undefined }
  places: Pick<Parameters<typeof PlacePicker>[0], 'districts' | 'pickupZones'>
  days: readonly { waveId: string; deliversOn: string }[]
  isSameZone: boolean
}) {
  const t = useMessages(orderChangeMessages)
  const c = useMessages(checkoutMessages)
  const locale = useLocale()
  const isSaving = useNavigation().formData?.get('intent') === 'change'
  const { values, errors, places, days, isSameZone } = props
  return (
    <Form method="post" noValidate className="flex flex-col gap-4 rounded-md border border-rule bg-paper p-4">
      <h2 className="text-xl">{t.deliveryTitle}</h2>
      <input type="hidden" name="requestKey" value={values.requestKey} />
      <Field
        label={c.recipient}
        name="recipient"
        defaultValue={values.recipient}
        error={errors.recipient}
        autoComplete="name"
        maxLength={lengths.recipient}
      />
      <Field
        label={c.phone}
        name="phone"
        type="tel"
        defaultValue={values.phone}
        error={errors.phone}
        hint={c.phoneHint}
        autoComplete="tel"
        maxLength={30}
      />
      <PlacePicker {...places} values={values} errors={errors} />
      <SelectField label={t.day} name="waveId" defaultValue={values.waveId} error={errors.waveId} hint={t.otherZoneHint}>
        <option value="">{isSameZone ? t.sameDay : t.chooseDay}</option>
        {days.map(({ waveId, deliversOn }) => (
          <option key={waveId} value={waveId}>
            {formatDay(deliversOn, locale)}
          </option>
        ))}
      </SelectField>
      <Field label={c.note} name="note" defaultValue={values.note} error={errors.note} autoComplete="off" maxLength={lengths.note} />
      <Button type="submit" name="intent" value="change" disabled={isSaving} className="self-start">
        {isSaving ? t.saving : t.save}
      </Button>
    </Form>
  )
}
