import type { ProductCard } from '#app/domain/catalog/product-card.ts'
import { CategoryRow } from './category-row.tsx'
import { NothingFound } from './nothing-found.tsx'
import { Pager } from './pager.tsx'
import { ProductGrid } from './product-grid.tsx'
import { ShelfFilters } from './shelf-filters.tsx'
import { type ShelfState, shelfPath } from './shelf-path.ts'

export type ShelfListProps = {
  path: string
  title: string
  search: ShelfState
  cards: readonly ProductCard[]
  hasNext: boolean
  closeTerms: readonly string[]
  farms: readonly { slug: string; name: string }[]
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
