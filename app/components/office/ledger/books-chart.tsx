import { formatFen } from '#app/i18n/format.ts'
import { booksMessages } from '#app/i18n/messages/books.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'

type Month = { month: string; incomeFen: number; costFen: number; surplusFen: number }

const width = 360
const height = 200
const floor = 160
const tallest = 130
const bar = 18

/** Each month's income beside its costs, drawn on one scale. What it shows stands in the table below, and in the label. */
export function BooksChart({ months }: { months: readonly Month[] }) {
  const t = useMessages(booksMessages)
  const pick = usePick()
  const scale = Math.max(1, ...months.flatMap(({ incomeFen, costFen }) => [incomeFen, costFen]))
  const tall = (amountFen: number) => (Math.max(0, amountFen) / scale) * tallest
  const step = (width - 20) / Math.max(1, months.length)
  const said = months.map(({ month, incomeFen, costFen, surplusFen }) =>
    t.chartText(month, formatFen(incomeFen), formatFen(costFen), formatFen(surplusFen)),
  )
  return (
    <figure className="flex flex-col gap-2 rounded-md border border-rule bg-paper p-4">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={`${t.chart}${pick('：', ': ')}${said.join(pick('；', '; '))}`}
        className="w-full max-w-xl"
      >
        <defs>
          <pattern id="cost-hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <path d="M0 0v5" className="stroke-pepper" strokeWidth="2.5" />
          </pattern>
        </defs>
        <path d={`M10 ${floor}h${width - 20}`} className="stroke-ink" strokeWidth="2" />
        {months.map(({ month, incomeFen, costFen }, index) => {
          const middle = 10 + step * (index + 0.5)
          const [incomeTall, costTall] = [tall(incomeFen), tall(costFen)]
          return (
            <g key={month}>
              <rect
                x={middle - bar - 1}
                y={floor - incomeTall}
                width={bar}
                height={incomeTall}
                className="fill-leaf stroke-ink"
                strokeWidth="1.5"
              />
              <rect x={middle + 1} y={floor - costTall} width={bar} height={costTall} fill="url(#cost-hatch)" />
              <rect
                x={middle + 1}
                y={floor - costTall}
                width={bar}
                height={costTall}
                fill="none"
                className="stroke-ink"
                strokeWidth="1.5"
              />
              <text x={middle} y={floor + 18} textAnchor="middle" className="fill-ink-2 text-[11px]">
                {month.slice(2)}
              </text>
              {incomeFen > 0 ? (
                <text x={middle} y={floor - Math.max(incomeTall, costTall) - 6} textAnchor="middle" className="fill-ink text-[10px]">
                  {formatFen(Math.round(incomeFen / 100) * 100, { short: true })}
                </text>
              ) : null}
            </g>
          )
        })}
      </svg>
      <figcaption className="flex flex-wrap gap-x-6 text-sm">
        <span className="flex items-center gap-2">
          <svg aria-hidden="true" viewBox="0 0 16 16" width={16} height={16}>
            <rect x="1" y="1" width="14" height="14" className="fill-leaf stroke-ink" strokeWidth="1.5" />
          </svg>
          {t.income}
        </span>
        <span className="flex items-center gap-2">
          <svg aria-hidden="true" viewBox="0 0 16 16" width={16} height={16}>
            <rect x="1" y="1" width="14" height="14" fill="url(#cost-hatch)" className="stroke-ink" strokeWidth="1.5" />
          </svg>
          {t.cost}
        </span>
      </figcaption>
    </figure>
  )
}
