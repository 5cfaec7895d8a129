import { Link } from '@remix-run/react'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { shopMessages } from '#app/i18n/messages/shop.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { CategoryGlyph } from './category-glyph.tsx'
import { shelfCategories } from './category-row.tsx'

/** No hit: what part of the search would find something, and the categories to go on from. */
export function NothingFound({ query, terms, path }: { query: string; terms: readonly string[]; path: string }) {
  const t = useMessages(shopMessages)
  return (
    <section className="flex flex-col items-start gap-4 rounded-md border-2 border-ink bg-paper p-5">
      <p className="text-lg">{query ? t.nothingFound(query) : t.nothingHere}</p>
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
