import type { ReactNode } from 'react'
import { Notice } from '#app/components/ui/notice.tsx'
import { PosterLink } from '#app/components/ui/poster-link.tsx'
import type { ShownPicture } from '#app/domain/catalog/product-card.ts'
import type { Category } from '#app/domain/catalog/product-sheet-words.ts'
import { isInSeason, type Season } from '#app/domain/catalog/season.ts'
import type { FenRange } from '#app/domain/pricing/saving-figures.ts'
import { brandMessages } from '#app/i18n/messages/brands.ts'
import { shopMessages } from '#app/i18n/messages/shop.ts'
import { productMessages } from '#app/i18n/messages/shop-product.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { AddToBasket } from './add-to-basket.tsx'
import { AdoptionSeason, type ShownAdoption } from './ahead/adoption-season.tsx'
import { PresalePanel, type ShownPresale } from './ahead/presale-panel.tsx'
import { BrandPlate } from './brand-plate.tsx'
import { type GalleryPicture, PictureGallery } from './brands/picture-gallery.tsx'
import { BundleContents, type BundleSize } from './bundles/bundle-parts.tsx'
import { FarmSaving } from './farm-saving.tsx'
import { HarvestChip } from './harvest-chip.tsx'
import { ProducePicture } from './produce-picture.tsx'
import { ProvenanceStrip } from './provenance-strip.tsx'
import { SeasonStrip } from './season-strip.tsx'
import type { PickableSize } from './size-picker.tsx'

export type ProductSheetProps = {
  product: {
    slug: string
    name: string
    text: string
    origin: string
    category: Category
    crop: string | null
    certifications: readonly string[]
    season: Season | null
    indication: { name: string; area: string } | null
    picture: ShownPicture | null
    /** its photographs, the first on its card; none shows the drawing */
    pictures: readonly GalleryPicture[]
  }
  farm: { slug: string; code: string; name: string; licensed: boolean; county: string } | null
  /** the farm, or for an alliance product those whose lots are on sale */
  growers: readonly { slug: string; name: string }[]
  distanceM: number | null
  logistics: { before: FenRange; now: FenRange } | null
  lot: { id: string; harvestedOn: string; bestBeforeOn: string } | null
  daysSinceHarvest: number | null
  sizes: readonly (PickableSize & BundleSize & { storage: 'ambient' | 'chilled' | 'frozen' })[]
  month: number
  /** what of it is sold ahead of its harvest */
  presales: readonly ShownPresale[]
  /** the season of what is adopted */
  offer: ShownAdoption | null
  /** under the price: what else can be done about it */
  below?: ReactNode
}

/** One product: picture and price, where it comes from, and how to keep it. Two columns where there is room. */
export function ProductSheet(sheet: ProductSheetProps) {
  const shop = useMessages(shopMessages)
  const brands = useMessages(brandMessages)
  const { product, farm, logistics } = sheet
  const isBundle = sheet.sizes.some(({ parts }) => parts.length > 0)
  const column = 'flex flex-col gap-6 px-4 sm:px-0'
  return (
    <article className="mx-auto grid max-w-6xl grid-cols-1 gap-6 sm:px-4 sm:pt-6 lg:grid-cols-2 lg:gap-10">
      <div>
        {product.pictures.length > 0 ? (
          <PictureGallery pictures={product.pictures} colour={product.picture?.colour ?? null} />
        ) : (
          <>
            <ProducePicture
              crop={product.crop}
              category={product.category}
              alt={shop.illustration(product.name)}
              load="first"
              className="border-b-2 border-ink bg-paper sm:rounded-md sm:border-2"
            />
            <p className="px-4 pt-1 text-sm text-ink-2 sm:px-0">{brands.drawing}</p>
          </>
        )}
      </div>
      <div className={column}>
        <header className="flex flex-col items-start gap-3">
          <h1 className="font-given text-3xl">{product.name}</h1>
          <HarvestChip days={sheet.daysSinceHarvest} />
          <p>{product.text}</p>
        </header>
        {sheet.presales.map((presale) => (
          <PresalePanel key={presale.variantId} presale={presale} />
        ))}
        {sheet.offer ? <AdoptionSeason offer={sheet.offer} /> : null}
        <Shelf {...sheet} />
        {sheet.below}
      </div>
      <div className={column}>
        {isBundle ? <BundleContents sizes={sheet.sizes} /> : null}
        <ProvenanceStrip farms={sheet.growers} place={product.origin} distanceM={sheet.distanceM} lot={sheet.lot} />
        <BrandPlate farm={farm} indication={product.indication} />
      </div>
      <div className={column}>
        {farm && logistics ? <FarmSaving farm={farm.name} before={logistics.before} now={logistics.now} /> : null}
        <Facts {...sheet} />
        <PosterLink path={`/share/products/${encodeURIComponent(product.slug)}/poster.png`} filename={product.slug} />
      </div>
    </article>
  )
}

/** What can be bought, or why nothing can. */
function Shelf({ product: { season }, sizes, month }: ProductSheetProps) {
  const t = useMessages(productMessages)
  if (sizes.some(({ left }) => left > 0)) return <AddToBasket sizes={sizes} />
  const outOfSeason = season !== null && !isInSeason(season, month)
  return (
    <div className="flex flex-col gap-4">
      {outOfSeason ? (
        <Notice tone="info" title={t.outOfSeasonTitle(t.month(season.from), t.month(season.to))}>
          {t.outOfSeasonText}
        </Notice>
      ) : (
        <Notice tone="warn" title={t.soldOutTitle}>
          {t.soldOutText}
        </Notice>
      )}
      <AddToBasket sizes={sizes} />
    </div>
  )
}

function Facts({ product, sizes, month }: ProductSheetProps) {
  const t = useMessages(productMessages)
  const storages = { ambient: t.ambientText, chilled: t.chilledText, frozen: t.frozenText }
  const certificates: Record<string, string> = { green: t.green, organic: t.organic, pgs: t.pgs }
  const storage = sizes[0]?.storage
  return (
    <dl className="border-t border-rule">
      <Fact name={t.season}>
        <SeasonStrip season={product.season} month={month} />
      </Fact>
      {storage ? <Fact name={t.storage}>{storages[storage]}</Fact> : null}
      {product.certifications.length > 0 ? (
        <Fact name={t.certifications}>{product.certifications.map((one) => certificates[one] ?? one).join(' · ')}</Fact>
      ) : null}
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-1 gap-1 border-b border-rule py-3 sm:grid-cols-[9rem_1fr]">
      <dt className="font-semibold">{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
