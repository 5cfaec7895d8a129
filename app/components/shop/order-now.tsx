import { formatClock, formatDay } from '#app/i18n/format.ts'
import { orderLiveMessages } from '#app/i18n/messages/order-live.ts'
import { orderPageMessages } from '#app/i18n/messages/order-page.ts'
import { useLocale, useMessages, usePick } from '#app/i18n/use-messages.ts'
import type { ContentsWave } from './order-contents.tsx'
import { sayHappened, type TimelineEntry } from './order-timeline.tsx'
import { useLiveOrder } from './use-live-order.ts'

/** Where the order is now and when it comes, read out when it changes; the page keeps it true by itself. */
export function OrderNow(props: {
  order: { id: string }
  mark: string | null
  isLive: boolean
  steps: readonly TimelineEntry[]
  waves: readonly ContentsWave[]
}) {
  const t = useMessages(orderLiveMessages)
  const p = useMessages(orderPageMessages)
  const locale = useLocale()
  const pick = usePick()
  const isListening = useLiveOrder({ orderId: props.order.id, mark: props.mark, isLive: props.isLive })
  const last = props.steps.findLast(({ at }) => at !== null)
  if (!props.isLive || !last) return null
  const next = props.waves.find(({ arrival }) => arrival === null || arrival.status === 'planned')
  const day = next ? formatDay(next.deliversOn, locale) : null
  const { promisedFrom, promisedUntil } = next?.arrival ?? { promisedFrom: null, promisedUntil: null }
  return (
    <section aria-label={t.nowTitle} className="rounded-md border-2 border-ink bg-paper p-4 print:hidden">
      <div role="status">
        <p className="font-given text-2xl font-semibold">{sayHappened(p, last, pick(last.farmZh, last.farmEn))}</p>
        {day !== null ? (
          <p className="text-lg tabular-nums">
            {promisedFrom && promisedUntil ? t.window(day, formatClock(promisedFrom), formatClock(promisedUntil)) : t.expectedOn(day)}
          </p>
        ) : null}
      </div>
      {isListening ? <p className="text-sm text-ink-2">{t.live}</p> : null}
    </section>
  )
}
