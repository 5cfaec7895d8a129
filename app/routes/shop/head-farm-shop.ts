import type { Locale } from '#app/i18n/locale.ts'
import { commonMessages } from '#app/i18n/messages/common.ts'
import type { PageHead } from '#app/i18n/page-head.ts'
import type { FarmShopPage } from './load-farm-shop.server.ts'
import { farmThing } from './name-things.ts'

/** What a farm's shop says of itself: its one address is its own host where it has one, wherever it was asked for. */
export function headFarmShop({ front, portrait }: Pick<FarmShopPage, 'front' | 'portrait'>, locale: Locale, site: string): PageHead {
  const { slug, name, ownSite } = front
  const { story, county: place } = portrait
  return {
    title: name,
    description: story,
    path: ownSite === null ? `/f/${slug}` : '/',
    ...(ownSite === null ? {} : { site: ownSite }),
    picture: `/share/farms/${slug}/card.png?lang=${locale}`,
    things: [farmThing(commonMessages[locale].brand, site, { slug, name, story, place, ownSite })],
  }
}
