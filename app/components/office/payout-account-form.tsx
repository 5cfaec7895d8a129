import { Form, useNavigation } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import { Field, SelectField } from '#app/components/ui/field.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import type { PayoutAccountField, PayoutAccountProblem, PayoutRailName } from '#app/domain/settlement/payout-account.ts'
import { formatMoment } from '#app/i18n/format.ts'
import { settlementMessages } from '#app/i18n/messages/settlement.ts'
import { useLocale, useMessages } from '#app/i18n/use-messages.ts'

type Shown = { rail: PayoutRailName; holder: string; bank: string; number: string; enteredAt: Date }
export type AccountAnswer = {
  typed: { rail: PayoutRailName; holder: string; bank: string; number: string }
  problems: Partial<Record<PayoutAccountField, PayoutAccountProblem>>
}

/** Where a farm or leader is paid, the number masked, and the form for another account. */
export function PayoutAccountForm({
  account,
  answer,
  saved,
}: {
  account: Shown | null
  answer: AccountAnswer | undefined
  saved: boolean
}) {
  const t = useMessages(settlementMessages)
  const locale = useLocale()
  const isBusy = useNavigation().state === 'submitting'
  const problem = (field: PayoutAccountField) => {
    const code = answer?.problems[field]
    return code && t[code]
  }
  return (
    <>
      <header className="max-w-2xl">
        <h1 className="text-3xl">{t.payoutAccount}</h1>
        <p className="text-ink-2">{t.payoutAccountLead}</p>
      </header>
      {answer ? <Notice tone="bad" title={t.checkFields} /> : null}
      {saved && !answer ? <Notice tone="good" title={t.saved} /> : null}
      <section aria-labelledby="current" className="flex flex-col gap-2">
        <h2 id="current" className="text-2xl">
          {t.currentAccount}
        </h2>
        {account ? (
          <p className="rounded-md border border-rule bg-paper p-4">
            <b className="block text-lg">{account.holder}</b>
            <span className="block">
              {account.bank} {account.number}
            </span>
            <span className="text-sm text-ink-2">
              {t[`rail_${account.rail}`]} · {t.enteredAt(formatMoment(account.enteredAt, locale))}
            </span>
          </p>
        ) : (
          <p className="text-ink-2">{t.noAccountYet}</p>
        )}
      </section>
      <section aria-labelledby="change" className="flex flex-col gap-3">
        <h2 id="change" className="text-2xl">
          {t.changeAccount}
        </h2>
        <Form method="post" className="flex max-w-xl flex-col gap-4">
          <SelectField label={t.rail} name="rail" defaultValue={answer?.typed.rail ?? 'bank'}>
            <option value="bank">{t.rail_bank}</option>
            <option value="stripe">{t.rail_stripe}</option>
          </SelectField>
          <Field label={t.holder} name="holder" required maxLength={80} defaultValue={answer?.typed.holder} error={problem('holder')} />
          <Field label={t.bank} name="bank" maxLength={80} defaultValue={answer?.typed.bank} hint={t.bankHint} error={problem('bank')} />
          <Field
            label={t.number}
            name="number"
            required
            maxLength={80}
            autoComplete="off"
            defaultValue={answer?.typed.number}
            hint={t.numberHint}
            error={problem('number')}
          />
          <Button type="submit" className="self-start" disabled={isBusy}>
            {t.saveAccount}
          </Button>
        </Form>
      </section>
    </>
  )
}
