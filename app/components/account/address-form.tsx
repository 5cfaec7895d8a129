import { Form, useNavigation } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import { Field, SelectField } from '#app/components/ui/field.tsx'
import type { AddressProblem } from '#app/domain/delivery/address-problems.ts'
import { lengths } from '#app/domain/delivery/contact-lengths.ts'
import { accountPagesMessages } from '#app/i18n/messages/account-pages.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'

type District = { id: string; nameZh: string; nameEn: string; delivered: boolean }
export type AddressValues = { recipient?: string; phone?: string; districtId?: string; street?: string }
export type AddressProblems = Partial<Record<keyof AddressValues, AddressProblem>>

type Texts = (typeof accountPagesMessages)['en']
const sentences = {
  recipient_missing: (t) => t.recipientMissing,
  recipient_long: (t) => t.recipientLong,
  phone_invalid: (t) => t.phoneInvalid,
  district_missing: (t) => t.districtMissing,
  street_missing: (t) => t.streetMissing,
  street_long: (t) => t.streetLong,
} satisfies Record<AddressProblem, (t: Texts) => string>

/** Who receives things where; whether anybody delivers there is said once it is saved. */
export function AddressForm({
  districts,
  values,
  problems,
}: {
  districts: readonly District[]
  values: AddressValues
  problems: AddressProblems
}) {
  const t = useMessages(accountPagesMessages)
  const pick = usePick()
  const isSaving = useNavigation().formData?.get('intent') === 'save'
  const errorOf = (name: keyof AddressValues) => {
    const code = problems[name]
    return code && sentences[code](t)
  }
  return (
    <Form method="post" noValidate className="flex flex-col gap-4">
      <Field
        label={t.recipient}
        name="recipient"
        autoComplete="name"
        maxLength={lengths.recipient}
        defaultValue={values.recipient ?? ''}
        error={errorOf('recipient')}
      />
      <Field
        label={t.phone}
        name="phone"
        type="tel"
        autoComplete="tel"
        maxLength={30}
        defaultValue={values.phone ?? ''}
        error={errorOf('phone')}
      />
      <SelectField
        label={t.district}
        name="districtId"
        autoComplete="address-level3"
        defaultValue={values.districtId ?? ''}
        error={errorOf('districtId')}
      >
        <option value="">{t.chooseDistrict}</option>
        {districts.map(({ id, nameZh, nameEn, delivered }) => (
          <option key={id} value={id}>
            {delivered ? pick(nameZh, nameEn) : t.notYet(pick(nameZh, nameEn))}
          </option>
        ))}
      </SelectField>
      <Field
        label={t.street}
        name="street"
        autoComplete="street-address"
        maxLength={lengths.street}
        defaultValue={values.street ?? ''}
        error={errorOf('street')}
      />
      <Button type="submit" name="intent" value="save" disabled={isSaving} className="self-start">
        {isSaving ? t.saving : t.saveAddress}
      </Button>
    </Form>
  )
}
