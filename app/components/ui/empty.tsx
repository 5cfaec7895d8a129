import type { ReactNode } from 'react'

/** Nothing here yet: one sentence and one thing to do about it. `drawing`: the crop whose woodcut stands beside them. */
export function Empty({ children, action, drawing }: { children: ReactNode; action?: ReactNode; drawing?: string }) {
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-4 rounded-md border border-dashed border-control bg-paper px-6 py-8">
      {drawing ? (
        <img src={`/art/${drawing}.svg`} alt="" width={128} height={96} loading="lazy" className="w-32 rounded-sm border-2 border-ink" />
      ) : null}
      <div className="flex min-w-0 flex-1 basis-40 flex-col items-start gap-4">
        <p className="text-ink-2">{children}</p>
        {action}
      </div>
    </div>
  )
}
