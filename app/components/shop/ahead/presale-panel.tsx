import { formatShortDay } from '#app/i18n/format.ts'
import { aheadMessages } from '#app/i18n/messages/ahead.ts'
import { useLocale, useMessages } from '#app/i18n/use-messages.ts'

export type ShownPresale = {
  variantId: string
  /** the size, where the product has several */
  size: string
  note: string
  harvestFromOn: string
  harvestToOn: string
  deliversFromOn: string
  forecast: number
  promised: number
  /** of what is promised, what can still be ordered */
  left: number
}

/** A harvest that is sold ahead: its days, how much of the forecast is promised and how much of that is ordered, drawn and in words. */
export function PresalePanel({ presale }: { presale: ShownPresale }) {
  const t = useMessages(aheadMessages)
  const locale = useLocale()
  const day = (on: string) => formatShortDay(on, locale)
  const { forecast, promised, left } = presale
  const ordered = promised - left
  return (
    <section className="flex flex-col gap-2 rounded-md border-2 border-ink bg-paper p-4">
      <p className="font-semibold">
        {t.presaleTitle(day(presale.harvestFromOn), day(presale.harvestToOn))} · {presale.size}
      </p>
      <p className="text-sm">{t.presaleText(day(presale.deliversFromOn))}</p>
      {presale.note ? <p className="text-sm">{presale.note}</p> : null}
      <ForecastBar forecast={forecast} promised={promised} ordered={ordered} />
      <p className="text-sm text-ink-2">
        {[t.barTitle(promised, forecast), t.barText(ordered, left), forecast > promised ? t.margin(forecast - promised) : null]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </section>
  )
}

/** The forecast as one bar: what is ordered filled, what is promised ruled, the rest the farm's margin. */
export function ForecastBar({ forecast, promised, ordered }: { forecast: number; promised: number; ordered: number }) {
  const share = (count: number) => `${(100 * count) / Math.max(1, forecast)}%`
  return (
    <span aria-hidden="true" className="relative block h-5 w-full border-2 border-ink bg-ground">
      <span className="absolute inset-y-0 left-0 border-r-2 border-ink bg-rape-tint" style={{ width: share(promised) }} />
      <span className="absolute inset-y-0 left-0 bg-leaf" style={{ width: share(ordered) }} />
    </span>
  )
}
