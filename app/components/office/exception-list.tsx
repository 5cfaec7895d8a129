import type { ReactNode } from 'react'

export type Exception = { id: string; what: ReactNode; detail?: ReactNode; action?: ReactNode }

/** One kind of thing that went wrong, each with what can be done about it; nothing when there is none. */
export function ExceptionList({ title, exceptions }: { title: string; exceptions: readonly Exception[] }) {
  if (exceptions.length === 0) return null
  return (
    <section className="flex flex-col gap-2">
      <h3 className="flex items-baseline gap-2 font-semibold">
        <span aria-hidden="true" className="text-pepper">
          ⚠
        </span>
        {title}
        <span className="text-pepper">{exceptions.length}</span>
      </h3>
      <ul className="rounded-md border border-rule bg-paper">
        {exceptions.map(({ id, what, detail, action }) => (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-rule px-4 py-2 last:border-b-0"
          >
            <div>
              <p className="font-semibold">{what}</p>
              {detail ? <p className="text-sm text-ink-2">{detail}</p> : null}
            </div>
            {action}
          </li>
        ))}
      </ul>
    </section>
  )
}
