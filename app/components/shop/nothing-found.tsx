import { Link } from '@remix-run/react'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { noFacets, type ShelfState, shelfPath } from '#app/domain/finding/shelf-state.ts'
import { findingMessages } from '#app/i18n/messages/finding.ts'
import { shopMessages } from '#app/i18n/messages/shop.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { CategoryGlyph } from './category-glyph.tsx'
import { shelfCategories } from './category-row.tsx'

const wholeShop = '/products'

/** `found`: how many the words alone find; `terms`: parts of them that find something. */
type Nothing = { path: string; search: ShelfState; found: number; terms: readonly string[] }

/**
 * No hit. Where wishes are chosen: the same without them. Else what part of the search would find something, the whole alliance's
 * shop where this is a farm's, and the categories to go on from.
 */
export function NothingFound({ path, search, found, terms }: Nothing) {
  const t = useMessages(shopMessages)
  const f = useMessages(findingMessages)
  const { q } = search
  const isNarrowed = found > 0
  return (
    <section className="flex flex-col items-start gap-4 rounded-md border-2 border-ink bg-paper p-5">
      <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
        <img src="/art/fruit-basket.svg" alt="" width={128} height={96} className="w-32 rounded-sm border-2 border-ink" />
        <p className="min-w-0 flex-1 basis-40 text-lg">{isNarrowed ? f.narrowedAway(q) : q ? t.nothingFound(q) : t.nothingHere}</p>
      </div>
      {isNarrowed ? <ButtonLink to={shelfPath(path, search, { ...noFacets, category: null })}>{f.clearAll}</ButtonLink> : null}
      {terms.length > 0 ? (
        <p className="flex flex-wrap items-center gap-x-4">
          {t.tryTerms}
          {terms.map((term) => (
            <Link key={term} to={`${path}?${new URLSearchParams({ q: term })}`} className="flex min-h-11 items-center text-indigo">
              {term}
            </Link>
          ))}
        </p>
      ) : null}
      {q && path !== wholeShop ? (
        <Link to={shelfPath(wholeShop, { ...search, ...noFacets }, { category: null })} className="flex min-h-11 items-center text-indigo">
          {f.inAllShops}
        </Link>
      ) : null}
      <p className="text-ink-2">{t.tryCategories}</p>
      <ul className="grid w-full grid-cols-2 gap-x-4 sm:grid-cols-4">
        {shelfCategories.map((category) => (
          <li key={category}>
            <Link to={`${path}?category=${category}`} className="flex min-h-11 items-center gap-2">
              <CategoryGlyph category={category} size={22} />
              {t[category]}
            </Link>
          </li>
        ))}
      </ul>
      <ButtonLink to={path} look="plain">
        {t.clearFilters}
      </ButtonLink>
    </section>
  )
}
