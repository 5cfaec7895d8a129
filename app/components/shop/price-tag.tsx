import { classNames } from '#app/components/ui/class-names.ts'

/** A price on a market tag: pointed where the string goes through. `suffix` is "from" or the size. */
export function PriceTag({ priceFen, suffix, large = false }: { priceFen: number; suffix?: string | undefined; large?: boolean }) {
  const yuan = Math.floor(priceFen / 100)
  const rest = String(priceFen % 100).padStart(2, '0')
  return (
    <span className={classNames('inline-flex items-stretch text-on-rape', large ? 'h-11' : 'h-8')}>
      <svg aria-hidden="true" viewBox="0 0 16 32" className="h-full w-auto" preserveAspectRatio="none">
        <path d="M17 1H9L1 9v14l8 8h8" className="fill-rape stroke-ink" strokeWidth="2" strokeLinejoin="round" />
        <circle cx="9" cy="16" r="2.5" className="fill-paper stroke-ink" strokeWidth="2" />
      </svg>
      <span className="-ml-px flex items-baseline gap-0.5 rounded-r-sm border-y-2 border-r-2 border-ink bg-rape pr-2 pl-1 font-bold whitespace-nowrap">
        <span className="text-sm">¥</span>
        <span className={large ? 'text-3xl leading-10' : 'text-xl leading-7'}>{yuan}</span>
        <span className="text-sm">.{rest}</span>
        {suffix ? <span className="pl-1 text-xs font-semibold">{suffix}</span> : null}
      </span>
    </span>
  )
}
