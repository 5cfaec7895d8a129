import type { ProductCard } from '#app/domain/catalog/product-card.ts'
import { formatMoment } from '#app/i18n/format.ts'
import { boughtMessages } from '#app/i18n/messages/bought.ts'
import { useLocale, useMessages } from '#app/i18n/use-messages.ts'
import { HomeSection } from '../home-sections.tsx'
import { ProductGrid } from '../product-grid.tsx'
import { OrderAgainForm } from './order-again-form.tsx'

export type BoughtLately = { order: { id: string; number: string; placedAt: Date }; cards: readonly ProductCard[] }

/** On the home page of somebody who has bought: their last order at one press, and what they bought lately. */
export function BoughtSection({ order, cards }: BoughtLately) {
  const t = useMessages(boughtMessages)
  const locale = useLocale()
  return (
    <HomeSection title={t.recent} more={{ to: '/account/bought', label: t.all }}>
      <div className="mb-4 flex flex-col gap-2 rounded-md border-2 border-ink bg-paper p-4">
        <p>{t.lastOrder(order.number, formatMoment(order.placedAt, locale))}</p>
        <OrderAgainForm orderId={order.id} />
      </div>
      {cards.length > 0 ? <ProductGrid cards={cards} /> : null}
    </HomeSection>
  )
}
