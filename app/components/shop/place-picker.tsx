import type { ReactNode } from 'react'
import { Field, SelectField } from '#app/components/ui/field.tsx'
import { lengths } from '#app/domain/delivery/contact-lengths.ts'
import { checkoutMessages } from '#app/i18n/messages/checkout.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'
import { Choice, ChoiceGroup } from './choice.tsx'

type District = { id: string; nameZh: string; nameEn: string; delivered: boolean }
type PickupPoint = {
  id: string
  nameZh: string
  nameEn: string
  addressZh: string
  addressEn: string
  windowFrom: string
  windowTo: string
}
type PickupZone = { id: string; nameZh: string; nameEn: string; points: PickupPoint[] }

export type PlaceValues = {
  delivery?: string | undefined
  districtId?: string | undefined
  street?: string | undefined
  pickupPointId?: string | undefined
}
export type PlaceErrors = { [Name in keyof PlaceValues]?: string | undefined }

/**
 * Door or pick-up point. Both parts are always in the page; the style sheet shows the one that is chosen,
 * so that the choice works before, and without, any script.
 */
export function PlacePicker({
  districts,
  pickupZones,
  kept,
  values,
  errors,
}: {
  districts: readonly District[]
  pickupZones: readonly PickupZone[]
  /** addresses to choose from; one that is chosen stands for district and street */
  kept?: ReactNode
  values: PlaceValues
  errors: PlaceErrors
}) {
  const t = useMessages(checkoutMessages)
  const pick = usePick()
  const collects = values.delivery === 'pickup'
  return (
    <div className="group/place flex flex-col gap-4">
      <ChoiceGroup legend={t.where} name="delivery" error={errors.delivery}>
        <div className="grid grid-cols-2 gap-2">
          <Choice name="delivery" value="door" chosen={!collects} invalid={Boolean(errors.delivery)}>
            {t.door}
          </Choice>
          <Choice name="delivery" value="pickup" chosen={collects} invalid={Boolean(errors.delivery)}>
            {t.pickup}
            <span className="block text-sm text-ink-2">{t.pickupHint}</span>
          </Choice>
        </div>
      </ChoiceGroup>
      <div className="hidden flex-col gap-4 group-has-[#delivery-door:checked]/place:flex">
        {kept}
        <div className="flex flex-col gap-4 group-has-[[name=addressId]:checked:not([value=new])]/place:hidden">
          <SelectField
            label={t.district}
            name="districtId"
            defaultValue={values.districtId ?? ''}
            error={errors.districtId}
            autoComplete="address-level3"
          >
            <option value="">{t.chooseDistrict}</option>
            {districts.map((district) => (
              <option key={district.id} value={district.id}>
                {district.delivered ? pick(district.nameZh, district.nameEn) : t.notDelivered(pick(district.nameZh, district.nameEn))}
              </option>
            ))}
          </SelectField>
          <Field
            label={t.street}
            name="street"
            defaultValue={values.street ?? ''}
            error={errors.street}
            autoComplete="street-address"
            maxLength={lengths.street}
          />
        </div>
      </div>
      <ChoiceGroup
        legend={t.point}
        name="pickupPointId"
        error={errors.pickupPointId}
        className="hidden group-has-[#delivery-pickup:checked]/place:flex"
      >
        {pickupZones.map((zone) => (
          <div key={zone.id} className="flex flex-col gap-2">
            <p className="text-sm font-semibold text-ink-2">{pick(zone.nameZh, zone.nameEn)}</p>
            {zone.points.map((point) => (
              <Choice
                key={point.id}
                name="pickupPointId"
                value={point.id}
                chosen={values.pickupPointId === point.id}
                invalid={Boolean(errors.pickupPointId)}
              >
                {pick(point.nameZh, point.nameEn)}
                <span className="block text-sm text-ink-2">
                  {pick(point.addressZh, point.addressEn)} · {t.window(point.windowFrom, point.windowTo)}
                </span>
              </Choice>
            ))}
          </div>
        ))}
      </ChoiceGroup>
    </div>
  )
}
