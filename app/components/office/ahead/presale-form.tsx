import { Form } from '@remix-run/react'
import { Panel } from '#app/components/office/panel.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { Field, SelectField, TextField } from '#app/components/ui/field.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { farmAheadMessages } from '#app/i18n/messages/farm-ahead.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'
import type { SizeToPromise } from './size-to-promise.ts'

type Texts = (typeof farmAheadMessages)['en']
type Props = {
  sizes: readonly SizeToPromise[]
  tomorrow: string
  typed: Record<string, string>
  /** which fields could not be read */
  fields: readonly string[]
  problem: keyof Texts | null
}

/** Opens a pre-sale of one of a farm's sizes; what was typed is kept. */
export function PresaleForm({ sizes, tomorrow, typed, fields, problem }: Props) {
  const t = useMessages(farmAheadMessages)
  const pick = usePick()
  const about = (name: string) => ({ name, defaultValue: typed[name], error: fields.includes(name) ? t.check : undefined })
  return (
    <Panel id="open-presale" title={t.openTitle} lead={t.openLead}>
      {problem ? <Notice tone="bad" title={String(t[problem])} /> : null}
      <Form method="post" className="grid gap-4 sm:grid-cols-2">
        <SelectField {...about('variantId')} label={t.size} required className="sm:col-span-2">
          {sizes.map(({ variantId, productZh, productEn, sizeZh, sizeEn, onHand }) => (
            <option key={variantId} value={variantId}>
              {pick(productZh, productEn)} · {pick(sizeZh, sizeEn)}
              {onHand > 0 ? ` (${t.onHand(onHand)})` : ''}
            </option>
          ))}
        </SelectField>
        <Field {...about('harvestFromOn')} type="date" label={t.harvestFromOn} min={tomorrow} required />
        <Field {...about('harvestToOn')} type="date" label={t.harvestToOn} min={tomorrow} required />
        <Field {...about('forecast')} type="number" label={t.forecast} min={1} required />
        <Field {...about('promised')} type="number" label={t.promised} hint={t.promisedHint} min={1} required />
        <Field
          {...about('keepsDays')}
          type="number"
          label={t.keepsDays}
          min={1}
          max={365}
          defaultValue={typed.keepsDays ?? '14'}
          required
        />
        <TextField {...about('noteZh')} label={t.noteZh} maxLength={300} />
        <TextField {...about('noteEn')} label={t.noteEn} maxLength={300} />
        <Button type="submit" name="intent" value="open" className="self-end justify-self-start">
          {t.open}
        </Button>
      </Form>
    </Panel>
  )
}
