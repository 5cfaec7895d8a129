import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { ProductCard } from '#app/domain/catalog/product-card.ts'
import { brandMessages } from '#app/i18n/messages/brands.ts'
import { shopMessages } from '#app/i18n/messages/shop.ts'
import { farmMessages } from '#app/i18n/messages/shop-farms.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { Photograph } from './brands/photograph.tsx'
import { FigureBars } from './figure-bars.tsx'
import { farmMarkOf, sealPath } from './picture-paths.ts'
import { ProductGrid } from './product-grid.tsx'
import type { ShopFront } from './shop-front.ts'

type Portrait = {
  county: string
  flagship: string
  story: string
  people: string
  practices: readonly string[]
  /** its people on its land */
  pictureId: string | null
  distanceM: number | null
  leadDays: number
}

const wide = 'mx-auto w-full max-w-6xl px-4'

/** Who they are: the mark at full size, the place, the story, the people, and how they work. */
export function FarmPortrait({ front, portrait, children }: { front: ShopFront; portrait: Portrait; children?: ReactNode }) {
  const t = useMessages(farmMessages)
  const shop = useMessages(shopMessages)
  const brands = useMessages(brandMessages)
  const { county, flagship, story, people, practices, pictureId, distanceM, leadDays } = portrait
  return (
    <section className="border-b-2 border-ink bg-paper">
      <div className={`${wide} grid gap-6 py-6 lg:grid-cols-[16rem_1fr_18rem] lg:gap-10 lg:py-10`}>
        <div className="flex items-center gap-4 lg:flex-col lg:items-start">
          <img src={farmMarkOf(front.code)} alt="" width={192} height={192} className="size-28 lg:size-48" />
          <p className="flex items-center gap-2 text-sm text-ink-2">
            {front.licensed ? <img src={sealPath} alt="" width={28} height={28} /> : null}
            {front.licensed ? shop.ofAlliance : t.notLicensed}
          </p>
        </div>
        <div>
          {pictureId === null ? null : (
            <Photograph
              id={pictureId}
              colour={front.colour}
              alt={brands.coverOf(front.name)}
              sizes="(min-width: 1024px) 560px, 100vw"
              load="first"
              className="mb-4 block aspect-4/3 h-auto w-full rounded-md border-2 border-ink object-cover"
            />
          )}
          <h1 className="farm-text font-given text-3xl sm:text-4xl">{front.name}</h1>
          <p className="mt-1 text-ink-2">
            {county}
            {distanceM === null ? null : ` · ${t.km(Math.round(distanceM / 1000))}`}
          </p>
          <p className="mt-4 max-w-prose text-lg">{story}</p>
          {children}
        </div>
        <dl className="flex flex-col gap-4 border-t border-rule pt-4 lg:border-t-0 lg:border-l lg:pt-0 lg:pl-6">
          <Fact name={t.flagshipTitle}>{flagship}</Fact>
          <Fact name={t.whoTitle}>{people}</Fact>
          <Fact name={t.leadTitle}>{t.lead(leadDays)}</Fact>
          <Fact name={t.practicesTitle}>
            <ul>
              {practices.map((practice) => (
                <li key={practice} className="border-b border-rule py-1.5 last:border-b-0">
                  {practice}
                </li>
              ))}
            </ul>
          </Fact>
        </dl>
      </div>
    </section>
  )
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt className="text-sm text-ink-2">{name}</dt>
    <dd>{children}</dd>
  </div>
)

/** Its own products first, then its partners', each under the name of who grew it. */
export function FarmShelf({
  shelfPath,
  own,
  partners,
}: {
  shelfPath: string
  own: readonly ProductCard[]
  partners: readonly ProductCard[]
}) {
  const t = useMessages(farmMessages)
  return (
    <>
      <section className={`${wide} pt-8`}>
        <h2 className="mb-3 text-2xl">{t.ownTitle}</h2>
        {own.length > 0 ? <ProductGrid cards={own} eager={2} /> : <p className="text-ink-2">{t.nothingOwn}</p>}
      </section>
      {partners.length > 0 ? (
        <section className={`${wide} pt-10`}>
          <h2 className="text-2xl">{t.partnersTitle}</h2>
          <p className="mb-3 text-ink-2">{t.partnersNote}</p>
          <ProductGrid cards={partners} />
        </section>
      ) : null}
      <p className={wide}>
        <Link to={shelfPath} className="mt-2 inline-flex min-h-11 items-center font-semibold text-indigo">
          {t.seeShop} →
        </Link>
      </p>
    </>
  )
}

type Figure = readonly [before: number, now: number]

/** What the alliance changed for this farm (S0 table 2). */
export function FarmFigures({
  figures,
}: {
  figures: { land: Figure; customers: Figure; products: Figure; soldOutside: Figure; logistics: Figure }
}) {
  const t = useMessages(farmMessages)
  const row = (label: string, [before, now]: Figure, lessIsBetter = false) => ({ label, before, now, lessIsBetter })
  return (
    <section className={`${wide} pt-10`}>
      <h2 className="text-2xl">{t.figuresTitle}</h2>
      <p className="mb-3 text-ink-2">{t.figuresNote}</p>
      <FigureBars
        figures={[
          row(t.land, figures.land),
          row(t.customers, figures.customers),
          row(t.products, figures.products),
          row(t.soldOutside, figures.soldOutside),
          row(t.logistics, figures.logistics, true),
        ]}
      />
    </section>
  )
}
