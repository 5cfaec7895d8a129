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
import { findKnownTerms, findShelfIds, type ShelfQuestion } from '#db/queries/shelf.server.ts'

type Shelf = { cards: ProductCard[]; hasNext: boolean; closeTerms: string[] }

/**
 * A page of cards is read at most every two seconds in each process, whoever asks: it may show stock that is two seconds old.
 * In what order products stand when that takes looking at many of them (a search, a price, a harvest) may be thirty seconds
 * old. Nothing is told to forget, so any number of processes may run; the basket and the checkout read what is there.
 */
const pages = shortMemory<Shelf>({ lifeMs: 2000, entries: 400 })
const orders = shortMemory<string[]>({ lifeMs: 30_000, entries: 200 })
/** Of a remembered order; further pages are looked up each time. */
const mostRemembered = 50 * mostCards

const waveMemory = shortMemory<NextWave | null>({ lifeMs: 2000, entries: 1 })
const farmMemory = shortMemory<FarmSummary[]>({ lifeMs: 10_000, entries: 1 })

/** Every farm, as it was at most ten seconds ago. */
export const recallFarms = () => farmMemory('', () => findFarms(db().reader))

/** The next wave to close, as it was at most two seconds ago. */
export const recallNextWave = () => waveMemory('', () => findNextWave(db().reader, now()))

const languageOf = (locale: Locale) => (locale === 'en' ? 'en' : 'zh')

const onHomePage = 8

/** What was picked last and can still be had, for the home page. */
export async function recallHarvest(locale: Locale): Promise<ProductCard[]> {
  const search = readShelfSearch(new URLSearchParams({ sort: 'harvest' }))
  const { cards } = await recallPage(search, { shopId: null, farmId: null, language: languageOf(locale) })
  return cards.filter(({ left }) => left > 0).slice(0, onHomePage)
}

/** One page of products as the URL asks for it: in the alliance's shop, or in one farm's (`shopId`). */
export async function loadShelf(request: Request, { shopId }: { shopId: string | null }) {
  const search = readShelfSearch(new URL(request.url).searchParams)
  const locale = localeOf(request)
  const farms = await recallFarms()
  const farmId = farms.find(({ slug }) => slug === search.farm)?.id ?? null
  const shelf = await recallPage(search, { shopId, farmId, language: languageOf(locale) })
  return {
    ...shelf,
    search,
    farms: farms.map(({ slug, nameZh, nameEn }) => ({ slug, name: inLocale(locale, nameZh, nameEn) })),
  }
}
export type LoadedShelf = Awaited<ReturnType<typeof loadShelf>>

type Where = { shopId: string | null; farmId: string | null; language: 'zh' | 'en' }

const recallPage = (search: ShelfSearch, where: Where) => pages(JSON.stringify([search, where]), () => readPage(search, where))

async function readPage(search: ShelfSearch, { shopId, farmId, language }: Where): Promise<Shelf> {
  const { reader } = db()
  const { q, category, season, sort, page } = search
  const today = businessDay(now())
  const month = season === 'now' ? Number(today.slice(5, 7)) : null
  const terms = queryTermsOf(q)
  if (q !== '' && terms.length === 0) return { cards: [], hasNext: false, closeTerms: [] }
  // One more than is shown says whether there is a next page; nothing is counted.
  const ids = await findIds(
    { terms, category, farmId, shopId, month, sort, today },
    { offset: (page - 1) * mostCards, limit: mostCards + 1 },
  )
  const cards = await findProductCards(reader, ids.slice(0, mostCards), { language, today })
  return {
    cards,
    hasNext: ids.length > mostCards,
    closeTerms: cards.length === 0 && terms.length > 1 ? await findKnownTerms(reader, terms) : [],
  }
}

async function findIds(question: ShelfQuestion, { offset, limit }: { offset: number; limit: number }): Promise<string[]> {
  const isInIndexOrder = question.sort === 'best' && question.terms.length === 0 && question.shopId === null
  if (isInIndexOrder || offset + limit > mostRemembered) return await findShelfIds(db().reader, question, { offset, limit })
  const ids = await orders(JSON.stringify(question), () => findShelfIds(db().reader, question, { offset: 0, limit: mostRemembered }))
  return ids.slice(offset, offset + limit)
}
