import { pickSheetOf } from '#app/domain/ordering/pick-sheet.ts'
import { formatShortDay } from '#app/i18n/format.ts'
import { formatNearDay } from '#app/i18n/format-near-day.ts'
import { farmMessages } from '#app/i18n/messages/farm.ts'
import { useLocale, useMessages, usePick } from '#app/i18n/use-messages.ts'

export type PickedLot = {
  variantId: string
  productZh: string
  productEn: string
  sizeZh: string
  sizeEn: string
  storage: 'ambient' | 'chilled' | 'frozen'
  lotId: string
  harvestedOn: string
  bestBeforeOn: string
  /** only promised: to be harvested first */
  forecast: boolean
  quantity: number
}

/** What to fetch: each size, how many in all, and from which lots, the first to spoil first. */
export function FarmPickList({ picking }: { picking: readonly PickedLot[] }) {
  const t = useMessages(farmMessages)
  const locale = useLocale()
  const pick = usePick()
  return (
    <ul className="divide-y divide-rule">
      {pickSheetOf(picking).map(({ goods, quantity, lots }) => (
        <li key={goods.variantId} className="flex items-baseline gap-3 py-2 break-inside-avoid">
          <b className="w-14 shrink-0 text-right text-xl">{t.units(quantity)}</b>
          <div className="min-w-0">
            <p className="font-semibold">
              {pick(goods.productZh, goods.productEn)} <span className="inline-block font-normal">{pick(goods.sizeZh, goods.sizeEn)}</span>
              {goods.storage === 'ambient' ? null : (
                <span className="ml-2 inline-block rounded-sm bg-indigo-tint px-2 text-sm whitespace-nowrap">{t[goods.storage]}</span>
              )}
            </p>
            {lots.map((lot) => (
              <p key={lot.lotId} className={lot.forecast ? 'text-sm text-pepper' : 'text-sm text-ink-2'}>
                {lot.forecast
                  ? t.lotAhead(lot.quantity, formatShortDay(lot.harvestedOn, locale))
                  : t.lotUse(
                      lot.quantity,
                      formatNearDay(lot.harvestedOn, lot.bestBeforeOn, locale),
                      formatNearDay(lot.bestBeforeOn, lot.harvestedOn, locale),
                    )}
              </p>
            ))}
          </div>
        </li>
      ))}
    </ul>
  )
}
