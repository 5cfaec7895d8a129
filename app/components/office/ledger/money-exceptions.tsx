import { Form } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import { formatFen, formatMoment } from '#app/i18n/format.ts'
import { allianceMessages } from '#app/i18n/messages/alliance.ts'
import { reversalMessages } from '#app/i18n/messages/reversals.ts'
import { useLocale, useMessages } from '#app/i18n/use-messages.ts'
import { CellLink } from '../cell-link.tsx'
import { ExceptionList } from '../exception-list.tsx'

export type MoneyTroubles = {
  reversals: readonly { id: string; postingKey: string; amountFen: number; reason: string; proposer: string | null; proposedAt: Date }[]
  paidLater: readonly {
    orderId: string
    number: string
    payment: 'online' | 'on_account' | 'on_pickup'
    totalFen: number
    placedAt: Date
  }[]
  latePayments: readonly { paymentId: string; number: string; amountFen: number; at: Date | null }[]
  failedJobs: readonly { id: string; topic: string; attempts: number; lastError: string | null }[]
}

/** Money that waits for the office, and work that was given up. */
export function MoneyExceptions({ reversals, paidLater, latePayments, failedJobs }: MoneyTroubles) {
  const t = useMessages(allianceMessages)
  const two = useMessages(reversalMessages)
  const locale = useLocale()
  return (
    <>
      <ExceptionList
        title={two.waiting}
        exceptions={reversals.map(({ id, postingKey, amountFen, reason, proposer, proposedAt }) => ({
          id,
          what: (
            <CellLink to={`/alliance/ledger/postings/${encodeURIComponent(postingKey)}`}>
              {two.waitingOf(postingKey, formatFen(amountFen))}
            </CellLink>
          ),
          detail: [reason, proposer, formatMoment(proposedAt, locale)].filter(Boolean).join(' · '),
        }))}
      />
      <ExceptionList
        title={t.latePayments}
        exceptions={latePayments.map(({ paymentId, number, amountFen, at }) => ({
          id: paymentId,
          what: `${t.orderNumber(number)} · ${formatFen(amountFen)}`,
          detail: at ? formatMoment(at, locale) : null,
        }))}
      />
      <ExceptionList
        title={t.unpaidOnAccount}
        exceptions={paidLater.map(({ orderId, number, payment, totalFen, placedAt }) => ({
          id: orderId,
          what: `${t.orderNumber(number)} · ${formatFen(totalFen)}`,
          detail: formatMoment(placedAt, locale),
          action: (
            <Form method="post">
              <input type="hidden" name="orderId" value={orderId} />
              <Button look="plain">
                {payment === 'on_pickup' ? t.pickupPaymentReceived : t.transferReceived}
                <span className="sr-only"> {t.orderNumber(number)}</span>
              </Button>
            </Form>
          ),
        }))}
      />
      <ExceptionList
        title={t.failedJobs}
        exceptions={failedJobs.map(({ id, topic, attempts, lastError }) => ({
          id,
          what: topic,
          detail: t.attempts(attempts, lastError ?? ''),
        }))}
      />
    </>
  )
}
