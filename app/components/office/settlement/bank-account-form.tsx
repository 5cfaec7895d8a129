import { Form, useNavigation } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import { Field } from '#app/components/ui/field.tsx'
import type { PayoutAccountField, PayoutAccountProblem } from '#app/domain/settlement/payout-account.ts'
import { settlementMessages } from '#app/i18n/messages/settlement.ts'
import { useMessages } from '#app/i18n/use-messages.ts'

export type BankAnswer = {
  /** null when the form was another one */
  typed: { holder: string; bank: string; number: string } | null
  problems: Partial<Record<PayoutAccountField, PayoutAccountProblem>>
}

/** Another bank account to be paid to; what was typed stays, and each problem is at its field. */
export function BankAccountForm({ answer }: { answer: BankAnswer | undefined }) {
  const t = useMessages(settlementMessages)
  const isBusy = useNavigation().state === 'submitting'
  const about = (name: PayoutAccountField) => {
    const code = answer?.problems[name]
    return { name, maxLength: 80, defaultValue: answer?.typed?.[name], error: code && t[code] }
  }
  return (
    <Form method="post" className="flex max-w-xl flex-col gap-4">
      <Field label={t.holder} required {...about('holder')} />
      <Field label={t.bank} hint={t.bankHint} required {...about('bank')} />
      <Field label={t.number} hint={t.numberHint} required autoComplete="off" {...about('number')} />
      <Button type="submit" className="self-start" disabled={isBusy}>
        {t.saveAccount}
      </Button>
    </Form>
  )
}
