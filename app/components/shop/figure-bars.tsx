import { farmMessages } from '#app/i18n/messages/shop-farms.ts'
import { useMessages } from '#app/i18n/use-messages.ts'

export type BeforeAndNow = { label: string; before: number; now: number; lessIsBetter?: boolean }

/** S0's table 2 for one farm: each figure before and now, drawn on its own scale. The numbers are text, the bars decoration. */
export function FigureBars({ figures }: { figures: readonly BeforeAndNow[] }) {
  const t = useMessages(farmMessages)
  return (
    <ul className="grid overflow-hidden rounded-md border-2 border-ink bg-paper sm:grid-cols-2 lg:grid-cols-5">
      {figures.map(({ label, before, now, lessIsBetter = false }) => (
        <li
          key={label}
          className="-mr-px -mb-px grid grid-cols-[1fr_5rem] items-end gap-3 border-r border-b border-rule p-4 lg:grid-cols-1"
        >
          <div>
            <p className="text-sm text-ink-2">{label}</p>
            <p className="text-lg">
              <span className="sr-only">{t.before} </span>
              {before.toLocaleString('en')}
              <span aria-hidden="true" className="px-2 text-ink-2">
                →
              </span>
              <span className="sr-only">{t.now} </span>
              <strong className="text-2xl">{now.toLocaleString('en')}</strong>
            </p>
          </div>
          <Bars before={before} now={now} good={lessIsBetter ? now <= before : now >= before} />
        </li>
      ))}
    </ul>
  )
}

const tall = 56

function Bars({ before, now, good }: { before: number; now: number; good: boolean }) {
  const scale = Math.max(before, now, 1)
  const height = (value: number) => Math.max(2, Math.round((value / scale) * tall))
  return (
    <svg aria-hidden="true" viewBox={`0 0 80 ${tall + 4}`} className="h-15 w-20">
      <rect x="6" y={tall + 2 - height(before)} width="26" height={height(before)} className="fill-ground stroke-ink" strokeWidth="2" />
      <rect
        x="44"
        y={tall + 2 - height(now)}
        width="26"
        height={height(now)}
        className={good ? 'fill-leaf stroke-ink' : 'fill-pepper stroke-ink'}
        strokeWidth="2"
      />
      <path d={`M0 ${tall + 2}h80`} className="stroke-ink" strokeWidth="2" />
    </svg>
  )
}
