import { Link } from '@remix-run/react'
import { shopMessages } from '#app/i18n/messages/shop.ts'
import { useMessages } from '#app/i18n/use-messages.ts'

const end = 'flex min-h-11 items-center px-4 font-semibold no-underline'

/** One page back, one on. How many there are is not counted: nobody reads the last page of a shelf. */
export function Pager({ page, hasNext, linkTo }: { page: number; hasNext: boolean; linkTo: (page: number) => string }) {
  const t = useMessages(shopMessages)
  if (page === 1 && !hasNext) return null
  return (
    <nav aria-label={t.pages} className="grid grid-cols-3 items-center rounded-md border-2 border-ink bg-paper">
      {page > 1 ? (
        <Link to={linkTo(page - 1)} rel="prev" className={end}>
          ← {t.previous}
        </Link>
      ) : (
        <span />
      )}
      <span className="text-center text-sm text-ink-2">{t.page(page)}</span>
      {hasNext ? (
        <Link to={linkTo(page + 1)} rel="next" className={`${end} justify-end`}>
          {t.next} →
        </Link>
      ) : (
        <span />
      )}
    </nav>
  )
}
