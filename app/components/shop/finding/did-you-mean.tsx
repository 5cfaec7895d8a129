import { Link } from '@remix-run/react'
import { type ShelfState, shelfPath } from '#app/domain/finding/shelf-state.ts'
import { findingMessages } from '#app/i18n/messages/finding.ts'
import { useMessages } from '#app/i18n/use-messages.ts'

type Guess = { path: string; search: ShelfState; corrected: string; others: readonly string[] }

/** What is shown is not what was typed: it says so, and offers whatever else may have been meant. */
export function DidYouMean({ path, search, corrected, others }: Guess) {
  const t = useMessages(findingMessages)
  return (
    <div role="status" className="flex flex-wrap items-center gap-x-4 rounded-sm border-l-4 border-indigo bg-indigo-tint px-4 py-2">
      <p className="flex min-h-11 items-center">{t.corrected(search.q, corrected)}</p>
      {others.length > 0 ? <span>{t.orMeant}</span> : null}
      {others.map((query) => (
        <Link key={query} to={shelfPath(path, search, { q: query })} className="flex min-h-11 items-center text-indigo">
          {query}
        </Link>
      ))}
    </div>
  )
}
