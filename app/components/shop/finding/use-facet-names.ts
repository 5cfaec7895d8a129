import { boundsOf, type PriceBand } from '#app/domain/finding/price-bands.ts'
import { ofAlliance, type ShelfState, type ShownCounts } from '#app/domain/finding/shelf-state.ts'
import { findingMessages } from '#app/i18n/messages/finding.ts'
import { shopMessages } from '#app/i18n/messages/shop.ts'
import { useMessages } from '#app/i18n/use-messages.ts'

/** What a value of a facet is called. */
export function useFacetNames(farms: ShownCounts['farm']) {
  const t = useMessages(findingMessages)
  const shop = useMessages(shopMessages)
  const priceName = (band: string) => {
    const { from, below } = boundsOf(band as PriceBand)
    return below === null ? t.yuanFrom(from) : from === 0 ? t.yuanBelow(below) : t.yuanBetween(from, below)
  }
  return (facet: keyof ShelfState, value: string): string => {
    if (facet === 'farm') return value === ofAlliance ? t.alliance : (farms.find((farm) => farm.value === value)?.name ?? value)
    if (facet === 'storage') return shop[value as ShelfState['storage'][number]]
    if (facet === 'price') return priceName(value)
    if (facet === 'season') return t.season
    if (facet === 'stock') return t.stock
    return t[value as ShelfState['mark'][number] | ShelfState['kind'][number]]
  }
}
