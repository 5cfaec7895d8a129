import type { ReactNode } from 'react'

/** Nothing here yet: one sentence and one thing to do about it. */
export function Empty({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className="flex flex-col items-start gap-4 rounded-md border border-dashed border-control bg-paper px-6 py-8">
      <p className="text-ink-2">{children}</p>
      {action}
    </div>
  )
}
