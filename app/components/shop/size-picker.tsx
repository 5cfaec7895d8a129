import { formatWeight } from '#app/i18n/format.ts'
import { promotionMessages } from '#app/i18n/messages/promotions.ts'
import { shopMessages } from '#app/i18n/messages/shop.ts'
import { productMessages } from '#app/i18n/messages/shop-product.ts'
import { useLocale, useMessages, usePick } from '#app/i18n/use-messages.ts'
import { PriceTag } from './price-tag.tsx'
import { StepPrices, type Steps } from './prices/step-prices.tsx'
import { UnitPrice } from './unit-price.tsx'

export type PickableSize = Steps & {
  id: string
  nameZh: string
  nameEn: string
  priceFen: number
  netWeightG: number
  grossWeightG: number
  /** charged for the most it weighs; what it weighs less is refunded */
  pricedByWeight: boolean
  /** units that can be sold */
  left: number
}

const fewLeft = 10

/** The sizes as price tags to choose from; what is sold out cannot be chosen. */
export function SizePicker({
  sizes,
  chosenId,
  inBasket,
}: {
  sizes: readonly PickableSize[]
  chosenId: string
  inBasket: Record<string, number>
}) {
  const t = useMessages(productMessages)
  return (
    <fieldset className="min-w-0">
      <legend className="mb-2 font-semibold">{t.chooseSize}</legend>
      <div className="grid grid-cols-1 gap-2">
        {sizes.map((size) => (
          <SizeTag key={size.id} size={size} isChosen={size.id === chosenId} inBasket={inBasket[size.id] ?? 0} />
        ))}
      </div>
    </fieldset>
  )
}

function SizeTag({ size, isChosen, inBasket }: { size: PickableSize; isChosen: boolean; inBasket: number }) {
  const t = useMessages(productMessages)
  const shop = useMessages(shopMessages)
  const p = useMessages(promotionMessages)
  const locale = useLocale()
  const pick = usePick()
  const { left } = size
  return (
    <label className="flex flex-wrap items-center gap-3 rounded-md border-2 border-rule bg-paper p-3 has-checked:border-ink has-checked:bg-rape-tint has-disabled:opacity-70">
      <input
        type="radio"
        name="variantId"
        value={size.id}
        defaultChecked={isChosen}
        disabled={left === 0}
        required
        className="size-5 shrink-0 accent-leaf"
      />
      <span className="min-w-24 flex-1">
        <span className="block font-semibold">{pick(size.nameZh, size.nameEn)}</span>
        <UnitPrice priceFen={size.priceFen} netWeightG={size.netWeightG} />
        <span className="block text-xs text-ink-2">
          {t.weights(formatWeight(size.netWeightG, locale), formatWeight(size.grossWeightG, locale))}
        </span>
        {size.pricedByWeight ? <span className="block text-xs text-ink-2">{p.byWeightText}</span> : null}
        <StepPrices {...size} />
        {left === 0 ? <span className="block text-sm font-semibold text-pepper">{shop.soldOut}</span> : null}
        {left > 0 && left < fewLeft ? <span className="block text-sm font-semibold text-pepper">{shop.onlyLeft(left)}</span> : null}
        {inBasket > 0 ? <span className="block text-sm font-semibold text-leaf">{t.alreadyIn(inBasket)}</span> : null}
      </span>
      <PriceTag priceFen={size.priceFen} />
    </label>
  )
}
