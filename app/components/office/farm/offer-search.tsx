import { Form } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import { Field, SelectField } from '#app/components/ui/field.tsx'
import { farmPartnersMessages } from '#app/i18n/messages/farm-partners.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'

type Partner = { id: string; nameZh: string; nameEn: string }

/** Finds partners' products by name and by farm. */
export function FarmOfferSearch({
  partners,
  q,
  farm,
  chosenOnly,
}: {
  partners: readonly Partner[]
  q: string
  farm: string | null
  chosenOnly: boolean
}) {
  const t = useMessages(farmPartnersMessages)
  const pick = usePick()
  return (
    <Form method="get" role="search" className="grid items-start gap-x-4 gap-y-3 sm:grid-cols-[2fr_1fr_auto_auto]">
      <Field label={t.search} name="q" type="search" defaultValue={q} key={`q${q}`} hint={t.searchHint} maxLength={60} />
      <SelectField label={t.producer} name="farm" defaultValue={farm ?? ''} key={`farm${farm}`}>
        <option value="">{t.allProducers}</option>
        {partners.map(({ id, nameZh, nameEn }) => (
          <option key={id} value={id}>
            {pick(nameZh, nameEn)}
          </option>
        ))}
        <option value="alliance">{t.allianceProducer}</option>
      </SelectField>
      <label className="flex min-h-11 items-center gap-2 sm:mt-7">
        <input
          type="checkbox"
          name="chosen"
          value="1"
          defaultChecked={chosenOnly}
          key={`only${chosenOnly}`}
          className="size-5 accent-leaf"
        />
        {t.chosenOnly}
      </label>
      <Button type="submit" look="plain" className="sm:mt-7">
        {t.find}
      </Button>
    </Form>
  )
}
