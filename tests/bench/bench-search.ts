import { businessDay } from '#app/domain/business-day.ts'
import { bitsOf, facetValues } from '#app/domain/finding/shelf-row.ts'
import { openShelfSearch, type ShelfSearch } from '#app/services/finding/search-shelf.server.ts'
import type { ShelfQuestion } from '#app/services/finding/shelf-index.server.ts'
import { findProductCards, mostCards } from '#db/queries/catalog/product-cards.server.ts'
import { openAlliance } from './bench-alliance.ts'
import { ownCpuSeconds, round, say, underLoad } from './measure.ts'
import { searchBySql } from './search-by-sql.ts'

const searches = 600
const warmUp = 60
const barMs = 20

/**
 * One search at a time through what the list's loader asks: the hits, their order, the counts of every facet and the first page
 * of cards. `ratio` is the bar of 20 ms to the median. Beside it the same terms matched, scored and sorted by the database alone,
 * without counts (`sql`); the two take turns. `cpuP50Ms` is what the median search
 * takes of a processor, `firstMs` a new process's first search, which reads the whole shelf.
 */
export async function benchSearch(products: number) {
  const alliance = await openAlliance(products)
  try {
    const { reader } = alliance.db
    const today = businessDay(new Date())
    const begunAt = performance.now()
    const before = process.memoryUsage().heapUsed
    const { search } = openShelfSearch(reader)
    await search(questionOf(0, today))
    const firstMs = round(performance.now() - begunAt)
    const ours = (index: number) => showPage(search, index, today)
    const sql = (index: number) => searchBySql(reader, questionOf(index, today).query, mostCards)
    await underLoad({ clients: 1, total: warmUp, work: ours })
    await underLoad({ clients: 1, total: warmUp, work: sql })
    say(`${searches} searches`)
    const heapMb = round((process.memoryUsage().heapUsed - before) / 2 ** 20)
    const cpu: number[] = []
    const load = await underLoad({
      clients: 1,
      total: searches,
      work: async (index) => {
        const before = ownCpuSeconds()
        await ours(index)
        cpu.push((ownCpuSeconds() - before) * 1000)
      },
    })
    const cpuP50Ms = round(cpu.sort((a, b) => a - b)[Math.floor(searches / 2)]!)
    const plain = await underLoad({ clients: 1, total: Math.min(searches, 120), work: sql })
    const figures = { p50Ms: load.p50Ms, p99Ms: load.p99Ms, cpuP50Ms, firstMs, heapMb }
    return { products, ratio: round(barMs / load.p50Ms), ours: figures, sql: { p50Ms: plain.p50Ms, p99Ms: plain.p99Ms } }
  } finally {
    await alliance.close()
  }

  async function showPage(search: ShelfSearch['search'], index: number, today: string) {
    const { ids } = await search(questionOf(index, today))
    await findProductCards(alliance.db.reader, ids, { language: 'zh', today })
  }
}

/** Words that find most of the shelf and words that find little, pinyin, English, two words, misspelt ones, and no words. */
const queries = ['土豆', '农场', 'tudou', 'eggs', '', '番茄', '土逗', 'td', 'potatoes', '鸡蛋', '红薯 粉', 'patato', '蔬菜', '四川', 'farm']

const nothing = { category: 0, storage: 0, mark: 0, price: 0, kind: 0, isInSeason: false, isInStock: false }
const wishes: Partial<ShelfQuestion['wanted']>[] = [
  {},
  { isInStock: true },
  { category: bitsOf(facetValues.category, ['vegetables']) },
  { storage: bitsOf(facetValues.storage, ['ambient', 'chilled']), isInSeason: true },
]
const sorts = ['best', 'unit', 'harvest'] as const

function questionOf(index: number, today: string): ShelfQuestion {
  return {
    query: queries[index % queries.length]!,
    shopId: null,
    wanted: { ...nothing, ...wishes[Math.floor(index / queries.length) % wishes.length]! },
    farmIds: [],
    month: Number(today.slice(5, 7)),
    sort: sorts[index % sorts.length]!,
    offset: 0,
    limit: mostCards,
    today,
  }
}
