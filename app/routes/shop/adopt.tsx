import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { OfferCard } from '#app/components/shop/ahead/offer-card.tsx'
import { ShopShell } from '#app/components/shop/shop-shell.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { Empty } from '#app/components/ui/empty.tsx'
import { holdsLicence } from '#app/domain/brands/marks-of.ts'
import { businessDay } from '#app/domain/business-day.ts'
import { drawnCrop } from '#app/domain/catalog/drawn-crop.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { aheadMessages } from '#app/i18n/messages/ahead.ts'
import { pageHead } from '#app/i18n/page-head.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { findOffersOnShelf } from '#db/queries/ahead/adoptions.server.ts'
import { showOffer } from './read-ahead.server.ts'

export const meta: MetaFunction = ({ matches }) =>
  pageHead(matches, (locale) => {
    const { adoptTitle: title, adoptLead: description } = aheadMessages[locale]
    return { title, description, path: '/adopt' }
  })

export async function loader({ request }: LoaderFunctionArgs) {
  const locale = localeOf(request)
  const today = businessDay(now())
  const offers = await findOffersOnShelf(db().reader)
  return {
    offers: offers.map((offer) => ({ ...showOffer(offer, locale), crop: drawnCrop(offer.crop), licensed: holdsLicence(offer, today) })),
  }
}

export default function Adopt() {
  const t = useMessages(aheadMessages)
  const { offers } = useLoaderData<typeof loader>()
  return (
    <ShopShell>
      <div className="mx-auto flex max-w-6xl flex-col gap-6 px-4 pt-6">
        <header className="flex max-w-2xl flex-col gap-2">
          <h1 className="text-3xl">{t.adoptTitle}</h1>
          <p className="text-ink-2">{t.adoptLead}</p>
        </header>
        {offers.length === 0 ? (
          <Empty drawing="rock-sugar-orange" action={<ButtonLink to="/products">{t.toProducts}</ButtonLink>}>
            {t.adoptNone}
          </Empty>
        ) : null}
        <ul className="grid grid-cols-1 gap-6 sm:grid-cols-2 lg:grid-cols-3">
          {offers.map((offer) => (
            <OfferCard key={offer.slug} offer={offer} />
          ))}
        </ul>
      </div>
    </ShopShell>
  )
}
