import { Link, useLocation } from '@remix-run/react'
import { farmMessages } from '#app/i18n/messages/farm.ts'
import { useMessages } from '#app/i18n/use-messages.ts'

/** The pages around this one; nothing when there is only one. */
export function Pager({ page, hasNext }: { page: number; hasNext: boolean }) {
  const t = useMessages(farmMessages)
  const { search } = useLocation()
  if (page === 1 && !hasNext) return null
  const to = (number: number) => {
    const params = new URLSearchParams(search)
    params.set('page', String(number))
    params.delete('saved')
    return `?${params}`
  }
  const look = 'flex min-h-11 items-center px-2 text-indigo underline'
  return (
    <nav aria-label={t.pages} className="flex items-center justify-center gap-6">
      {page > 1 ? (
        <Link to={to(page - 1)} className={look} rel="prev">
          {t.previous}
        </Link>
      ) : null}
      <span aria-current="page">{page}</span>
      {hasNext ? (
        <Link to={to(page + 1)} className={look} rel="next">
          {t.next}
        </Link>
      ) : null}
    </nav>
  )
}
