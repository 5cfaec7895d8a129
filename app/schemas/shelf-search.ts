import { z } from 'zod'
import { CATEGORY_WORDS, type Category } from '#app/domain/catalog/product-sheet-words.ts'
import { shelfSorts } from '#app/domain/catalog/shelf-sorts.ts'

const categories = Object.keys(CATEGORY_WORDS) as [Category, ...Category[]]

/** What a list of products is asked for in its URL. Whatever does not parse is as if it had not been said. */
const ShelfSearch = z.object({
  q: z.string().trim().max(60).catch(''),
  category: z.enum(categories).nullable().catch(null),
  farm: z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .nullable()
    .catch(null),
  season: z.literal('now').nullable().catch(null),
  sort: z.enum(shelfSorts).catch('best'),
  page: z.coerce.number().int().min(1).max(2000).catch(1),
})
export type ShelfSearch = z.output<typeof ShelfSearch>

export function readShelfSearch(params: URLSearchParams): ShelfSearch {
  const said = (name: string) => params.get(name) || undefined
  return ShelfSearch.parse({
    q: said('q'),
    category: said('category'),
    farm: said('farm'),
    season: said('season'),
    sort: said('sort'),
    page: said('page'),
  })
}
