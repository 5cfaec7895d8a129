import { Form } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import { Field, SelectField, TextField } from '#app/components/ui/field.tsx'
import { bundleMessages } from '#app/i18n/messages/bundles.ts'
import { useMessages } from '#app/i18n/use-messages.ts'

const listId = 'sizes-to-choose'

type BundleFormProps = {
  /** what was typed, or what a bundle says now */
  typed: Record<string, string>
  /** a sentence for each field that cannot be taken */
  errors: Partial<Record<string, string>>
  choices: readonly string[]
  rows: number
  /** the form's own, of a new bundle */
  formKey: string | null
}

/** A bundle as it is composed: its names, its saving, and what is in it row by row. The price can be looked at before it is saved. */
export function BundleForm({ typed, errors, choices, rows, formKey }: BundleFormProps) {
  const t = useMessages(bundleMessages)
  const about = (name: string, first = '') => ({ name, defaultValue: typed[name] ?? first, error: errors[name], autoComplete: 'off' })
  return (
    <Form method="post" noValidate className="flex flex-col gap-4">
      {formKey === null ? null : <input type="hidden" name="key" value={formKey} />}
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Field label={t.nameZh} lang="zh-CN" {...about('nameZh')} />
        <Field label={t.nameEn} lang="en" {...about('nameEn')} />
        <TextField label={t.textZh} lang="zh-CN" {...about('textZh')} />
        <TextField label={t.textEn} lang="en" {...about('textEn')} />
        <Field label={t.sizeZh} lang="zh-CN" {...about('sizeZh')} />
        <Field label={t.sizeEn} lang="en" {...about('sizeEn')} />
        <Field label={t.offField} hint={t.offHint} inputMode="decimal" {...about('off', '8')} />
        <SelectField label={t.picture} {...about('picture', 'vegetable-box')}>
          <option value="vegetable-box">{t.vegetableBox}</option>
          <option value="fruit-basket">{t.fruitBasket}</option>
          <option value="gift-box">{t.giftBox}</option>
        </SelectField>
      </div>
      <fieldset className="flex flex-col gap-3">
        <legend className="text-lg font-semibold">{t.partsLegend}</legend>
        <p className="text-sm text-ink-2">{t.partsHint}</p>
        <div className="grid gap-x-8 gap-y-3 lg:grid-cols-2">
          {Array.from({ length: rows }, (_, index) => index + 1).map((row) => (
            <div key={row} className="grid grid-cols-[minmax(0,1fr)_6rem] sm:grid-cols-[minmax(0,1fr)_8.5rem] items-end gap-3">
              <Field label={t.size(row)} list={listId} {...about(`part${row}`)} />
              <Field label={t.unitsOf(row)} inputMode="numeric" {...about(`units${row}`, '1')} />
            </div>
          ))}
        </div>
        <datalist id={listId}>
          {choices.map((choice) => (
            <option key={choice} value={choice} />
          ))}
        </datalist>
      </fieldset>
      <div className="flex flex-wrap gap-3">
        <Button name="intent" value="preview" look="plain">
          {t.preview}
        </Button>
        <Button name="intent" value="save">
          {t.save}
        </Button>
      </div>
    </Form>
  )
}
