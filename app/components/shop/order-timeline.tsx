import { classNames } from '#app/components/ui/class-names.ts'
import type { OrderEventKind } from '#app/domain/delivery/list-timeline.ts'
import { formatMoment } from '#app/i18n/format.ts'
import { orderPageMessages } from '#app/i18n/messages/order-page.ts'
import { useLocale, useMessages, usePick } from '#app/i18n/use-messages.ts'

type Texts = (typeof orderPageMessages)['en']
export type TimelineEntry = { kind: OrderEventKind; at: Date | null; farmZh: string; farmEn: string }

const happened = {
  placed: (t) => t.placed,
  paid: (t) => t.paid,
  on_account: (t) => t.onAccount,
  expired: (t) => t.expired,
  packed: (t, farm) => t.packedBy(farm),
  planned: (t) => t.planned,
  at_hub: (t, farm) => t.atHub(farm),
  on_the_way: (t) => t.onTheWay,
  near: (t) => t.near,
  not_delivered: (t) => t.notDelivered,
  rescheduled: (t) => t.rescheduled,
  delivered: (t) => t.delivered,
  accepted: (t) => t.accepted,
  cancelled: (t) => t.cancelled,
  refund_sent: (t) => t.refundSent,
  refunded: (t) => t.refunded,
  credited: (t) => t.credited,
} satisfies Record<OrderEventKind, (t: Texts, farm: string) => string>

const toCome: Partial<Record<OrderEventKind, (t: Texts, farm: string) => string>> = {
  paid: (t) => t.toPay,
  packed: (t, farm) => t.toPackBy(farm),
  planned: (t) => t.toPlan,
  on_the_way: (t) => t.toRide,
  delivered: (t) => t.toDeliver,
  accepted: (t) => t.toAccept,
}

/** What has happened at a step, as one sentence. */
export const sayHappened = (t: Texts, { kind }: Pick<TimelineEntry, 'kind'>, farm: string) => happened[kind](t, farm)

/** What happened to an order and what is still to come; a step is marked by a filled or an open dot and by its words. */
export function OrderTimeline({ steps }: { steps: readonly TimelineEntry[] }) {
  const t = useMessages(orderPageMessages)
  const locale = useLocale()
  const pick = usePick()
  return (
    <ol className="flex flex-col">
      {steps.map((step, index) => {
        const say = step.at ? happened[step.kind] : (toCome[step.kind] ?? happened[step.kind])
        return (
          <li key={`${step.kind} ${step.farmEn} ${step.at?.getTime() ?? 'next'}`} className="flex gap-3">
            <span aria-hidden="true" className="flex w-4 flex-col items-center pt-1.5">
              <span
                className={classNames('size-3 rounded-full border-2', step.at ? 'border-leaf bg-leaf' : 'border-control bg-transparent')}
              />
              {index < steps.length - 1 ? <span className="w-0.5 flex-1 bg-rule" /> : null}
            </span>
            <span className="flex min-w-0 flex-1 flex-wrap justify-between gap-x-3 pb-3">
              <span className={step.at ? 'font-semibold' : 'text-ink-2'}>{say(t, pick(step.farmZh, step.farmEn))}</span>
              <span className="text-sm text-ink-2">{step.at ? formatMoment(step.at, locale) : t.stillToCome}</span>
            </span>
          </li>
        )
      })}
    </ol>
  )
}
