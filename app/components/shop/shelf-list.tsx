import type { ProductCard } from '#app/domain/catalog/product-card.ts'
import { type ShelfState, type ShownCounts, shelfPath } from '#app/domain/finding/shelf-state.ts'
import { findingMessages } from '#app/i18n/messages/finding.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { CategoryRow } from './category-row.tsx'
import { DidYouMean } from './finding/did-you-mean.tsx'
import { FacetChips } from './finding/facet-chips.tsx'
import { FacetPanel } from './finding/facet-panel.tsx'
import { NothingFound } from './nothing-found.tsx'
import { Pager } from './pager.tsx'
import { ProductGrid } from './product-grid.tsx'

export type ShelfListProps = {
  path: string
  title: string
  search: ShelfState
  cards: readonly ProductCard[]
  /** how many there are on all pages together */
  total: number
  counts: ShownCounts
  /** how many the words alone find */
  found: number
  corrected: string | null
  others: readonly string[]
  closeTerms: readonly string[]
}

const onPage = 24

export function ShelfList({ path, title, search, cards, total, found, counts, corrected, others, closeTerms }: ShelfListProps) {
  const t = useMessages(findingMessages)
  const linkTo = (change: Partial<ShelfState>) => shelfPath(path, search, change)
  return (
    <div className="mx-auto flex max-w-6xl flex-col gap-4 px-4 pt-5">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h1 className="text-2xl sm:text-3xl">{title}</h1>
        <p className="text-ink-2">{t.total(total)}</p>
      </div>
      <CategoryRow current={search.category} counts={counts.category} linkTo={(category) => linkTo({ category })} />
      {corrected === null ? null : <DidYouMean {...{ path, search, corrected, others }} />}
      {found > 0 ? <FacetPanel path={path} search={search} counts={counts} /> : null}
      <FacetChips path={path} search={search} farms={counts.farm} />
      {cards.length > 0 ? <ProductGrid cards={cards} eager={4} /> : <NothingFound {...{ path, search, found }} terms={closeTerms} />}
      <Pager page={search.page} hasNext={search.page * onPage < total} linkTo={(page) => linkTo({ page })} />
    </div>
  )
}
