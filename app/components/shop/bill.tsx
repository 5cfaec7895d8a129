import { formatDay, formatFen } from '#app/i18n/format.ts'
import { checkoutMessages } from '#app/i18n/messages/checkout.ts'
import { useLocale, useMessages, usePick } from '#app/i18n/use-messages.ts'

export type BillParts = {
  goods: { farmId: string; farmZh: string; farmEn: string; amountFen: number }[]
  /** one drop a wave; null when only the sum is known */
  deliveries: { waveId: string; deliversOn: string; feeFen: number }[] | null
  deliveryFen: number
  totalFen: number
}

/** Every amount by itself: goods by farm, delivery by wave, and the total. */
export function Bill({ goods, deliveries, deliveryFen, totalFen }: BillParts) {
  const t = useMessages(checkoutMessages)
  const locale = useLocale()
  const pick = usePick()
  return (
    <dl className="flex flex-col gap-2">
      {goods.map((part) => (
        <Amount key={part.farmId} term={t.goodsOf(pick(part.farmZh, part.farmEn))} fen={part.amountFen} />
      ))}
      {deliveries ? (
        deliveries.map((drop) => <Amount key={drop.waveId} term={t.deliveryOn(formatDay(drop.deliversOn, locale))} fen={drop.feeFen} />)
      ) : (
        <Amount term={t.paidInstead} fen={deliveryFen} />
      )}
      <div className="flex justify-between gap-4 border-t border-rule pt-2 text-lg font-semibold">
        <dt>{t.total}</dt>
        <dd className="text-right text-pepper">{formatFen(totalFen)}</dd>
      </div>
    </dl>
  )
}

function Amount({ term, fen }: { term: string; fen: number }) {
  return (
    <div className="flex justify-between gap-4">
      <dt className="text-ink-2">{term}</dt>
      <dd className="text-right">{formatFen(fen)}</dd>
    </div>
  )
}
