import { Link } from '@remix-run/react'
import { businessDay } from '#app/domain/business-day.ts'
import type { ProductCard } from '#app/domain/catalog/product-card.ts'
import { formatFen, formatShortDay } from '#app/i18n/format.ts'
import { boughtMessages } from '#app/i18n/messages/bought.ts'
import { shopMessages } from '#app/i18n/messages/shop.ts'
import { useLocale, useMessages } from '#app/i18n/use-messages.ts'
import { BasketStepper } from '../basket-stepper.tsx'
import { ProducePicture } from '../produce-picture.tsx'

/** `card` is null for what has left the shelf. */
export type Bought = { id: string; name: string; times: number; lastAt: Date | null; card: ProductCard | null }

/** What was bought before, each with how often, and to be put into the basket again. */
export function BoughtList({ bought }: { bought: readonly Bought[] }) {
  return (
    <ul className="overflow-hidden rounded-md border-2 border-ink bg-paper">
      {bought.map((one) => (
        <BoughtRow key={one.id} bought={one} />
      ))}
    </ul>
  )
}

function BoughtRow({ bought: { name, times, lastAt, card } }: { bought: Bought }) {
  const t = useMessages(boughtMessages)
  const shop = useMessages(shopMessages)
  const locale = useLocale()
  return (
    <li
      id={card?.slug}
      className="-mb-px grid grid-cols-[5rem_minmax(0,1fr)] items-center gap-x-4 gap-y-2 border-b border-rule px-4 py-3 sm:grid-cols-[6rem_minmax(0,1fr)_12rem]"
    >
      {card ? (
        <ProducePicture {...card} alt="" sizes="96px" faded={card.left === 0} className="rounded-sm border-2 border-ink" />
      ) : (
        <span />
      )}
      <div className="min-w-0">
        {card ? (
          <Link to={`/products/${card.slug}`} className="inline-flex min-h-11 items-center leading-snug font-semibold">
            {name}
          </Link>
        ) : (
          <p className="font-semibold">{name}</p>
        )}
        <p className="text-sm text-ink-2">
          {t.times(times)}
          {lastAt ? ` · ${t.lastOn(formatShortDay(businessDay(lastAt), locale))}` : ''}
        </p>
        {card ? (
          <p className="text-sm">
            {card.size} · <span className="font-semibold text-pepper">{formatFen(card.priceFen)}</span>
          </p>
        ) : null}
      </div>
      <div className="col-start-2 sm:col-start-3">
        {card === null ? (
          <p className="text-sm text-ink-2">{t.offShelf}</p>
        ) : card.left > 0 ? (
          <BasketStepper variantId={card.variantId} name={name} left={card.left} anchor={card.slug} />
        ) : (
          <p className="text-sm text-ink-2">{shop.soldOutLong}</p>
        )}
      </div>
    </li>
  )
}
