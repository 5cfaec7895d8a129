import type { Category } from '#app/domain/catalog/product-sheet-words.ts'
import type { ShelfSort } from '#app/domain/catalog/shelf-sorts.ts'

/** What the URL says of a list; every link and form here only changes that. */
export type ShelfState = { q: string; category: Category | null; farm: string | null; season: 'now' | null; sort: ShelfSort; page: number }

/** The same list with something changed; a change of anything but the page starts at page 1. */
export function shelfPath(path: string, search: ShelfState, change: Partial<ShelfState>): string {
  const next = { ...search, page: 1, ...change }
  const params = new URLSearchParams()
  if (next.q) params.set('q', next.q)
  if (next.category) params.set('category', next.category)
  if (next.farm) params.set('farm', next.farm)
  if (next.season) params.set('season', next.season)
  if (next.sort !== 'best') params.set('sort', next.sort)
  if (next.page > 1) params.set('page', String(next.page))
  const said = params.toString()
  return said ? `${path}?${said}` : path
}
