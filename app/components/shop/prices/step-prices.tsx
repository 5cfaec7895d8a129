import { formatFen } from '#app/i18n/format.ts'
import { productMessages } from '#app/i18n/messages/shop-product.ts'
import { useMessages } from '#app/i18n/use-messages.ts'

export type Steps = {
  /** the fewest a leader may order; null where it is not offered in bulk */
  bulkMin: number | null
  steps: readonly { minQuantity: number; priceFen: number }[]
}

/** What group-buy leaders pay, from how many on; nothing where a size is not offered to them. */
export function StepPrices({ bulkMin, steps }: Steps) {
  const t = useMessages(productMessages)
  if (bulkMin === null) return null
  return (
    <span className="block text-xs text-ink-2">
      {t.bulkFrom(bulkMin)}
      {steps.map(({ minQuantity, priceFen }) => (
        <span key={minQuantity} className="inline-block">
          {' · '}
          {t.bulkStep(minQuantity, formatFen(priceFen))}
        </span>
      ))}
    </span>
  )
}
