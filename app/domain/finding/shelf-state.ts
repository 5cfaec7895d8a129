import type { Category, StorageClass } from '#app/domain/catalog/product-sheet-words.ts'
import type { ShelfSort } from '#app/domain/catalog/shelf-sorts.ts'
import type { PriceBand } from './price-bands.ts'
import type { ShelfKind, ShelfMark } from './shelf-row.ts'

/** What the URL of a list says; of each facet any of the values, of the facets all. `farm` are slugs. */
export type ShelfState = {
  q: string
  category: Category | null
  farm: readonly string[]
  storage: readonly StorageClass[]
  mark: readonly ShelfMark[]
  price: readonly PriceBand[]
  kind: readonly ShelfKind[]
  season: 'now' | null
  stock: 'yes' | null
  sort: ShelfSort
  page: number
}

/** In the place of a farm's slug: products of one standard that several farms fulfil. */
export const ofAlliance = 'alliance'

type Counted = { value: string; count: number }

/** How many products there would be with each value; farms with their names, null for the alliance. */
export type ShownCounts = {
  category: Record<string, number>
  farm: (Counted & { name: string | null })[]
  season: number
  stock: number
} & Record<'storage' | 'mark' | 'price' | 'kind', Counted[]>

export const manyFacets = ['farm', 'storage', 'mark', 'price', 'kind'] as const
export const flagFacets = ['season', 'stock'] as const

/** Everything that narrows the list further than words and category do. */
export const noFacets = {
  farm: [],
  storage: [],
  mark: [],
  price: [],
  kind: [],
  season: null,
  stock: null,
} as const satisfies Partial<ShelfState>

/** The same list with something changed; a change of anything but the page starts at page 1. Always the same order of the same words. */
export function shelfPath(path: string, search: ShelfState, change: Partial<ShelfState>): string {
  const next = { ...search, page: 1, ...change }
  const params = new URLSearchParams()
  if (next.q) params.set('q', next.q)
  if (next.category) params.set('category', next.category)
  for (const facet of manyFacets) for (const value of [...next[facet]].sort()) params.append(facet, value)
  for (const facet of flagFacets) if (next[facet]) params.set(facet, next[facet])
  if (next.sort !== 'best') params.set('sort', next.sort)
  if (next.page > 1) params.set('page', String(next.page))
  const said = params.toString()
  return said ? `${path}?${said}` : path
}

/** What the reader chose, one by one, each with the list as it would be without it. */
export function chosenFacets(
  path: string,
  search: ShelfState,
): { facet: (typeof manyFacets | typeof flagFacets)[number]; value: string; without: string }[] {
  const many = manyFacets.flatMap((facet) =>
    search[facet].map((value) => ({
      facet,
      value,
      without: shelfPath(path, search, { [facet]: search[facet].filter((one) => one !== value) }),
    })),
  )
  const flags = flagFacets.flatMap((facet) =>
    search[facet] === null ? [] : [{ facet, value: search[facet], without: shelfPath(path, search, { [facet]: null }) }],
  )
  return [...many, ...flags]
}

/**
 * The one address a list is known by: a category and one more value at most; everything narrower, and every order, is a view of
 * it. Null for searches, which nobody should find by searching.
 */
export function canonicalShelfPath(path: string, search: ShelfState): string | null {
  if (search.q !== '') return null
  const { category, page } = search
  const chosen = chosenFacets(path, search)
  const isOne = chosen.length <= 1 && search.stock === null && search.price.length === 0
  return shelfPath(path, { ...search, ...(isOne ? {} : noFacets), q: '', sort: 'best' }, { category, page: isOne ? page : 1 })
}
