import { Form } from '@remix-run/react'
import { Button, ButtonLink } from '#app/components/ui/button.tsx'
import { Empty } from '#app/components/ui/empty.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { formatDay } from '#app/i18n/format.ts'
import { cookingMessages } from '#app/i18n/messages/cooking.ts'
import { shopMessages } from '#app/i18n/messages/shop.ts'
import { basketMessages } from '#app/i18n/messages/shop-basket.ts'
import { useLocale, useMessages, usePick } from '#app/i18n/use-messages.ts'
import { BasketLine, type BasketLineProps } from './basket-line.tsx'
import { type BasketEstimate, BasketSums } from './basket-sums.tsx'
import { DishList, type ListedDish } from './finding/dish-list.tsx'
import { farmMarkOf, sealPath } from './picture-paths.ts'

type Farm = { slug: string; code: string; nameZh: string; nameEn: string }

export type BasketSheetProps = {
  groups: readonly { deliversOn: string | null; farms: readonly { farm: Farm | null; lines: readonly BasketLineProps[] }[] }[]
  subtotalFen: number
  estimate: BasketEstimate | null
  /** what it cooks, complete or one thing short */
  dishes: readonly ListedDish[]
}

/** The basket as it will arrive: by delivery and farm, with what stands in the way of checking out, and what it comes to. */
export function BasketSheet({ groups, subtotalFen, estimate, dishes }: BasketSheetProps) {
  const t = useMessages(basketMessages)
  const cooking = useMessages(cookingMessages)
  const lines = groups.flatMap(({ farms }) => farms.flatMap((farm) => farm.lines))
  if (lines.length === 0)
    return (
      <Empty drawing="fruit-basket" action={<ButtonLink to="/products?sort=harvest">{t.fill}</ButtonLink>}>
        {t.empty}
      </Empty>
    )
  const repriced = lines.filter(({ problem }) => problem === 'price_changed')
  const isBlocked = lines.some(({ problem }) => problem !== null && problem !== 'price_changed')
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[1fr_22rem]">
      <div className="flex flex-col gap-5">
        {isBlocked ? (
          <Notice tone="warn" title={t.cannotOrder}>
            {t.cannotOrderText}
          </Notice>
        ) : null}
        {repriced.length > 0 ? <ConfirmPrices lines={repriced} /> : null}
        {groups.map(({ deliversOn, farms }) => (
          <Delivery key={deliversOn ?? ''} deliversOn={deliversOn} farms={farms} />
        ))}
        <DishList title={cooking.fromBasket} dishes={dishes} />
      </div>
      <BasketSums subtotalFen={subtotalFen} estimate={estimate} canCheckOut={!isBlocked && repriced.length === 0} />
    </div>
  )
}

function ConfirmPrices({ lines }: { lines: readonly BasketLineProps[] }) {
  const t = useMessages(basketMessages)
  return (
    <Notice tone="warn" title={t.pricesChanged}>
      <p>{t.pricesChangedText}</p>
      <Form method="post" action="/basket" className="mt-2">
        {lines.map(({ variantId, priceFen }) => (
          <input key={variantId} type="hidden" name="shown" value={`${variantId}=${priceFen}`} />
        ))}
        <Button type="submit" name="intent" value="confirm-prices" look="plain">
          {t.confirmPrices}
        </Button>
      </Form>
    </Notice>
  )
}

function Delivery({ deliversOn, farms }: BasketSheetProps['groups'][number]) {
  const t = useMessages(basketMessages)
  const shop = useMessages(shopMessages)
  const pick = usePick()
  const locale = useLocale()
  return (
    <section className="overflow-hidden rounded-md border-2 border-ink bg-paper">
      {deliversOn ? <h2 className="bg-ink px-4 py-2 font-sans text-base text-paper">{t.wave(formatDay(deliversOn, locale))}</h2> : null}
      {farms.map(({ farm, lines }) => (
        <div key={farm?.slug ?? ''} className="border-b border-rule last:border-b-0">
          <h3 className="flex items-center gap-2 px-4 pt-3 text-sm font-semibold">
            <img src={farm ? farmMarkOf(farm.code) : sealPath} alt="" width={28} height={28} />
            {farm ? pick(farm.nameZh, farm.nameEn) : shop.allianceProduct}
          </h3>
          <ul>
            {lines.map((line) => (
              <BasketLine key={line.variantId} {...line} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}
