import type { ReactNode } from 'react'

/** A page of running text on paper, with its title and a contour. */
export function PaperPage({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  return (
    <div className="mx-auto max-w-3xl px-4 pt-6">
      <h1 className="text-3xl">{title}</h1>
      {lead ? <p className="mt-3 text-lg text-ink-2">{lead}</p> : null}
      <div className="mt-6 flex flex-col gap-8">{children}</div>
    </div>
  )
}

export function PaperSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="mb-3 text-2xl">{title}</h2>
      <div className="overflow-hidden rounded-md border-2 border-ink bg-paper">{children}</div>
    </section>
  )
}
