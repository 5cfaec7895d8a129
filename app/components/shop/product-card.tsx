import { Link } from '@remix-run/react'
import { classNames } from '#app/components/ui/class-names.ts'
import type { ProductCard as Card } from '#app/domain/catalog/product-card.ts'
import { shopMessages } from '#app/i18n/messages/shop.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { AheadChip } from './ahead/ahead-chip.tsx'
import { BasketStepper } from './basket-stepper.tsx'
import { DualBrandBadge } from './dual-brand-badge.tsx'
import { HarvestChip } from './harvest-chip.tsx'
import { PriceTag } from './price-tag.tsx'
import { ProducePicture } from './produce-picture.tsx'
import { RatingChip } from './star-row.tsx'
import { UnitPrice } from './unit-price.tsx'

const fewLeft = 10

/** One product on the shelf: what it is, who grew it, when it was picked, what it costs by piece and by weight. */
export function ProductCard({ card, eager }: { card: Card; eager: boolean }) {
  const t = useMessages(shopMessages)
  const { slug, name, farm, left } = card
  return (
    <li id={slug} className={classNames('-mr-px -mb-px flex flex-col border-r border-b border-rule', !eager && 'further-down')}>
      <Link to={`/products/${slug}`} className="group flex flex-1 flex-col -outline-offset-4 no-underline">
        <span className="relative block border-b-2 border-ink bg-ground">
          <ProducePicture {...card} alt={t.illustration(name)} load={eager ? 'eager' : 'lazy'} faded={left === 0} />
          <span className="absolute top-2 right-2 left-2 flex">{left > 0 ? <FreshMark {...card} /> : <SoldOutStamp />}</span>
          <span className="absolute -bottom-4 left-2">
            <PriceTag priceFen={card.priceFen} suffix={card.hasMoreSizes ? t.from : undefined} />
          </span>
        </span>
        <span className="flex flex-1 flex-col gap-1 px-3 pt-6">
          <span className="leading-snug font-semibold group-hover:underline">{name}</span>
          <span className="text-sm leading-snug text-ink-2">
            {card.size}
            {left > 0 && left < fewLeft ? <span className="font-semibold text-pepper"> · {t.onlyLeft(left)}</span> : null}
          </span>
          <UnitPrice priceFen={card.priceFen} netWeightG={card.netWeightG} />
          <RatingChip ratings={card.ratings} stars={card.stars} />
          <DualBrandBadge farm={farm} indication={card.indication} place={farm?.county} />
        </span>
      </Link>
      <div className="px-3 pt-2 pb-3">
        {left > 0 ? (
          <BasketStepper variantId={card.variantId} name={name} left={left} anchor={slug} />
        ) : (
          <p className="flex min-h-11 items-center text-sm text-balance text-ink-2">{t.soldOutLong}</p>
        )}
      </div>
    </li>
  )
}

/** Sold ahead, its harvest is told; else how long ago it was. */
const FreshMark = ({ aheadFromOn, daysSinceHarvest }: Pick<Card, 'aheadFromOn' | 'daysSinceHarvest'>) =>
  aheadFromOn === null ? <HarvestChip days={daysSinceHarvest} /> : <AheadChip fromOn={aheadFromOn} />

function SoldOutStamp() {
  const t = useMessages(shopMessages)
  return <span className="rounded-sm border-2 border-pepper bg-paper px-2 font-display text-sm font-semibold text-pepper">{t.soldOut}</span>
}
