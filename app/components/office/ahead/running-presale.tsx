import { ForecastBar } from '#app/components/shop/ahead/presale-panel.tsx'
import { formatShortDay } from '#app/i18n/format.ts'
import { farmAheadMessages } from '#app/i18n/messages/farm-ahead.ts'
import { useLocale, useMessages, usePick } from '#app/i18n/use-messages.ts'
import { type EnteredHarvest, HarvestForms } from './harvest-forms.tsx'

type Texts = (typeof farmAheadMessages)['en']
type FarmPresale = {
  lotId: string
  status: 'open' | 'closed' | 'harvested' | 'called_off'
  productZh: string
  productEn: string
  sizeZh: string
  sizeEn: string
  harvestFromOn: string
  harvestToOn: string
  bestBeforeOn: string
  forecast: number
  promised: number
  held: number
  sold: number
}

type RunningPresaleProps = { presale: FarmPresale; today: string; entered: EnteredHarvest | null; problem: keyof Texts | null }

/** A farm's pre-sale: its harvest, how it sells, and while it runs what may be said of it. */
export function RunningPresale({ presale, today, entered, problem }: RunningPresaleProps) {
  const t = useMessages(farmAheadMessages)
  const pick = usePick()
  const locale = useLocale()
  const { status, lotId, forecast, promised, held, sold } = presale
  const standing = { open: t.statusOpen, closed: t.statusClosed, harvested: t.statusHarvested, called_off: t.statusCalledOff }[status]
  const isRunning = status === 'open' || status === 'closed'
  const day = (on: string) => formatShortDay(on, locale)
  return (
    <article className="flex flex-col gap-2 rounded-md border border-rule bg-paper p-4">
      <h3 className="font-semibold">
        {pick(presale.productZh, presale.productEn)} · {pick(presale.sizeZh, presale.sizeEn)} · {standing}
      </h3>
      <p className="text-sm text-ink-2">{t.days(day(presale.harvestFromOn), day(presale.harvestToOn))}</p>
      <ForecastBar forecast={forecast} promised={promised} ordered={sold + held} />
      <p className="text-sm">
        {t.ordered(sold, promised, forecast)}
        {held > 0 ? ` · ${t.held(held)}` : null}
      </p>
      {isRunning ? (
        <HarvestForms
          forecast={{ lotId, harvestedOn: presale.harvestFromOn, bestBeforeOn: presale.bestBeforeOn, promised, isOpen: status === 'open' }}
          today={today}
          entered={entered}
          problem={problem}
        />
      ) : null}
    </article>
  )
}
