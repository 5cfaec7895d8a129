import { type ReactNode, useEffect, useRef } from 'react'
import { classNames } from './class-names.ts'

type Tone = 'info' | 'good' | 'warn' | 'bad'

const tones: Record<Tone, { mark: string; look: string }> = {
  info: { mark: 'ℹ', look: 'border-indigo bg-indigo-tint' },
  good: { mark: '✓', look: 'border-leaf bg-leaf-tint' },
  warn: { mark: '!', look: 'border-rape bg-rape-tint' },
  bad: { mark: '⚠', look: 'border-pepper bg-pepper-tint' },
}

/** A sentence set apart: a mark and words, never colour alone. Refusals take the focus, so nobody misses them. */
export function Notice({ tone, title, children }: { tone: Tone; title?: string; children?: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (tone === 'bad') box.current?.focus()
  }, [tone])
  const { mark, look } = tones[tone]
  return (
    <div
      ref={box}
      role={tone === 'bad' ? 'alert' : 'status'}
      tabIndex={-1}
      className={classNames('flex gap-3 rounded-sm border-l-4 px-4 py-3 text-ink', look)}
    >
      <span aria-hidden="true" className="font-bold">
        {mark}
      </span>
      <div>
        {title ? <p className="font-semibold">{title}</p> : null}
        {children}
      </div>
    </div>
  )
}
