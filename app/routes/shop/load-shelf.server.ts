import { businessDay } from '#app/domain/business-day.ts'
import type { ProductCard } from '#app/domain/catalog/product-card.ts'
import { CATEGORY_WORDS } from '#app/domain/catalog/product-sheet-words.ts'
import { bitsOf, facetValues } from '#app/domain/finding/shelf-row.ts'
import { noFacets, ofAlliance, type ShelfState, type ShownCounts } from '#app/domain/finding/shelf-state.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { shelfSearch } from '#app/http/shelf-search.server.ts'
import { shortMemory } from '#app/http/short-memory.server.ts'
import { inLocale, type Locale } from '#app/i18n/locale.ts'
import { readShelfSearch } from '#app/schemas/shelf-search.ts'
import type { FoundShelf } from '#app/services/finding/search-shelf.server.ts'
import { type FarmSummary, findFarms } from '#db/queries/catalog/farms.server.ts'
import { findProductCards, mostCards } from '#db/queries/catalog/product-cards.server.ts'
import { findNextWave, type NextWave } from '#db/queries/delivery/next-wave.server.ts'

type Shelf = Pick<FoundShelf, 'found' | 'corrected' | 'others' | 'closeTerms'> & {
  cards: ProductCard[]
  total: number
  counts: ShownCounts
}

/**
 * A page of cards is read at most every two seconds in each process, whoever asks: it may show stock that is two seconds old.
 * Which products a list has, and in what order, is answered from memory (decision 0025). Nothing is told to forget, so any number
 * of processes may run; the basket and the checkout read what is there.
 */
const pages = shortMemory<Shelf>({ lifeMs: 2000, entries: 400 })
const waveMemory = shortMemory<NextWave | null>({ lifeMs: 2000, entries: 1 })
const farmMemory = shortMemory<FarmSummary[]>({ lifeMs: 10_000, entries: 1 })

/** Every farm, as it was at most ten seconds ago. */
export const recallFarms = () => farmMemory('', () => findFarms(db().reader))

/** The next wave to close, as it was at most two seconds ago. */
export const recallNextWave = () => waveMemory('', () => findNextWave(db().reader, now()))

const onHomePage = 8

/** What was picked last and can still be had, for the home page. */
export async function recallHarvest(locale: Locale): Promise<ProductCard[]> {
  const search = { ...readShelfSearch(new URLSearchParams()), ...noFacets, sort: 'harvest' as const }
  const { cards } = await recallPage(search, { shopId: null, locale })
  return cards.filter(({ left }) => left > 0).slice(0, onHomePage)
}

/** One page of products as the URL asks for it: in the alliance's shop, or in one farm's (`shopId`). */
export async function loadShelf(request: Request, { shopId }: { shopId: string | null }) {
  const said = readShelfSearch(new URL(request.url).searchParams)
  const slugs = new Set([ofAlliance, ...(await recallFarms()).map(({ slug }) => slug)])
  const search = { ...said, farm: said.farm.filter((slug) => slugs.has(slug)) }
  return { ...(await recallPage(search, { shopId, locale: localeOf(request) })), search }
}
export type LoadedShelf = Awaited<ReturnType<typeof loadShelf>>

type Where = { shopId: string | null; locale: Locale }

const recallPage = (search: ShelfState, where: Where) => pages(JSON.stringify([search, where]), () => readPage(search, where))

async function readPage(search: ShelfState, { shopId, locale }: Where): Promise<Shelf> {
  const { reader } = db()
  const today = businessDay(now())
  const farms = await recallFarms()
  const answer = await askShelf(search, { shopId, farms, today })
  const { corrected, others, closeTerms, ids } = answer
  return {
    cards: await findProductCards(reader, ids, { language: locale === 'en' ? 'en' : 'zh', today }),
    total: answer.total,
    found: answer.found,
    corrected,
    others,
    closeTerms,
    counts: countsShown(search, answer, farms, locale),
  }
}

function askShelf(search: ShelfState, { shopId, farms, today }: { shopId: string | null; farms: FarmSummary[]; today: string }) {
  return shelfSearch().search({
    query: search.q,
    shopId,
    wanted: {
      category: bitsOf(facetValues.category, search.category ? [search.category] : []),
      storage: bitsOf(facetValues.storage, search.storage),
      mark: bitsOf(facetValues.mark, search.mark),
      price: bitsOf(facetValues.price, search.price),
      kind: bitsOf(facetValues.kind, search.kind),
      isInSeason: search.season === 'now',
      isInStock: search.stock === 'yes',
    },
    farmIds: search.farm.flatMap((slug) => (slug === ofAlliance ? '' : (farms.find((farm) => farm.slug === slug)?.id ?? []))),
    month: Number(today.slice(5, 7)),
    sort: search.sort,
    offset: (search.page - 1) * mostCards,
    limit: mostCards,
    today,
  })
}

/** The values a reader may choose: those that would show something, and those that are chosen. */
function countsShown(search: ShelfState, { counts, farmIds }: FoundShelf, farms: FarmSummary[], locale: Locale): ShownCounts {
  const shown = (facet: 'storage' | 'mark' | 'price' | 'kind') =>
    facetValues[facet].flatMap((value, at) => {
      const count = counts[facet][at]!
      return count > 0 || (search[facet] as readonly string[]).includes(value) ? [{ value, count }] : []
    })
  const named = [
    ...farms.map(({ id, slug, nameZh, nameEn }) => ({ id, value: slug, name: inLocale(locale, nameZh, nameEn) })),
    { id: '', value: ofAlliance, name: null },
  ]
  const farm = named.flatMap(({ id, value, name }) => {
    const count = counts.farms[farmIds.indexOf(id)] ?? 0
    return count > 0 || search.farm.includes(value) ? [{ value, name, count }] : []
  })
  return {
    category: Object.fromEntries(Object.keys(CATEGORY_WORDS).map((category, at) => [category, counts.category[at]!])),
    farm,
    storage: shown('storage'),
    mark: shown('mark'),
    price: shown('price'),
    kind: shown('kind'),
    season: counts.season,
    stock: counts.stock,
  }
}
