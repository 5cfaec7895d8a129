import { z } from 'zod'
import { CATEGORY_WORDS, type Category } from '#app/domain/catalog/product-sheet-words.ts'
import { shelfSorts } from '#app/domain/catalog/shelf-sorts.ts'
import { facetValues } from '#app/domain/finding/shelf-row.ts'
import { manyFacets, type ShelfState } from '#app/domain/finding/shelf-state.ts'

const categories = Object.keys(CATEGORY_WORDS) as [Category, ...Category[]]
const mostFarms = 20

/** The values of a facet that there are, each once. */
const anyOf = <Value extends string>(values: readonly Value[]) =>
  z.array(z.string()).transform((said) => values.filter((value) => said.includes(value)))

/** What a list of products is asked for in its URL. Whatever does not parse is as if it had not been said. */
const ShelfSearch = z.object({
  q: z.string().trim().max(60).catch(''),
  category: z.enum(categories).nullable().catch(null),
  farm: z.array(z.string()).transform((said) => [...new Set(said.filter((slug) => /^[\w-]{1,64}$/.test(slug)))].sort().slice(0, mostFarms)),
  storage: anyOf(facetValues.storage),
  mark: anyOf(facetValues.mark),
  price: anyOf(facetValues.price),
  kind: anyOf(facetValues.kind),
  season: z.literal('now').nullable().catch(null),
  stock: z.literal('yes').nullable().catch(null),
  sort: z.enum(shelfSorts).catch('best'),
  page: z.coerce.number().int().min(1).max(2000).catch(1),
}) satisfies z.ZodType<ShelfState>

export function readShelfSearch(params: URLSearchParams): ShelfState {
  const said = (name: string) => params.get(name) || undefined
  return ShelfSearch.parse({
    ...Object.fromEntries(manyFacets.map((facet) => [facet, params.getAll(facet)])),
    q: said('q'),
    category: said('category'),
    season: said('season'),
    stock: said('stock'),
    sort: said('sort'),
    page: said('page'),
  })
}
