import type { ProductCard } from '#app/domain/catalog/product-card.ts'
import type { Category } from '#app/domain/catalog/product-sheet-words.ts'
import type { ShelfSort } from '#app/domain/catalog/shelf-sorts.ts'
import { CategoryRow } from './category-row.tsx'
import { NothingFound } from './nothing-found.tsx'
import { Pager } from './pager.tsx'
import { ProductGrid } from './product-grid.tsx'
import { ShelfFilters } from './shelf-filters.tsx'

/** What the URL says of a list; every link and form here only changes that. */
export type ShelfState = { q: string; category: Category | null; farm: string | null; season: 'now' | null; sort: ShelfSort; page: number }

export type ShelfListProps = {
  path: string
  title: string
  search: ShelfState
  cards: readonly ProductCard[]
  hasNext: boolean
  closeTerms: readonly string[]
  farms: readonly { slug: string; name: string }[]
}

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

export function ShelfList({ path, title, search, cards, hasNext, closeTerms, farms }: ShelfListProps) {
  const linkTo = (change: Partial<ShelfState>) => shelfPath(path, search, change)
  return (
    <div className="mx-auto flex max-w-6xl flex-col gap-4 px-4 pt-5">
      <h1 className="text-2xl sm:text-3xl">{title}</h1>
      <CategoryRow current={search.category} linkTo={(category) => linkTo({ category })} />
      <ShelfFilters path={path} search={search} farms={farms} />
      {cards.length > 0 ? <ProductGrid cards={cards} eager={4} /> : <NothingFound query={search.q} terms={closeTerms} path={path} />}
      <Pager page={search.page} hasNext={hasNext} linkTo={(page) => linkTo({ page })} />
    </div>
  )
}
