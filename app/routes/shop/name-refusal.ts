import type { CodeRefusal } from '#app/domain/pricing/choose-promotions.ts'
import type { PlaceOrderRefusal as AnyRefusal } from '#app/services/ordering/place-order.server.ts'
import type { Network } from '#db/queries/network/network.server.ts'
import type { BasketLine } from '#db/queries/ordering/basket.server.ts'

/** What stands in the way of an order. That it would cost more than was shown is not: the page asks again; nor is a code, said at its field. */
export type PlaceOrderRefusal = Exclude<AnyRefusal, { code: 'total_risen' } | CodeRefusal>

/** A refusal with the names a sentence needs: the products, the farm or the pick-up point concerned, and a number. */
export type NamedRefusal = {
  code: PlaceOrderRefusal['code']
  names: { zh: string; en: string }[]
  /** how many are left, the smallest quantity, or the limit in fen */
  count: number
  pickupPointId: string | null
}

export function nameRefusal(refusal: PlaceOrderRefusal, lines: readonly BasketLine[], network: Network): NamedRefusal {
  const products = (...variantIds: string[]) =>
    lines.filter((line) => variantIds.includes(line.variantId)).map((line) => ({ zh: line.nameZh, en: line.nameEn }))
  const named = (parts: Partial<NamedRefusal>): NamedRefusal => ({ code: refusal.code, names: [], count: 0, pickupPointId: null, ...parts })
  switch (refusal.code) {
    case 'price_changed':
      return named({ names: products(...refusal.variantIds) })
    case 'not_enough':
      return named({ names: products(refusal.variantId), count: refusal.available })
    case 'delisted':
    case 'part_delisted':
    case 'part_short':
      return named({ names: products(refusal.variantId) })
    case 'below_minimum':
      return named({ names: products(refusal.variantId), count: refusal.minimum })
    case 'no_wave_for_farm': {
      const farm = network.farms.get(refusal.farmId)
      return named({ names: farm ? [{ zh: farm.nameZh, en: farm.nameEn }] : [] })
    }
    case 'outside_zones': {
      const point = refusal.nearestPickupPointId === null ? undefined : network.pickupPoints.get(refusal.nearestPickupPointId)
      return named(point ? { names: [{ zh: point.nameZh, en: point.nameEn }], pickupPointId: point.id } : {})
    }
    case 'over_credit_limit':
      return named({ count: refusal.limitFen })
    case 'empty_basket':
    case 'unknown_place':
    case 'wave_closed':
    case 'wave_full':
    case 'basket_gone':
      return named({})
  }
}
