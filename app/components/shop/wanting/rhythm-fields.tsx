import { Link } from '@remix-run/react'
import { Field, SelectField } from '#app/components/ui/field.tsx'
import { lengths } from '#app/domain/delivery/contact-lengths.ts'
import { wantingMessages } from '#app/i18n/messages/wanting.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'

export type RhythmValues = Partial<Record<'everyWeeks' | 'weekday' | 'place' | 'quantity' | 'substitution' | 'note', string>>
export type RhythmErrors = { [Name in keyof RhythmValues]?: string | undefined }

type Point = { id: string; nameZh: string; nameEn: string; addressZh: string; addressEn: string }
export type RhythmPlaces = {
  addresses: readonly { id: string; recipient: string; street: string; districtZh: string; districtEn: string }[]
  pickupZones: readonly { id: string; nameZh: string; nameEn: string; points: readonly Point[] }[]
}

/** How often, on which day, where to and how many: the same for a new subscription and for one that runs. */
export function RhythmFields({ values, errors, places }: { values: RhythmValues; errors: RhythmErrors; places: RhythmPlaces }) {
  const t = useMessages(wantingMessages)
  const weekdays = [t.day1, t.day2, t.day3, t.day4, t.day5, t.day6, t.day7]
  return (
    <>
      <SelectField label={t.howOften} name="everyWeeks" defaultValue={values.everyWeeks ?? '1'} error={errors.everyWeeks}>
        <option value="1">{t.every1}</option>
        <option value="2">{t.every2}</option>
        <option value="4">{t.every4}</option>
      </SelectField>
      <SelectField label={t.weekday} name="weekday" defaultValue={values.weekday ?? '2'} error={errors.weekday} hint={t.weekdayHint}>
        {weekdays.map((day, index) => (
          <option key={day} value={index + 1}>
            {day}
          </option>
        ))}
      </SelectField>
      <PlaceField value={values.place} error={errors.place} places={places} />
      <Field
        label={t.quantity}
        name="quantity"
        type="number"
        inputMode="numeric"
        min={1}
        max={20}
        defaultValue={values.quantity ?? '1'}
        error={errors.quantity}
      />
      <SelectField label={t.substitution} name="substitution" defaultValue={values.substitution ?? 'call'} error={errors.substitution}>
        <option value="call">{t.call}</option>
        <option value="similar">{t.similar}</option>
        <option value="refund">{t.refund}</option>
      </SelectField>
      <Field label={t.note} name="note" defaultValue={values.note ?? ''} error={errors.note} maxLength={lengths.note} autoComplete="off" />
    </>
  )
}

function PlaceField({ value = '', error, places }: { value: string | undefined; error: string | undefined; places: RhythmPlaces }) {
  const t = useMessages(wantingMessages)
  const pick = usePick()
  const { addresses, pickupZones } = places
  return (
    <div className="flex flex-col items-start gap-1 *:first:w-full">
      <SelectField label={t.place} name="place" defaultValue={value} error={error}>
        <option value="">{t.choosePlace}</option>
        {addresses.length > 0 ? (
          <optgroup label={t.myAddresses}>
            {addresses.map(({ id, recipient, street, districtZh, districtEn }) => (
              <option key={id} value={`address:${id}`}>
                {pick(districtZh, districtEn)} {street} · {recipient}
              </option>
            ))}
          </optgroup>
        ) : null}
        {pickupZones.map((zone) => (
          <optgroup key={zone.id} label={pick(zone.nameZh, zone.nameEn)}>
            {zone.points.map((point) => (
              <option key={point.id} value={`point:${point.id}`}>
                {pick(point.nameZh, point.nameEn)} · {pick(point.addressZh, point.addressEn)}
              </option>
            ))}
          </optgroup>
        ))}
      </SelectField>
      <Link to="/account/addresses" className="inline-flex min-h-11 items-center text-indigo underline">
        {t.addAddress}
      </Link>
    </div>
  )
}
