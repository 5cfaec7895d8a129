import type { FenRange } from '#app/domain/pricing/saving-figures.ts'

type RangeBarsProps = { caption: string; rows: readonly { label: string; range: FenRange; isNow: boolean }[] }

const yuanText = ({ lowFen, highFen }: FenRange) => (lowFen === highFen ? `${lowFen / 100}` : `${lowFen / 100}–${highFen / 100}`)

/** From-to costs as bars on one scale from zero: dark up to the lowest, hatched between lowest and highest. */
export function RangeBars({ caption, rows }: RangeBarsProps) {
  const scale = Math.max(...rows.map(({ range }) => range.highFen))
  return (
    <figure>
      <figcaption className="text-sm text-ink-2">{caption}</figcaption>
      <dl className="mt-2 grid grid-cols-[auto_1fr_auto] items-center gap-x-3 gap-y-2">
        {rows.map(({ label, range, isNow }) => (
          <div key={label} className="contents">
            <dt className="text-sm">{label}</dt>
            <dd className="contents">
              <svg aria-hidden="true" viewBox={`0 0 ${scale} 100`} preserveAspectRatio="none" className="h-6 w-full">
                <rect width={range.highFen} height="100" className={isNow ? 'fill-leaf-tint' : 'fill-pepper-tint'} />
                <rect width={range.lowFen} height="100" className={isNow ? 'fill-leaf' : 'fill-pepper'} />
                <path
                  d={`M0 0H${range.highFen}V100H0z`}
                  fill="none"
                  className="stroke-ink"
                  strokeWidth="3"
                  vectorEffect="non-scaling-stroke"
                />
              </svg>
              <strong className="text-right whitespace-nowrap">{yuanText(range)}</strong>
            </dd>
          </div>
        ))}
      </dl>
    </figure>
  )
}
