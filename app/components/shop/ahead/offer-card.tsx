import { Link } from '@remix-run/react'
import type { Category } from '#app/domain/catalog/product-sheet-words.ts'
import { aheadMessages } from '#app/i18n/messages/ahead.ts'
import { shopMessages } from '#app/i18n/messages/shop.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { DualBrandBadge } from '../dual-brand-badge.tsx'
import { PriceTag } from '../price-tag.tsx'
import { ProducePicture } from '../produce-picture.tsx'
import { DateStrip, PlacesLeft, type ShownAdoption } from './adoption-season.tsx'

export type ListedOffer = ShownAdoption & {
  slug: string
  name: string
  size: string
  priceFen: number
  crop: string | null
  category: Category
  county: string
  farm: { code: string; name: string }
  licensed: boolean
}

/** One of what can be adopted: its picture, its farm, its season and the places left. */
export function OfferCard({ offer }: { offer: ListedOffer }) {
  const t = useMessages(aheadMessages)
  const shop = useMessages(shopMessages)
  const { slug, name, farm, licensed, county } = offer
  return (
    <li className="flex flex-col gap-3 rounded-md border-2 border-ink bg-paper pb-4">
      <span className="relative block border-b-2 border-ink">
        <ProducePicture crop={offer.crop} category={offer.category} alt={shop.illustration(name)} />
        <span className="absolute -bottom-4 left-2">
          <PriceTag priceFen={offer.priceFen} />
        </span>
      </span>
      <div className="flex flex-1 flex-col gap-3 px-4 pt-4">
        <div>
          <h2 className="font-given text-xl">
            <Link to={`/products/${slug}`}>{name}</Link>
          </h2>
          <p className="text-sm text-ink-2">{offer.size}</p>
        </div>
        <DualBrandBadge farm={{ ...farm, licensed }} indication={null} place={county} />
        <p className="text-sm text-ink-2">{offer.where}</p>
        <DateStrip dates={offer.dates.map(({ on }) => on)} />
        <PlacesLeft places={offer.places} taken={offer.taken} />
        <Link to={`/products/${slug}`} className="inline-flex min-h-11 items-center font-semibold text-indigo underline">
          {t.adoptNow}
        </Link>
      </div>
    </li>
  )
}
