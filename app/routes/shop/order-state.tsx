import { Form, useLocation, useNavigation } from '@remix-run/react'
import { Button, ButtonLink } from '#app/components/ui/button.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { StatusMark } from '#app/components/ui/status-mark.tsx'
import { formatClock, formatMoment } from '#app/i18n/format.ts'
import { orderPageMessages } from '#app/i18n/messages/order-page.ts'
import { useLocale, useMessages } from '#app/i18n/use-messages.ts'

export type StateOfOrder = {
  order: { status: 'awaiting_payment' | 'confirmed' | 'completed' | 'expired' | 'cancelled'; placedAt: Date; expiresAt: Date }
  /** money came after the order had run out of time */
  isLate: boolean
  /** everything is there, and the customer has not said so yet */
  isToConfirm: boolean
  minutesLeft: number
  /** come back from the payment page; looking: the page refreshes itself; busy: the payment page could not be opened */
  back: { isBack: boolean; isLooking: boolean; isBusy: boolean }
}

/** A hold longer than this is told by its day. */
const longHoldMinutes = 90

const tones = { awaiting_payment: 'waiting', confirmed: 'moving', completed: 'done', expired: 'bad', cancelled: 'bad' } as const

/** Where the order stands, and the one thing its customer can do about it. Paid is only what the processor has told us. */
export function OrderState({ order, isLate, isToConfirm, minutesLeft, back }: StateOfOrder) {
  const t = useMessages(orderPageMessages)
  const locale = useLocale()
  const texts = {
    awaiting_payment: t.awaiting,
    confirmed: t.confirmed,
    completed: t.completed,
    expired: t.expired,
    cancelled: t.cancelled,
  } satisfies Record<typeof order.status, string>
  const isWaiting = order.status === 'awaiting_payment'
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-4">
        <StatusMark tone={tones[order.status]}>{texts[order.status]}</StatusMark>
        <span className="text-sm text-ink-2">{t.placedAt(formatMoment(order.placedAt, locale))}</span>
      </p>
      {isWaiting && back.isBack ? <Confirming isLooking={back.isLooking} /> : null}
      {isWaiting && back.isBusy ? (
        <Notice tone="warn" title={t.processorBusyTitle}>
          {t.processorBusyText}
        </Notice>
      ) : null}
      {order.status === 'confirmed' && back.isBack ? <Notice tone="good">{t.paidThanks}</Notice> : null}
      {isLate ? (
        <Notice tone="info" title={t.lateTitle}>
          {t.lateText}
        </Notice>
      ) : null}
      {isWaiting && !back.isLooking ? (
        <PayAgain
          isAgain={back.isBusy}
          text={
            minutesLeft > longHoldMinutes
              ? t.payBeforeMoment(formatMoment(order.expiresAt, locale))
              : t.payBefore(formatClock(order.expiresAt), minutesLeft)
          }
        />
      ) : null}
      {order.status === 'expired' && !isLate ? (
        <div className="flex flex-col items-start gap-3 print:hidden">
          <p>{t.expiredText}</p>
          <ButtonLink to="/basket">{t.backToBasket}</ButtonLink>
        </div>
      ) : null}
      {isToConfirm ? <ConfirmReceived /> : null}
    </>
  )
}

function Confirming({ isLooking }: { isLooking: boolean }) {
  const t = useMessages(orderPageMessages)
  const { pathname } = useLocation()
  return (
    <Notice tone="info" title={t.confirmingTitle}>
      <p>{isLooking ? t.confirmingText : t.confirmingSlowText}</p>
      <p className="mt-1">
        <a href={`${pathname}?paid=1`} className="inline-flex min-h-11 items-center font-semibold text-indigo">
          {t.lookAgain}
        </a>
      </p>
    </Notice>
  )
}

const useIsDoing = (intent: string) => useNavigation().formData?.get('intent') === intent

function PayAgain({ isAgain, text }: { isAgain: boolean; text: string }) {
  const t = useMessages(orderPageMessages)
  const isPaying = useIsDoing('pay')
  return (
    <Form method="post" className="flex flex-col items-start gap-2 print:hidden">
      <p>{text}</p>
      <Button type="submit" name="intent" value="pay" disabled={isPaying}>
        {isPaying ? t.paying : isAgain ? t.payAgain : t.payNow}
      </Button>
    </Form>
  )
}

function ConfirmReceived() {
  const t = useMessages(orderPageMessages)
  const isSaving = useIsDoing('received')
  return (
    <Form method="post" className="flex flex-col items-start gap-2 rounded-md border border-rule bg-paper p-4 print:hidden">
      <h2 className="text-xl">{t.receivedTitle}</h2>
      <p className="text-ink-2">{t.receivedText}</p>
      <Button type="submit" name="intent" value="received" disabled={isSaving}>
        {isSaving ? t.receiving : t.received}
      </Button>
    </Form>
  )
}
