import { Form } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import { SelectField } from '#app/components/ui/field.tsx'
import { reserveMessages } from '#app/i18n/messages/reserve.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'
import { MoneyField, type SaidForm, useFieldProblem } from './money-field.tsx'

export type NamedFarm = { id: string; nameZh: string; nameEn: string }

const grid = 'grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-3'

/** The state's match, as it came to the bank. */
export function MatchForm(said: SaidForm) {
  const t = useMessages(reserveMessages)
  return (
    <Form method="post" noValidate className="flex flex-col gap-4">
      <div className={grid}>
        <MoneyField said={said} name="reference" label={t.reference} hint={t.referenceHint} />
        <MoneyField said={said} name="amountFen" label={t.amountYuan} isAmount />
      </div>
      <Button name="intent" value="match" className="self-start">
        {t.record}
      </Button>
    </Form>
  )
}

export function ClaimForm({ farms, ...said }: SaidForm & { farms: readonly NamedFarm[] }) {
  const t = useMessages(reserveMessages)
  const pick = usePick()
  const problemOf = useFieldProblem(said)
  return (
    <Form method="post" noValidate className="flex flex-col gap-4">
      <h3 className="text-lg font-semibold">{t.newClaim}</h3>
      <div className={grid}>
        <SelectField label={t.farm} name="farmId" defaultValue={said.typed.farmId ?? ''} error={problemOf('farmId')}>
          <option value="">—</option>
          {farms.map(({ id, nameZh, nameEn }) => (
            <option key={id} value={id}>
              {pick(nameZh, nameEn)}
            </option>
          ))}
        </SelectField>
        <MoneyField said={said} name="claimFen" label={t.amountYuan} isAmount />
        <MoneyField said={said} name="reason" label={t.reason} />
      </div>
      <Button name="intent" value="claim" className="self-start">
        {t.proposeClaim}
      </Button>
    </Form>
  )
}
