import { businessDay } from '#app/domain/business-day.ts'
import type { ProductCard } from '#app/domain/catalog/product-card.ts'
import { queryTermsOf } from '#app/domain/catalog/search-terms.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { shortMemory } from '#app/http/short-memory.server.ts'
import { inLocale, type Locale } from '#app/i18n/locale.ts'
import { readShelfSearch, type ShelfSearch } from '#app/schemas/shelf-search.ts'
import { type FarmSummary, findFarms } from '#db/queries/farms.server.ts'
import { findNextWave, type NextWave } from '#db/queries/next-wave.server.ts'
import { findProductCards, mostCards } from '#db/queries/product-cards.server.ts'
import { findKnownTerms, findShelfPage } from '#db/queries/shelf.server.ts'

type Shelf = { cards: ProductCard[]; hasNext: boolean; closeTerms: string[] }

/**
 * A page of the shelf is read at most every two seconds in each process, whoever asks: a card may show stock that is two
 * seconds old. Sorting by harvest or price looks at the whole shelf, so such a page lives ten. Checkout decides on what is there.
 */
const newest = shortMemory<Shelf>({ lifeMs: 2000, entries: 400 })
const sorted = shortMemory<Shelf>({ lifeMs: 10_000, entries: 400 })
const waveMemory = shortMemory<NextWave | null>({ lifeMs: 2000, entries: 1 })
const farmMemory = shortMemory<FarmSummary[]>({ lifeMs: 10_000, entries: 1 })

/** Every farm, as it was at most ten seconds ago. */
export const recallFarms = () => farmMemory('', () => findFarms(db().reader))

/** The next wave to close, as it was at most two seconds ago. */
export const recallNextWave = () => waveMemory('', () => findNextWave(db().reader, now()))

const languageOf = (locale: Locale) => (locale === 'en' ? 'en' : 'zh')

const onHomePage = 8

/** What was picked last, for the home page; at most ten seconds old. */
export async function recallHarvest(locale: Locale): Promise<ProductCard[]> {
  const search = readShelfSearch(new URLSearchParams({ sort: 'harvest' }))
  const { cards } = await sorted(JSON.stringify([locale, null, search]), () =>
    readShelf(search, { shopId: null, farmId: null, language: languageOf(locale) }),
  )
  return cards.filter(({ left }) => left > 0).slice(0, onHomePage)
}

/** One page of products as the URL asks for it: in the alliance's shop, or in one farm's (`shopId`). */
export async function loadShelf(request: Request, { shopId }: { shopId: string | null }) {
  const search = readShelfSearch(new URL(request.url).searchParams)
  const locale = localeOf(request)
  const farms = await recallFarms()
  const farmId = farms.find(({ slug }) => slug === search.farm)?.id ?? null
  const memory = search.sort === 'best' ? newest : sorted
  const shelf = await memory(JSON.stringify([locale, shopId, search]), () =>
    readShelf(search, { shopId, farmId, language: languageOf(locale) }),
  )
  return {
    ...shelf,
    search,
    farms: farms.map(({ slug, nameZh, nameEn }) => ({ slug, name: inLocale(locale, nameZh, nameEn) })),
  }
}
export type LoadedShelf = Awaited<ReturnType<typeof loadShelf>>

async function readShelf(
  search: ShelfSearch,
  where: { shopId: string | null; farmId: string | null; language: 'zh' | 'en' },
): Promise<Shelf> {
  const { reader } = db()
  const { q, category, season, sort, page } = search
  const today = businessDay(now())
  const terms = queryTermsOf(q)
  const { shopId, farmId, language } = where
  const { ids, hasNext } = await findShelfPage(reader, {
    terms,
    category,
    farmId,
    shopId,
    month: season === 'now' ? Number(today.slice(5, 7)) : null,
    sort,
    page,
    pageSize: mostCards,
    today,
  })
  const cards = await findProductCards(reader, ids, { language, today })
  return { cards, hasNext, closeTerms: cards.length === 0 && terms.length > 1 ? await findKnownTerms(reader, terms) : [] }
}
