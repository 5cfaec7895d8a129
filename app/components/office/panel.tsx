import type { ReactNode } from 'react'

/** A part of a long page under its own heading. */
export function Panel({ id, title, lead, children }: { id: string; title: string; lead?: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="flex scroll-mt-4 flex-col gap-4 rounded-md border border-rule bg-paper px-4 py-4">
      <div>
        <h2 id={id} className="text-xl">
          {title}
        </h2>
        {lead ? <p className="text-sm text-ink-2">{lead}</p> : null}
      </div>
      {children}
    </section>
  )
}
