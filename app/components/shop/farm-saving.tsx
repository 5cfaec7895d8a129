import type { FenRange } from '#app/domain/pricing/saving-figures.ts'
import { homeMessages } from '#app/i18n/messages/shop-home.ts'
import { productMessages } from '#app/i18n/messages/shop-product.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { RangeBars } from './range-bars.tsx'

const yuan = ({ lowFen, highFen }: FenRange) => (lowFen === highFen ? `${lowFen / 100}` : `${lowFen / 100}–${highFen / 100}`)

/** What delivering together saves on an order from this farm (S0); opens its own calculation. */
export function FarmSaving({ farm, before, now }: { farm: string; before: FenRange; now: FenRange }) {
  const t = useMessages(productMessages)
  const home = useMessages(homeMessages)
  return (
    <details className="rounded-md border border-leaf bg-leaf-tint px-4">
      <summary className="flex min-h-11 flex-wrap items-center gap-x-3 py-2 font-semibold text-leaf">
        <span className="flex-1">
          <span className="block">{t.savingTitle}</span>
          <span className="whitespace-nowrap">
            ¥{yuan(before)} → ¥{yuan(now)}
          </span>
        </span>
        <span className="shrink-0 underline">{t.savingSum}</span>
      </summary>
      <div className="flex flex-col gap-3 pb-4">
        <p>{t.savingFarm(farm, yuan(before), yuan(now))}</p>
        <RangeBars
          caption={home.savingCaption}
          rows={[
            { label: home.before, range: before, isNow: false },
            { label: home.now, range: now, isNow: true },
          ]}
        />
        <p className="text-sm">{t.savingHow}</p>
      </div>
    </details>
  )
}
