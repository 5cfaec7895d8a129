import { ButtonLink } from '#app/components/ui/button.tsx'
import { formatFen } from '#app/i18n/format.ts'
import { promotionMessages } from '#app/i18n/messages/promotions.ts'
import { basketMessages } from '#app/i18n/messages/shop-basket.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'

import type { BillReduction } from './bill.tsx'

/** To a door in the first zone, before an address is known. */
export type BasketEstimate = {
  trips: number
  zoneZh: string
  zoneEn: string
  deliveryFen: number
  /** what applies by itself */
  reductions: readonly BillReduction[]
  totalFen: number
  savedFen: number
}

/** What it comes to: goods, delivery itemised, the saving, and the way on. */
export function BasketSums({
  subtotalFen,
  estimate,
  canCheckOut,
}: {
  subtotalFen: number
  estimate: BasketEstimate | null
  canCheckOut: boolean
}) {
  const t = useMessages(basketMessages)
  const p = useMessages(promotionMessages)
  const pick = usePick()
  return (
    <aside aria-label={t.total} className="rounded-md border-2 border-ink bg-paper lg:sticky lg:top-6">
      <dl className="flex flex-col gap-1 border-b border-rule p-4">
        <Sum name={t.subtotal} fen={subtotalFen} />
        {estimate ? <Sum name={t.delivery(estimate.trips, pick(estimate.zoneZh, estimate.zoneEn))} fen={estimate.deliveryFen} /> : null}
        {estimate?.reductions.map(({ id, fundedBy, nameZh, nameEn, offFen }) => (
          <Sum key={id} name={(fundedBy === 'producers' ? p.discountOf : p.couponOf)(pick(nameZh, nameEn))} fen={-offFen} />
        ))}
        {estimate ? <Sum name={t.total} fen={estimate.totalFen} strong /> : null}
      </dl>
      <div className="flex flex-col gap-3 p-4">
        {estimate && estimate.savedFen > 0 ? <p className="font-semibold text-leaf">{t.saving(formatFen(estimate.savedFen))}</p> : null}
        <p className="text-sm text-ink-2">{t.deliveryLater}</p>
        {canCheckOut ? (
          <ButtonLink to="/checkout" className="min-h-12 text-lg">
            {t.checkout}
          </ButtonLink>
        ) : (
          <p className="rounded-sm border border-control px-4 py-2 text-center text-ink-2">{t.cannotOrderText}</p>
        )}
        <ButtonLink to="/products" look="quiet">
          {t.goOn}
        </ButtonLink>
      </div>
    </aside>
  )
}

const Sum = ({ name, fen, strong = false }: { name: string; fen: number; strong?: boolean }) => (
  <div className={`flex items-baseline justify-between gap-4 ${strong ? 'pt-2 text-xl font-bold' : ''}`}>
    <dt>{name}</dt>
    <dd className="whitespace-nowrap">{formatFen(fen)}</dd>
  </div>
)
