import { Panel } from '#app/components/office/panel.tsx'
import { StatusMark } from '#app/components/ui/status-mark.tsx'
import { formatDay } from '#app/i18n/format.ts'
import { farmAheadMessages } from '#app/i18n/messages/farm-ahead.ts'
import { useLocale, useMessages, usePick } from '#app/i18n/use-messages.ts'
import { HarvestForms } from './harvest-forms.tsx'

type Texts = (typeof farmAheadMessages)['en']
type Harvest = {
  lotId: string
  sizeZh: string
  sizeEn: string
  harvestedOn: string
  bestBeforeOn: string
  available: number
  held: number
  sold: number
  forecast: boolean
}
type Props = { harvests: readonly Harvest[]; today: string; answer: { lotId: string; code: keyof Texts } | null }

/** The harvests an adoption waits for, date by date, each to be confirmed when it is in. */
export function OfferHarvests({ harvests, today, answer }: Props) {
  const t = useMessages(farmAheadMessages)
  const pick = usePick()
  const locale = useLocale()
  return (
    <Panel id="harvests" title={t.harvests} lead={t.shortRule}>
      {harvests.map((lot) => {
        const promised = lot.available + lot.held + lot.sold
        return (
          <article key={lot.lotId} className="flex flex-col gap-2 border-t border-rule pt-3">
            <h3 className="font-semibold">
              {formatDay(lot.harvestedOn, locale)} · {pick(lot.sizeZh, lot.sizeEn)}
            </h3>
            <p className="text-sm">{t.ordered(lot.sold, promised, promised)}</p>
            {lot.forecast ? (
              <HarvestForms
                forecast={{ ...lot, promised, isOpen: false }}
                today={today}
                problem={answer?.lotId === lot.lotId ? answer.code : null}
              />
            ) : (
              <StatusMark tone="done">{t.isIn}</StatusMark>
            )}
          </article>
        )
      })}
    </Panel>
  )
}
