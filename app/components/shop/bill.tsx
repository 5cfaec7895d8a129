import type { ReactNode } from 'react'
import { formatDay, formatFen } from '#app/i18n/format.ts'
import { bundleMessages } from '#app/i18n/messages/bundles.ts'
import { checkoutMessages } from '#app/i18n/messages/checkout.ts'
import { promotionMessages } from '#app/i18n/messages/promotions.ts'
import { useLocale, useMessages, usePick } from '#app/i18n/use-messages.ts'
import { FeeDetails, type FeeShown } from './fee-details.tsx'

/** A discount its producers fund, or a coupon the alliance pays. */
export type BillReduction = { id: string; fundedBy: 'producers' | 'alliance'; nameZh: string; nameEn: string; offFen: number }

/** `holds`: what is in all of them, where the goods do not stand beside the bill. */
type BillBundle = {
  variantId: string
  nameZh: string
  nameEn: string
  quantity: number
  savedFen: number
  holds?: readonly { nameZh: string; nameEn: string; units: number }[]
}

export type BillParts = {
  goods: { farmId: string; farmZh: string; farmEn: string; amountFen: number }[]
  /** one drop a wave; null when only the sum is known */
  deliveries: { waveId: string; deliversOn: string; feeFen: number; fee?: FeeShown | null }[] | null
  deliveryFen: number
  /** what bundles cost less than their parts, which are among the goods */
  bundles: BillBundle[]
  reductions: BillReduction[]
  /** less what is off */
  totalFen: number
  /** of the total, paid with the customer's credit */
  creditFen: number
}

/** Every amount by itself: goods by farm, delivery by wave, what is off, the total, and what credit leaves of it. */
export function Bill({ goods, deliveries, deliveryFen, bundles, reductions, totalFen, creditFen }: BillParts) {
  const p = useMessages(promotionMessages)
  const b = useMessages(bundleMessages)
  const t = useMessages(checkoutMessages)
  const locale = useLocale()
  const pick = usePick()
  return (
    <dl className="flex flex-col gap-2">
      {goods.map((part) => (
        <Amount key={part.farmId} term={t.goodsOf(pick(part.farmZh, part.farmEn))} fen={part.amountFen} />
      ))}
      {deliveries ? (
        deliveries.map((drop) => (
          <Amount key={drop.waveId} term={t.deliveryOn(formatDay(drop.deliversOn, locale))} fen={drop.feeFen}>
            {drop.fee ? <FeeDetails fee={drop.fee} /> : null}
          </Amount>
        ))
      ) : (
        <Amount term={t.paidInstead} fen={deliveryFen} />
      )}
      {bundles.map(({ variantId, nameZh, nameEn, quantity, savedFen, holds = [] }) => (
        <Amount key={variantId} term={b.savingOf(pick(nameZh, nameEn), quantity)} fen={-savedFen}>
          <span className="block text-sm">
            {holds.map((part) => `${pick(part.nameZh, part.nameEn)} × ${part.units}`).join(pick('、', ', '))}
          </span>
        </Amount>
      ))}
      {reductions.map(({ id, fundedBy, nameZh, nameEn, offFen }) => (
        <Amount key={id} term={(fundedBy === 'producers' ? p.discountOf : p.couponOf)(pick(nameZh, nameEn))} fen={-offFen} />
      ))}
      <div className="flex justify-between gap-4 border-t border-rule pt-2 text-lg font-semibold">
        <dt>{t.total}</dt>
        <dd className="text-right text-pepper">{formatFen(totalFen)}</dd>
      </div>
      {creditFen > 0 ? (
        <>
          <Amount term={p.paidByCredit} fen={-creditFen} />
          <div className="flex justify-between gap-4 font-semibold">
            <dt>{p.toPay}</dt>
            <dd className="text-right">{formatFen(totalFen - creditFen)}</dd>
          </div>
        </>
      ) : null}
    </dl>
  )
}

function Amount({ term, fen, children }: { term: string; fen: number; children?: ReactNode }) {
  return (
    <div className="flex justify-between gap-4">
      <dt className="text-ink-2">
        {term}
        {children}
      </dt>
      <dd className="text-right whitespace-nowrap">{formatFen(fen)}</dd>
    </div>
  )
}
