import { classNames } from './class-names.ts'

type Tone = 'waiting' | 'moving' | 'done' | 'bad'

const marks: Record<Tone, { mark: string; look: string }> = {
  waiting: { mark: '○', look: 'text-ink-2' },
  moving: { mark: '◐', look: 'text-indigo' },
  done: { mark: '●', look: 'text-leaf' },
  bad: { mark: '✕', look: 'text-pepper' },
}

/** A state as a mark and a word. */
export function StatusMark({ tone, children }: { tone: Tone; children: string }) {
  const { mark, look } = marks[tone]
  return (
    <span className={classNames('inline-flex items-center gap-1 whitespace-nowrap font-semibold', look)}>
      <span aria-hidden="true">{mark}</span>
      {children}
    </span>
  )
}
