import { Form } from '@remix-run/react'
import { Panel } from '#app/components/office/panel.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { Field, SelectField, TextField } from '#app/components/ui/field.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { farmAheadMessages } from '#app/i18n/messages/farm-ahead.ts'
import { useMessages } from '#app/i18n/use-messages.ts'

type Texts = (typeof farmAheadMessages)['en']
type Props = { taken: readonly number[]; formKey: string; typed: Record<string, string>; problem: keyof Texts | null }

/** A farm writes to those who adopted: all of them, or whoever has one number. */
export function NewsForm({ taken, formKey, typed, problem }: Props) {
  const t = useMessages(farmAheadMessages)
  return (
    <Panel id="news" title={t.news}>
      {problem ? <Notice tone="bad" title={String(t[problem])} /> : null}
      <Form method="post" encType="multipart/form-data" className="grid gap-4 sm:grid-cols-2">
        <input type="hidden" name="key" value={typed.key ?? formKey} />
        <SelectField name="number" label={t.newsFor} defaultValue={typed.number ?? ''}>
          <option value="">{t.everybody}</option>
          {taken.map((number) => (
            <option key={number} value={number}>
              {t.numberOf(number)}
            </option>
          ))}
        </SelectField>
        <Field type="file" name="picture" label={t.picture} accept="image/jpeg,image/png,image/webp" />
        <TextField name="textZh" label={t.textZh} maxLength={1000} defaultValue={typed.textZh} required />
        <TextField name="textEn" label={t.textEn} maxLength={1000} defaultValue={typed.textEn} required />
        <Button type="submit" className="self-end justify-self-start">
          {t.post}
        </Button>
      </Form>
    </Panel>
  )
}
