import { fen } from '#app/domain/money/fen.ts'
import { jinG, kilogramG, unitPriceFen } from '#app/domain/pricing/unit-price.ts'
import { formatFen } from '#app/i18n/format.ts'
import { shopMessages } from '#app/i18n/messages/shop.ts'
import { useMessages } from '#app/i18n/use-messages.ts'

/** The price by weight, a 斤 (500 g) and a kilogram: what sizes and farms are compared by. */
export function UnitPrice({ priceFen, netWeightG }: { priceFen: number; netWeightG: number }) {
  const t = useMessages(shopMessages)
  const per = (weightG: number) => formatFen(unitPriceFen(fen(priceFen), netWeightG, weightG))
  return (
    <span className="flex flex-wrap gap-x-2 text-xs text-ink-2">
      <span className="whitespace-nowrap">{t.perJin(per(jinG))}</span>
      <span className="whitespace-nowrap">{t.perKg(per(kilogramG))}</span>
    </span>
  )
}
