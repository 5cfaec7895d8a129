import { Form, useLocation, useNavigation } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { formatClock, formatFen, formatMoment } from '#app/i18n/format.ts'
import { buyerMessages } from '#app/i18n/messages/buyers.ts'
import { leaderMessages } from '#app/i18n/messages/leader.ts'
import { useLocale, useMessages } from '#app/i18n/use-messages.ts'
import { LeaderOrderState, type LeaderOrderStatus } from './order-state.tsx'

export type Standing = {
  order: { number: string; status: LeaderOrderStatus; totalFen: number; placedAt: Date; expiresAt: Date }
  /** confirmed on account, and its transfer has not come */
  owes: boolean
  /** an enterprise earns nothing on what it orders */
  isEnterprise: boolean
  /** money came after the order had run out of time */
  isLate: boolean
  /** how the leader comes here: having ordered, from the payment page, or because that could not be opened */
  back: 'placed' | 'paid' | 'busy' | null
}

/** Where an order stands and how it is paid. Paid is only what the processor or the office has told us. */
export function LeaderOrderStanding({ order, owes, isEnterprise, isLate, back }: Standing) {
  const t = useMessages(leaderMessages)
  const b = useMessages(buyerMessages)
  const locale = useLocale()
  const isWaiting = order.status === 'awaiting_payment'
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-4">
        <LeaderOrderState status={order.status} owes={owes} />
        <span className="text-sm text-ink-2">{t.placedAt(formatMoment(order.placedAt, locale))}</span>
      </p>
      {back === 'placed' && order.status === 'confirmed' ? <Notice tone="good">{t.thanksOnAccount}</Notice> : null}
      {back === 'paid' && order.status === 'confirmed' ? <Notice tone="good">{t.thanksPaid}</Notice> : null}
      {back === 'paid' && isWaiting ? <Confirming /> : null}
      {back === 'busy' && isWaiting ? <Notice tone="warn">{t.processorBusy}</Notice> : null}
      {isLate ? (
        <Notice tone="info" title={t.lateTitle}>
          {t.lateText}
        </Notice>
      ) : null}
      {owes ? (
        <Notice tone="info" title={t.transferTitle}>
          {(isEnterprise ? b : t).transferText(formatFen(order.totalFen), order.number)}
        </Notice>
      ) : null}
      {isWaiting ? <Pay until={formatClock(order.expiresAt)} /> : null}
    </>
  )
}

function Confirming() {
  const t = useMessages(leaderMessages)
  const { pathname } = useLocation()
  return (
    <Notice tone="info" title={t.confirmingTitle}>
      <p>{t.confirmingText}</p>
      <a href={`${pathname}?paid=1`} className="inline-flex min-h-11 items-center font-semibold text-indigo">
        {t.lookAgain}
      </a>
    </Notice>
  )
}

function Pay({ until }: { until: string }) {
  const t = useMessages(leaderMessages)
  const isPaying = useNavigation().state === 'submitting'
  return (
    <Form method="post" className="flex flex-col items-start gap-2 print:hidden">
      <p>{t.payBefore(until)}</p>
      <Button type="submit" disabled={isPaying}>
        {isPaying ? t.paying : t.payNow}
      </Button>
    </Form>
  )
}
