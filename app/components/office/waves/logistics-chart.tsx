import type { ReactNode } from 'react'
import { formatFen } from '#app/i18n/format.ts'
import { waveCostMessages } from '#app/i18n/messages/wave-costs.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'

type Farm = {
  farmId: string
  code: string
  farmZh: string
  farmEn: string
  beforeLowFen: number
  beforeHighFen: number
  nowFen: number | null
  shareFen: number | null
}

const width = 440
const left = 64
const right = 24
const rowTall = 36
const top = 28

/** Round steps of the scale, at most eight of them. */
function stepOf(mostFen: number): number {
  const steps = [200, 500, 1000, 2000, 5000, 10_000]
  return steps.find((step) => mostFen / step <= 8) ?? 20_000
}

/**
 * For each farm a bar from the least to the most an order cost it alone, a dot for this season and a diamond for the farm's own share of it, on one
 * scale in yuan. What it shows stands in the table below, and in the label.
 */
export function LogisticsChart({ farms }: { farms: readonly Farm[] }) {
  const t = useMessages(waveCostMessages)
  const pick = usePick()
  const mostFen = Math.max(1000, ...farms.flatMap(({ beforeHighFen, nowFen, shareFen }) => [beforeHighFen, nowFen ?? 0, shareFen ?? 0]))
  const stepFen = stepOf(mostFen)
  const scaleFen = Math.ceil(mostFen / stepFen) * stepFen
  const at = (amountFen: number) => left + (amountFen / scaleFen) * (width - left - right)
  const height = top + farms.length * rowTall + 8
  const said = farms.map((farm) =>
    t.chartText(
      pick(farm.farmZh, farm.farmEn),
      t.range(formatFen(farm.beforeLowFen), formatFen(farm.beforeHighFen)),
      farm.nowFen === null ? t.noFigure : formatFen(farm.nowFen),
      farm.shareFen === null ? t.noFigure : formatFen(farm.shareFen),
    ),
  )
  return (
    <figure className="flex flex-col gap-2 rounded-md border border-rule bg-paper p-4">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${t.chart}。${said.join('；')}`} className="w-full max-w-2xl">
        {Array.from({ length: scaleFen / stepFen + 1 }, (_, index) => index * stepFen).map((amountFen) => (
          <g key={amountFen}>
            <path d={`M${at(amountFen)} ${top - 6}V${height - 4}`} className="stroke-rule" strokeWidth="1" />
            <text x={at(amountFen)} y={16} textAnchor="middle" className="fill-ink-2 text-[15px]">
              {amountFen / 100}
            </text>
          </g>
        ))}
        {farms.map(({ farmId, code, beforeLowFen, beforeHighFen, nowFen, shareFen }, index) => {
          const middle = top + rowTall * (index + 0.5)
          return (
            <g key={farmId}>
              <text x={left - 10} y={middle + 5} textAnchor="end" className="fill-ink text-[15px]">
                {code}
              </text>
              {beforeHighFen > 0 ? (
                <rect
                  x={at(beforeLowFen)}
                  y={middle - 8}
                  width={Math.max(4, at(beforeHighFen) - at(beforeLowFen))}
                  height={16}
                  className="fill-rape stroke-ink"
                  strokeWidth="1.5"
                />
              ) : null}
              {nowFen === null ? null : <circle cx={at(nowFen)} cy={middle} r={7} className="fill-pepper stroke-ink" strokeWidth="1.5" />}
              {shareFen === null ? null : (
                <path d={`M${at(shareFen)} ${middle - 9}l9 9l-9 9l-9 -9z`} className="fill-leaf stroke-ink" strokeWidth="1.5" />
              )}
            </g>
          )
        })}
      </svg>
      <figcaption className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
        <Key label={t.before} mark={<rect x="1" y="3" width="14" height="10" className="fill-rape stroke-ink" strokeWidth="1.5" />} />
        <Key label={t.now} mark={<circle cx="8" cy="8" r="6" className="fill-pepper stroke-ink" strokeWidth="1.5" />} />
        <Key label={t.ownShare} mark={<path d="M8 1l7 7l-7 7l-7 -7z" className="fill-leaf stroke-ink" strokeWidth="1.5" />} />
      </figcaption>
    </figure>
  )
}

function Key({ label, mark }: { label: string; mark: ReactNode }) {
  return (
    <span className="flex items-center gap-2">
      <svg aria-hidden="true" viewBox="0 0 16 16" width={16} height={16}>
        {mark}
      </svg>
      {label}
    </span>
  )
}
