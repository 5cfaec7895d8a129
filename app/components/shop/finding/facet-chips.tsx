import { Link } from '@remix-run/react'
import { chosenFacets, noFacets, type ShelfState, type ShownCounts, shelfPath } from '#app/domain/finding/shelf-state.ts'
import { findingMessages } from '#app/i18n/messages/finding.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { useFacetNames } from './use-facet-names.ts'

type Chips = { path: string; search: ShelfState; farms: ShownCounts['farm'] }

/** What the list is narrowed by: each can be taken away, or all at once. Words and category stay. */
export function FacetChips({ path, search, farms }: Chips) {
  const t = useMessages(findingMessages)
  const nameOf = useFacetNames(farms)
  const chosen = chosenFacets(path, search)
  if (chosen.length === 0) return null
  return (
    <ul aria-label={t.chosen} className="flex flex-wrap items-center gap-2">
      {chosen.map(({ facet, value, without }) => (
        <li key={`${facet} ${value}`}>
          <Link
            to={without}
            preventScrollReset
            aria-label={t.without(nameOf(facet, value))}
            className="flex min-h-11 items-center gap-2 rounded-sm border border-leaf bg-leaf-tint px-3 no-underline"
          >
            {nameOf(facet, value)}
            <span aria-hidden="true">×</span>
          </Link>
        </li>
      ))}
      <li>
        <Link to={shelfPath(path, search, noFacets)} preventScrollReset className="flex min-h-11 items-center px-2 text-indigo">
          {t.clearAll}
        </Link>
      </li>
    </ul>
  )
}
