import { Form } from '@remix-run/react'
import { Panel } from '#app/components/office/panel.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { Field, SelectField, TextField } from '#app/components/ui/field.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { adoptionKinds } from '#app/domain/catalog/adoption-dates.ts'
import { farmAheadMessages } from '#app/i18n/messages/farm-ahead.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'
import type { SizeToPromise } from './size-to-promise.ts'

type Texts = (typeof farmAheadMessages)['en']
type Props = {
  sizes: readonly SizeToPromise[]
  formKey: string
  typed: Record<string, string>
  fields: readonly string[]
  problem: keyof Texts | null
}

/** Offers trees, hens or plots for a season; what was typed is kept. */
export function AdoptionForm({ sizes, formKey, typed, fields, problem }: Props) {
  const t = useMessages(farmAheadMessages)
  const pick = usePick()
  const about = (name: string) => ({ name, defaultValue: typed[name], error: fields.includes(name) ? t.check : undefined })
  return (
    <Panel id="open-adoption" title={t.openAdoption}>
      {problem ? <Notice tone="bad" title={String(t[problem])} /> : null}
      <Form method="post" className="grid gap-4 sm:grid-cols-2">
        <input type="hidden" name="key" value={formKey} />
        <SelectField {...about('kind')} label={t.kind} required>
          {adoptionKinds.map((kind) => (
            <option key={kind} value={kind}>
              {t[kind]}
            </option>
          ))}
        </SelectField>
        <Field {...about('places')} type="number" label={t.places} min={1} required />
        <Field {...about('nameZh')} label={t.nameZh} maxLength={60} required />
        <Field {...about('nameEn')} label={t.nameEn} maxLength={60} required />
        <TextField {...about('textZh')} label={t.textZh} maxLength={1000} required />
        <TextField {...about('textEn')} label={t.textEn} maxLength={1000} required />
        <Field {...about('whereZh')} label={t.whereZh} maxLength={60} required />
        <Field {...about('whereEn')} label={t.whereEn} maxLength={60} required />
        <SelectField {...about('partVariantId')} label={t.part} required>
          {sizes.map(({ variantId, productZh, productEn, sizeZh, sizeEn }) => (
            <option key={variantId} value={variantId}>
              {pick(productZh, productEn)} · {pick(sizeZh, sizeEn)}
            </option>
          ))}
        </SelectField>
        <Field {...about('units')} type="number" label={t.units} min={1} required />
        <TextField {...about('datesOn')} label={t.datesOn} hint={t.datesHint} required />
        <Field {...about('offPct')} type="number" label={t.offPct} min={0} max={50} defaultValue={typed.offPct ?? '0'} required />
        <Button type="submit" className="self-end justify-self-start">
          {t.openIt}
        </Button>
      </Form>
    </Panel>
  )
}
