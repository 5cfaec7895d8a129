import { Form } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import { Field, SelectField } from '#app/components/ui/field.tsx'
import { CATEGORY_WORDS, type Category } from '#app/domain/catalog/product-sheet-words.ts'
import { agreementMessages } from '#app/i18n/messages/agreements.ts'
import { shopMessages } from '#app/i18n/messages/shop.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'
import type { AgreementField, AgreementProblem } from '#app/schemas/agreement.ts'

type Choices = {
  producers: readonly { id: string; nameZh: string; nameEn: string }[]
  products: readonly { code: string; nameZh: string; nameEn: string }[]
}
type Values = Partial<Record<AgreementField, string>>

/** What the members pay today: a proposal changes some of it. */
const usual: Values = {
  homeType: 'farm',
  distributionBp: '5',
  leaderBp: '3',
  serviceBp: '4',
  vatInServiceBp: '6',
  brandBp: '1',
  reserveFenPerKg: '0.20',
  leaderSavingBp: '20',
}
const problemTexts = {
  missing: (t) => t.missing,
  not_a_rate: (t) => t.notARate,
  not_an_amount: (t) => t.notAnAmount,
  not_a_day: (t) => t.notADay,
  not_a_weight: (t) => t.notAWeight,
} satisfies Record<AgreementProblem, (t: (typeof agreementMessages)['en']) => string>

const card = 'flex flex-col gap-4 rounded-md border border-rule bg-paper p-4'
const rates = ['distributionBp', 'leaderBp', 'serviceBp', 'vatInServiceBp', 'brandBp', 'reserveFenPerKg', 'leaderSavingBp'] as const
const categories = Object.keys(CATEGORY_WORDS) as Category[]

/** One form for the whole agreement; it is looked at first and sent after. What was typed stays, and each problem is at its field. */
export function AgreementForm({
  choices,
  values = usual,
  problems,
  refused,
}: {
  choices: Choices
  values?: Values | undefined
  problems: Partial<Record<AgreementField, AgreementProblem>>
  refused: { field: AgreementField; text: string } | null
}) {
  const t = useMessages(agreementMessages)
  const shop = useMessages(shopMessages)
  const pick = usePick()
  const about = (name: AgreementField) => {
    const problem = problems[name]
    const error = problem ? problemTexts[problem](t) : refused?.field === name ? refused.text : undefined
    return { name, defaultValue: values[name] ?? '', error }
  }
  return (
    <Form method="post" noValidate className="flex flex-col gap-4">
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <fieldset className={card}>
          <legend className="sr-only">{t.scopeLegend}</legend>
          <SelectField label={t.homeType} {...about('homeType')}>
            <option value="farm">{t.home_farm}</option>
            <option value="alliance">{t.home_alliance}</option>
            <option value="leader">{t.home_leader}</option>
          </SelectField>
          <SelectField label={t.producer} {...about('producerId')}>
            <option value="">{t.allProducers}</option>
            {choices.producers.map(({ id, nameZh, nameEn }) => (
              <option key={id} value={id}>
                {pick(nameZh, nameEn)}
              </option>
            ))}
          </SelectField>
          <SelectField label={t.category} {...about('category')}>
            <option value="">{t.allCategories}</option>
            {categories.map((category) => (
              <option key={category} value={category}>
                {shop[category]}
              </option>
            ))}
          </SelectField>
          <Field label={t.product} hint={t.productHint} list="product-codes" autoComplete="off" {...about('productCode')} />
          <datalist id="product-codes">
            {choices.products.map(({ code, nameZh, nameEn }) => (
              <option key={code} value={code}>
                {pick(nameZh, nameEn)}
              </option>
            ))}
          </datalist>
        </fieldset>
        <fieldset className={card}>
          <legend className="sr-only">{t.whenLegend}</legend>
          <Field label={t.startsOn} hint={t.startsOnHint} type="date" {...about('startsOn')} />
          <Field label={t.endsOn} hint={t.endsOnHint} type="date" {...about('endsOn')} />
          <Field label={t.sampleKg} hint={t.sampleHint} inputMode="decimal" {...about('sampleKg')} />
        </fieldset>
      </div>
      <fieldset className={`${card} sm:grid sm:grid-cols-2 lg:grid-cols-3`}>
        <legend className="sr-only">{t.ratesLegend}</legend>
        {rates.map((name) => (
          <Field key={name} label={t[name]} inputMode="decimal" autoComplete="off" {...about(name)} />
        ))}
        <Field label={t.floorFenPerKg} inputMode="decimal" autoComplete="off" {...about('floorFenPerKg')} />
        <Field label={t.premiumShareBp} hint={t.premiumHint} inputMode="decimal" autoComplete="off" {...about('premiumShareBp')} />
      </fieldset>
      <div className="flex flex-wrap gap-3">
        <Button name="intent" value="preview" look="plain">
          {t.showPreview}
        </Button>
        <Button name="intent" value="propose">
          {t.send}
        </Button>
      </div>
    </Form>
  )
}
