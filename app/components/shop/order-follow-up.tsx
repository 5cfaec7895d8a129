import { ButtonLink } from '#app/components/ui/button.tsx'
import { formatMoment } from '#app/i18n/format.ts'
import { orderLiveMessages } from '#app/i18n/messages/order-live.ts'
import { reviewMessages } from '#app/i18n/messages/reviews.ts'
import { useLocale, useMessages } from '#app/i18n/use-messages.ts'
import { type FailedDelivery, FailedDeliveryForm } from './failed-delivery.tsx'

type Refused = 'unknown_drop' | 'not_failed' | 'wave_gone'

/** What a customer may still do about a placed order: choose after a failed delivery, change it before its cut-off. */
export function OrderFollowUp(props: {
  orderId: string
  failed: FailedDelivery | null
  changeUntil: Date | null
  /** something of it has come: it may be reviewed */
  isReceived: boolean
  refused: Refused | null
}) {
  const t = useMessages(orderLiveMessages)
  const locale = useLocale()
  const r = useMessages(reviewMessages)
  const { orderId, failed, changeUntil, isReceived } = props
  return (
    <>
      {failed ? <FailedDeliveryForm failed={failed} error={props.refused ? t[props.refused] : undefined} /> : null}
      {changeUntil ? (
        <section className="flex flex-col items-start gap-2 rounded-md border border-rule bg-paper p-4 print:hidden">
          <p>{t.changeUntil(formatMoment(changeUntil, locale))}</p>
          <ButtonLink look="plain" to={`/orders/${orderId}/change`}>
            {t.changeOrder}
          </ButtonLink>
        </section>
      ) : null}
      {isReceived ? (
        <p className="print:hidden">
          <ButtonLink look="plain" to={`/orders/${orderId}/reviews`}>
            {r.write}
          </ButtonLink>
        </p>
      ) : null}
    </>
  )
}
