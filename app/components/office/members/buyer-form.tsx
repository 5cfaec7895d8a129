import { Form } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import { Field, SelectField } from '#app/components/ui/field.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { buyerMessages } from '#app/i18n/messages/buyers.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'

type BuyerField = 'nameZh' | 'nameEn' | 'contact' | 'phone' | 'email' | 'pickupPointId' | 'creditLimitFen' | 'invoiceTitle' | 'taxNumber'
type Problem = 'missing' | 'too_long' | 'bad_amount' | 'phone_invalid' | 'email_invalid' | 'bad_tax_number'
type Refusal = 'contact_taken' | 'unknown_point'

export type BuyerAnswer = {
  typed: Record<string, string>
  problems: Partial<Record<BuyerField, Problem>>
  refused: Refusal | null
  /** another answer is another notice, which takes the focus again */
  version: number
}

const refusedAt = { contact_taken: 'phone', unknown_point: 'pickupPointId' } satisfies Record<Refusal, BuyerField>

type Props = {
  points: readonly { id: string; nameZh: string; nameEn: string }[]
  /** what stands now; absent when an enterprise is admitted, which needs a contact too */
  terms?: Record<string, string>
  answer: BuyerAnswer | undefined
}

/** What is agreed with an enterprise; what was typed stays, and each problem is at its field. */
export function BuyerForm({ points, terms, answer }: Props) {
  const t = useMessages(buyerMessages)
  const pick = usePick()
  const about = (name: BuyerField, first = '') => {
    const problem = answer?.problems[name]
    const refused = answer?.refused && refusedAt[answer.refused] === name ? answer.refused : null
    const code = problem ?? refused
    return { name, defaultValue: answer?.typed[name] ?? terms?.[name] ?? first, error: code ? t[code] : undefined, autoComplete: 'off' }
  }
  return (
    <Form method="post" noValidate className="flex flex-col gap-4">
      {answer ? <Notice key={answer.version} tone="bad" title={t.problemsTitle} /> : null}
      <div className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-3">
        <Field label={t.nameZh} lang="zh-CN" {...about('nameZh')} />
        <Field label={t.nameEn} lang="en" {...about('nameEn')} />
        <SelectField label={t.point} {...about('pickupPointId')}>
          {points.map((point) => (
            <option key={point.id} value={point.id}>
              {pick(point.nameZh, point.nameEn)}
            </option>
          ))}
        </SelectField>
        {terms ? null : (
          <>
            <Field label={t.contact} {...about('contact')} />
            <Field label={t.phone} type="tel" inputMode="tel" {...about('phone')} />
            <Field label={t.email} type="email" {...about('email')} />
          </>
        )}
        <Field label={t.invoiceTitle} {...about('invoiceTitle')} />
        <Field label={t.taxNumber} hint={t.taxHint} autoCapitalize="characters" {...about('taxNumber')} />
        <Field label={t.limitYuan} hint={t.limitHint} inputMode="decimal" {...about('creditLimitFen', '0')} />
      </div>
      <Button type="submit" className="self-start">
        {terms ? t.saveChange : t.save}
      </Button>
    </Form>
  )
}
