import { soldAheadOn } from '#app/domain/catalog/sold-ahead.ts'
import { db } from '#app/http/runtime.server.ts'
import { inLocale, type Locale } from '#app/i18n/locale.ts'
import { findOffersOnShelf, type OfferOnShelf } from '#db/queries/ahead/adoptions.server.ts'
import { findOpenPresales } from '#db/queries/ahead/presales.server.ts'

type Asked = { id: string; kind: 'single' | 'bundle' | 'adoption' }

/** What a product's page tells of harvests to come: its open pre-sales, and for an adoption its season. */
export async function readAhead({ id, kind }: Asked, locale: Locale) {
  const { reader } = db()
  const say = (zh: string, en: string) => inLocale(locale, zh, en)
  const open = kind === 'single' ? await findOpenPresales(reader, id) : []
  const [offer] = kind === 'adoption' ? await findOffersOnShelf(reader, { productId: id }) : []
  return {
    presales: open.map(({ sizeZh, sizeEn, noteZh, noteEn, ...presale }) => ({
      ...presale,
      size: say(sizeZh, sizeEn),
      note: say(noteZh, noteEn),
      deliversFromOn: soldAheadOn(presale.harvestFromOn)!,
    })),
    offer: offer ? showOffer(offer, locale) : null,
  }
}

/** An offer in the reader's language, as it is drawn. */
export function showOffer({ dates, ...offer }: OfferOnShelf, locale: Locale) {
  const say = (zh: string, en: string) => inLocale(locale, zh, en)
  return {
    id: offer.offerId,
    slug: offer.slug,
    name: say(offer.nameZh, offer.nameEn),
    kind: offer.kind,
    crop: offer.crop,
    category: offer.category,
    farm: { slug: offer.farmSlug, code: offer.farmCode, name: say(offer.farmZh, offer.farmEn) },
    county: say(offer.countyZh, offer.countyEn),
    where: say(offer.whereZh, offer.whereEn),
    size: say(offer.sizeZh, offer.sizeEn),
    priceFen: offer.priceFen,
    places: offer.places,
    taken: offer.taken,
    dates: dates.map(({ on, units, partZh, partEn, productZh, productEn }) => ({
      on: on ?? offer.seasonFromOn,
      units,
      what: `${say(productZh, productEn)} ${say(partZh, partEn)}`,
    })),
  }
}
