import { businessDay } from '#app/domain/business-day.ts'
import { openShelfSearch, type ShelfSearch } from '#app/services/finding/search-shelf.server.ts'
import { db, now } from './runtime.server.ts'

const searches = new WeakMap<object, ShelfSearch>()

/** The shelf as this process knows it. */
export function shelfSearch(): ShelfSearch {
  const { reader } = db()
  const known = searches.get(reader) ?? openShelfSearch(reader)
  searches.set(reader, known)
  return known
}

/** Reads the shelf before the first visitor asks for it. */
export const readShelf = () => shelfSearch().ofCrops(businessDay(now()))
