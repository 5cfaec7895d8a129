import { Form } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import type { PayoutRailName } from '#app/domain/settlement/payout-account.ts'
import { formatMoment } from '#app/i18n/format.ts'
import { settlementMessages } from '#app/i18n/messages/settlement.ts'
import { useLocale, useMessages } from '#app/i18n/use-messages.ts'
import { BankAccountForm, type BankAnswer } from './bank-account-form.tsx'

type Shown = { rail: PayoutRailName; holder: string; bank: string; number: string; enteredAt: Date }
type Refused = 'unknown_party' | 'processor_denied' | 'processor_busy' | 'not_ready' | 'not_valid'
type Props = {
  account: Shown | null
  saved: boolean
  /** what the processor says of the account there, for who comes back from its page */
  connected: { name: string; ready: boolean } | null
  answer: (BankAnswer & { refused: Refused | null }) | undefined
}

type Texts = (typeof settlementMessages)['en']
const refusalTexts = {
  unknown_party: (t) => t.connectDenied,
  processor_denied: (t) => t.connectDenied,
  processor_busy: (t) => t.connectBusy,
  not_ready: (t) => t.connectUnfinished,
  not_valid: (t) => t.connectUnfinished,
} satisfies Record<Refused, (t: Texts) => string>

/** Where a farm or leader is paid, the number masked, and the two ways to be paid elsewhere. */
export function PayoutAccount({ account, saved, connected, answer }: Props) {
  const t = useMessages(settlementMessages)
  const locale = useLocale()
  return (
    <>
      <header className="flex max-w-2xl flex-col gap-2">
        <h1 className="text-3xl">{t.payoutAccount}</h1>
        <p className="text-ink-2">{t.payoutAccountLead}</p>
      </header>
      {answer ? <Notice tone="bad" title={answer.refused ? refusalTexts[answer.refused](t) : t.checkFields} /> : null}
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
        <BankAccountForm answer={answer} />
      </section>
      <section aria-labelledby="connect" className="flex max-w-xl flex-col gap-3">
        <h2 id="connect" className="text-2xl">
          {t.connect}
        </h2>
        <p className="text-ink-2">{t.connectLead}</p>
        {connected ? (
          <Notice tone={connected.ready ? 'good' : 'warn'}>{connected.ready ? t.connectReady(connected.name) : t.connectUnfinished}</Notice>
        ) : null}
        <Form method="post" className="flex flex-wrap gap-2">
          {connected?.ready ? (
            <Button type="submit" name="intent" value="use">
              {t.connectUse}
            </Button>
          ) : (
            <Button type="submit" name="intent" value="connect" look="plain">
              {connected ? t.connectGoOn : t.connectStart}
            </Button>
          )}
        </Form>
      </section>
    </>
  )
}
