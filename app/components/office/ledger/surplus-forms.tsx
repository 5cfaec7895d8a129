import { Form } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import { SelectField } from '#app/components/ui/field.tsx'
import { reserveMessages } from '#app/i18n/messages/reserve.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { MoneyField, type SaidForm, useFieldProblem } from './money-field.tsx'

/** What to share out, by what, of which year, how much; looked at first and proposed after. */
export function ShareForm({ year, ...said }: SaidForm & { year: string }) {
  const t = useMessages(reserveMessages)
  const problemOf = useFieldProblem(said)
  return (
    <Form method="post" noValidate className="flex flex-col gap-4">
      <div className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <SelectField label={t.kind} name="kind" defaultValue={said.typed.kind ?? 'second_rebate'} error={problemOf('kind')}>
          <option value="second_rebate">{t.second_rebate}</option>
          <option value="dividend">{t.dividend}</option>
          <option value="brand_fund">{t.brand_fund}</option>
        </SelectField>
        <SelectField label={t.basis} name="basis" defaultValue={said.typed.basis ?? 'weight'} error={problemOf('basis')}>
          <option value="weight">{t.weight}</option>
          <option value="sales">{t.sales}</option>
          <option value="shares">{t.shares}</option>
        </SelectField>
        <MoneyField said={{ ...said, typed: { year, ...said.typed } }} name="year" label={t.year} />
        <MoneyField said={said} name="totalFen" label={t.total} isAmount />
      </div>
      <div className="flex flex-wrap gap-3">
        <Button name="intent" value="preview" look="plain">
          {t.preview}
        </Button>
        <Button name="intent" value="propose">
          {t.propose}
        </Button>
      </div>
    </Form>
  )
}

/** What somebody outside has paid for the public mark. */
export function LicenceFeeForm(said: SaidForm) {
  const t = useMessages(reserveMessages)
  return (
    <Form method="post" noValidate className="flex flex-col gap-4">
      <div className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-3">
        <MoneyField said={said} name="payer" label={t.payer} />
        <MoneyField said={said} name="reference" label={t.reference} hint={t.referenceHint} />
        <MoneyField said={said} name="feeFen" label={t.amountYuan} isAmount />
      </div>
      <Button name="intent" value="licence" className="self-start">
        {t.record}
      </Button>
    </Form>
  )
}
