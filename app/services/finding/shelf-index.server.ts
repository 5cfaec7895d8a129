import { setImmediate } from 'node:timers/promises'
import { queryTermsOf } from '#app/domain/catalog/search-terms.ts'
import type { ShelfSort } from '#app/domain/catalog/shelf-sorts.ts'
import { narrowShelf, type ShelfCounts, type Wanted } from '#app/domain/finding/narrow-shelf.ts'
import { matchTerms } from '#app/domain/finding/postings.ts'
import { rankShelf } from '#app/domain/finding/rank-shelf.ts'
import type { Reader } from '#db/connection.ts'
import { findChangesSince, findDistributedIds, findFactsAfter, findFactsOf } from '#db/queries/finding/shelf-facts.server.ts'
import { keepPostings } from './keep-postings.server.ts'
import { type Kept, ShelfTable } from './shelf-table.ts'

/** How old what is known of the shelf may be: changes of products, and everything (stock, above all). */
const changesEveryMs = 2000
const everythingEveryMs = 60_000
/** A long shelf is read less often, so that reading never takes more than one part in so many of a process's time. */
const restPerRead = 30
/** A change may be committed this much after the moment it bears. */
const lateCommitMs = 10_000

export type ShelfQuestion = {
  /** '' for everything; what holds no word finds nothing */
  query: string
  /** the shop: its own products and those it distributes; null is the alliance's, which has all */
  shopId: string | null
  wanted: Omit<Wanted, 'farms'>
  /** producers, none for all */
  farmIds: readonly string[]
  /** 1–12 */
  month: number
  sort: ShelfSort
  /** which of them: `limit` from the `offset`-th on */
  offset: number
  limit: number
  today: string
}

/**
 * `ids` of the page asked for, of `total`; `counts.farms` goes with `farmIds` ('' is the alliance). `found` is how many the words
 * find in this shop before anything else is wanted.
 */
export type ShelfAnswer = { ids: string[]; total: number; found: number; counts: ShelfCounts; farmIds: readonly string[] }

/**
 * The shelf as this process knows it, for searching, narrowing, counting and sorting without the database (decision 0025).
 * It looks for changed products every two seconds and reads everything again each minute (a long shelf less often), in pieces,
 * while it answers; both only when somebody asks. Any number of processes may keep one.
 */
export function openShelfIndex(reader: Reader, clock: () => number = () => performance.now()) {
  const table = new ShelfTable()
  const postings = keepPostings(reader, (id) => table.numberOf(id), clock)
  let nextReadAt = Number.NEGATIVE_INFINITY
  let changesAt = 0
  let newestChange = 0
  let reading: Promise<void> | null = null
  let looking: Promise<void> | null = null

  async function readEverything(today: string) {
    const begunAt = clock()
    let after = ''
    for (let isLast = false; !isLast; ) {
      const piece = await findFactsAfter(reader, { after, today })
      // Nobody looks before the first reading is over; later on, what is new needs its place at once.
      if (table.put(piece.facts) && nextReadAt !== Number.NEGATIVE_INFINITY) table.sort()
      noteChanges(piece.facts)
      after = piece.facts.at(-1)?.id ?? after
      isLast = piece.isLast
      if (!isLast) await setImmediate()
    }
    table.sort()
    nextReadAt = clock() + Math.max(everythingEveryMs, restPerRead * (clock() - begunAt))
  }

  async function lookForChanges(today: string) {
    changesAt = clock()
    const recent = await findChangesSince(reader, new Date(newestChange - lateCommitMs))
    const changed = recent.filter(({ id, changedAt }) => {
      const number = table.numberOf(id)
      return number === undefined || table.kept[number]!.changedAt !== changedAt.getTime()
    })
    for (let from = 0; from < changed.length; from += 500) {
      const ids = changed.slice(from, from + 500).map(({ id }) => id)
      table.put(await findFactsOf(reader, { ids, today }))
      table.sort()
      await postings.mend(ids)
    }
    noteChanges(changed)
  }

  function noteChanges(rows: readonly { changedAt: Date }[]) {
    for (const { changedAt } of rows) newestChange = Math.max(newestChange, changedAt.getTime())
  }

  async function refresh(today: string) {
    const isFirst = nextReadAt === Number.NEGATIVE_INFINITY
    if (clock() >= nextReadAt && !reading) {
      reading = readEverything(today).finally(() => {
        reading = null
      })
      reading.catch(() => {})
    }
    if (isFirst) return await reading
    if (clock() - changesAt > changesEveryMs && !looking) {
      looking = lookForChanges(today).finally(() => {
        looking = null
      })
    }
    await looking
  }

  /** Numbers of what carries every term, with the scores; everything, newest first, for an empty query. */
  async function candidatesOf(query: string): Promise<{ numbers: readonly number[]; scores: Uint16Array | null }> {
    if (query === '') return { numbers: table.newest, scores: null }
    const terms = queryTermsOf(query)
    if (terms.length === 0) return { numbers: [], scores: null }
    return matchTerms(await Promise.all(terms.map((term) => postings.of(term))), table.rows.length)
  }

  return {
    async search(question: ShelfQuestion): Promise<ShelfAnswer> {
      const { query, shopId, farmIds, month, sort, today } = question
      await refresh(today)
      const { numbers, scores } = await candidatesOf(query)
      const shop = shopId === null ? null : await membersOf(shopId)
      const farms = farmIds.length === 0 ? null : new Set(farmIds.map((id) => table.codeOf(id)))
      const shelf = { rows: table.rows, farmOf: table.farmOf, farmCount: table.farmIds.length }
      const isHere = (number: number) => shop === null || shop.distributed.has(number) || table.farmOf[number] === shop.code
      const inShop = scores || shop ? numbers.filter((number) => table.rows[number] && isHere(number)) : numbers
      const { matches, counts } = narrowShelf(shelf, inShop, { ...question.wanted, farms }, month)
      const isSorted = scores === null && (sort === 'best' || sort === 'newest')
      const end = question.offset + question.limit
      const ranked = isSorted ? matches.slice(0, end) : rankShelf(table, matches, { sort, scores, count: end })
      const ids = ranked.slice(question.offset).map((number) => table.kept[number]!.id)
      return { ids, total: matches.length, found: inShop.length, counts, farmIds: table.farmIds }
    },

    /** How many products on the shelf each of these texts finds alone. */
    async countEach(texts: readonly string[]): Promise<Map<string, number>> {
      const found = texts.map(async (text) => {
        const { numbers } = await candidatesOf(text)
        return [text, numbers.filter((number) => table.rows[number]).length] as const
      })
      return new Map(await Promise.all(found))
    },

    /** The names of what is on the shelf, in both languages. */
    names: (): string[] => table.newest.map((number) => `${table.kept[number]!.nameZh} ${table.kept[number]!.nameEn}`),

    /** Of each crop that is in stock one product, the newest on the shelf. */
    async ofCrops(today: string): Promise<ReadonlyMap<string, Kept>> {
      await refresh(today)
      return table.ofCrop
    },
  }

  async function membersOf(shopId: string) {
    const ids = await findDistributedIds(reader, shopId)
    return { code: table.codeOf(shopId), distributed: new Set(ids.flatMap((id) => table.numberOf(id) ?? [])) }
  }
}
