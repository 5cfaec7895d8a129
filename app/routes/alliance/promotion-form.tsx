import { Form } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import { Field, SelectField } from '#app/components/ui/field.tsx'
import { promotionMessages } from '#app/i18n/messages/promotions.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import type { PromotionField, PromotionProblem } from '#app/schemas/promotion.ts'

const problemTexts = {
  missing: (t) => t.missing,
  too_long: (t) => t.tooLong,
  bad_code: (t) => t.badCode,
  bad_amount: (t) => t.badAmount,
  bad_rate: (t) => t.badRate,
  bad_from: (t) => t.badFrom,
  bad_date: (t) => t.badDate,
  bad_uses: (t) => t.badUses,
} satisfies Record<PromotionProblem, (t: (typeof promotionMessages)['en']) => string>

/** A new promotion; what was typed stays, and each problem is at its field. */
export function PromotionForm({
  today,
  typed,
  problems,
  refused,
}: {
  today: string
  typed: Record<string, string>
  problems: Partial<Record<PromotionField, PromotionProblem>>
  refused: { field: PromotionField; text: string } | null
}) {
  const t = useMessages(promotionMessages)
  const about = (name: PromotionField, first = '') => {
    const problem = problems[name]
    const error = problem ? problemTexts[problem](t) : refused?.field === name ? refused.text : undefined
    return { name, defaultValue: typed[name] ?? first, error, autoComplete: 'off' }
  }
  return (
    <Form method="post" noValidate className="flex flex-col gap-4">
      <div className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-3">
        <Field label={t.nameZh} lang="zh-CN" {...about('nameZh')} />
        <Field label={t.nameEn} lang="en" {...about('nameEn')} />
        <SelectField label={t.fundedBy} {...about('fundedBy', 'producers')}>
          <option value="producers">{t.producers}</option>
          <option value="alliance">{t.alliance}</option>
        </SelectField>
        <SelectField label={t.measure} {...about('measure', 'amount')}>
          <option value="amount">{t.byAmount}</option>
          <option value="rate">{t.byRate}</option>
        </SelectField>
        <Field label={t.amount} inputMode="decimal" {...about('value')} />
        <Field label={t.fromGoods} hint={t.fromGoodsHint} inputMode="decimal" {...about('fromGoods', '0')} />
        <Field label={t.typedCode} hint={t.typedCodeHint} autoCapitalize="characters" {...about('code')} />
        <Field label={t.startsOn} type="date" {...about('startsOn', today)} />
        <Field label={t.endsOn} hint={t.endsOnHint} type="date" {...about('endsOn')} />
        <Field label={t.uses} hint={t.usesHint} inputMode="numeric" {...about('uses')} />
      </div>
      <Button className="self-start">{t.save}</Button>
    </Form>
  )
}
