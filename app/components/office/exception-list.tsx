import type { ReactNode } from 'react'
import { allianceMessages } from '#app/i18n/messages/alliance.ts'
import { useMessages } from '#app/i18n/use-messages.ts'

export type Exception = { id: string; what: ReactNode; detail?: ReactNode; action?: ReactNode }

/** So many of a kind are shown at once; the rest unfold, so that the next kind stays in sight. */
const shownAtOnce = 5

/** One kind of thing that went wrong, each with what can be done about it; nothing when there is none. */
export function ExceptionList({ title, exceptions }: { title: string; exceptions: readonly Exception[] }) {
  const t = useMessages(allianceMessages)
  if (exceptions.length === 0) return null
  const rest = exceptions.slice(shownAtOnce)
  return (
    <section className="flex flex-col gap-2">
      <h3 className="flex items-baseline gap-2 font-semibold">
        <span aria-hidden="true" className="text-pepper">
          ⚠
        </span>
        {title}
        <span className="shrink-0 whitespace-nowrap text-pepper">{exceptions.length}</span>
      </h3>
      <div className="rounded-md border border-rule bg-paper">
        <Exceptions exceptions={exceptions.slice(0, shownAtOnce)} />
        {rest.length > 0 ? (
          <details className="border-t border-rule">
            <summary className="min-h-11 content-center px-4 font-semibold text-indigo">{t.moreExceptions(rest.length)}</summary>
            <Exceptions exceptions={rest} />
          </details>
        ) : null}
      </div>
    </section>
  )
}

const Exceptions = ({ exceptions }: { exceptions: readonly Exception[] }) => (
  <ul>
    {exceptions.map(({ id, what, detail, action }) => (
      <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-rule px-4 py-2 last:border-b-0">
        <div>
          <p className="font-semibold">{what}</p>
          {detail ? <p className="text-sm text-ink-2">{detail}</p> : null}
        </div>
        {action}
      </li>
    ))}
  </ul>
)
