import { StatusMark } from '#app/components/ui/status-mark.tsx'
import type { PayoutStep } from '#app/domain/settlement/explain-payout.ts'
import { formatDay, formatFen, formatMoment } from '#app/i18n/format.ts'
import { settlementMessages } from '#app/i18n/messages/settlement.ts'
import { useLocale, useMessages } from '#app/i18n/use-messages.ts'
import { PayoutExplained } from './payout-explained.tsx'
import { payoutTones } from './payout-tones.ts'

export type PartyPayout = {
  status: keyof typeof payoutTones
  attempt: number
  amountFen: number
  madeAt: Date
  settledAt: Date | null
  failure: string | null
  holder: string
  bank: string
  /** masked */
  number: string
}

export type PartySettlementView = {
  id: string
  period: string
  fromOn: string
  lastOn: string
  /** it settles what was left of earlier weeks too */
  andBefore: boolean
  orders: number
  steps: PayoutStep[]
  payouts: PartyPayout[]
}

const link = 'inline-flex min-h-11 items-center text-indigo underline'

/** One settlement as a farm or leader reads it: how the amount came about, where it went, and the file. */
export function PartySettlement({ settlement, at }: { settlement: PartySettlementView; at: string }) {
  const t = useMessages(settlementMessages)
  const locale = useLocale()
  const { period, fromOn, lastOn, andBefore, orders, steps, payouts } = settlement
  return (
    <>
      <header className="flex flex-col gap-1">
        <h1 className="text-3xl">{t.settlementOf(period)}</h1>
        <p className="text-ink-2">
          {t.days(formatDay(fromOn, locale), formatDay(lastOn, locale))}
          {andBefore ? ` ${t.andBefore}` : ''} · {t.ordersOf(orders)}
        </p>
        <p className="flex flex-wrap items-center gap-x-4 print:hidden">
          <a href={`${at}/file?format=csv`} download className={link}>
            {t.downloadCsv}
          </a>
          <a href={`${at}/file?format=xlsx`} download className={link}>
            {t.downloadXlsx}
          </a>
          <span className="text-ink-2">{t.print}</span>
        </p>
      </header>
      <PayoutExplained steps={steps} />
      <section aria-labelledby="goes-to" className="flex flex-col gap-3">
        <h2 id="goes-to" className="text-2xl">
          {t.goesTo}
        </h2>
        {payouts.length === 0 ? <p className="text-ink-2">{t.notPaidOut}</p> : null}
        <ul className="flex flex-col gap-3">
          {payouts.map((payout) => (
            <li key={payout.attempt} className="flex flex-wrap items-baseline gap-x-6 gap-y-1 rounded-md border border-rule bg-paper p-4">
              <StatusMark tone={payoutTones[payout.status]}>{t[`payout_${payout.status}`]}</StatusMark>
              <b className="text-lg">{formatFen(payout.amountFen)}</b>
              <span>
                {payout.holder} · {payout.bank} {payout.number}
              </span>
              <span className="text-ink-2">{formatMoment(payout.settledAt ?? payout.madeAt, locale)}</span>
              {payout.failure ? <span className="text-pepper">{payout.failure}</span> : null}
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
