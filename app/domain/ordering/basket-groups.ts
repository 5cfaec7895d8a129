import { groupBy } from '#app/domain/group-by.ts'
import { type Fen, fen, sumFen } from '#app/domain/money/fen.ts'

export type BasketItem = {
  variantId: string
  farmId: string | null
  quantity: number
  priceFen: Fen
  seenPriceFen: Fen
  available: number
  status: 'listed' | 'off'
}

/** What is wrong with a line, the worst first; null when it can be ordered as it is. */
export type LineProblem = 'off' | 'sold_out' | 'short' | 'price_changed'

export function problemOf({ status, available, quantity, priceFen, seenPriceFen }: BasketItem): LineProblem | null {
  if (status === 'off') return 'off'
  if (available === 0) return 'sold_out'
  if (available < quantity) return 'short'
  return priceFen === seenPriceFen ? null : 'price_changed'
}

/** The day each size would be delivered, as far as it is known. */
export type DeliveryDays = ReadonlyMap<string, string>

export type BasketGroup<Item> = { deliversOn: string | null; farms: { farmId: string | null; items: Item[] }[] }

/** A basket as it will arrive: by delivery day, the earliest first and the unknown last, and in each by farm, in the order things were put in. */
export function groupBasket<Item extends BasketItem>(items: readonly Item[], days: DeliveryDays): BasketGroup<Item>[] {
  const byDay = groupBy(items, (item) => days.get(item.variantId) ?? null)
  return [...byDay]
    .sort(([a], [b]) => (a === null ? 1 : b === null ? -1 : a.localeCompare(b)))
    .map(([deliversOn, ofDay]) => ({
      deliversOn,
      farms: [...groupBy(ofDay, (item) => item.farmId)].map(([farmId, ofFarm]) => ({ farmId, items: ofFarm })),
    }))
}

/** Today's price of everything that can be ordered; what is off the shelf or sold out does not count. */
export const subtotalFen = (items: readonly BasketItem[]): Fen =>
  sumFen(items.filter((item) => item.status === 'listed' && item.available > 0).map((item) => fen(item.priceFen * item.quantity)))
