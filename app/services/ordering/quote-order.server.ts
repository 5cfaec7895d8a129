import type { BoughtBundle } from '#app/domain/ordering/expand-bundles.ts'
import type { ChosenPromotions, CodeRefusal } from '#app/domain/pricing/choose-promotions.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { OrderPlan } from '#app/domain/routing/plan-order.ts'
import type { Reader } from '#db/client.server.ts'
import { findKnownPlaces } from '#db/queries/delivery/known-places.server.ts'
import { findNetwork } from '#db/queries/network/network.server.ts'
import { findWanted, type WantedRow } from '#db/queries/ordering/goods.server.ts'
import { findReductions } from './find-reductions.server.ts'
import type { Swap } from './open-bundles.server.ts'
import { type BasketRefusal, type PricedItem, readFactsOf } from './order-facts.server.ts'
import { type GoodsRefusal, planGoods } from './plan-goods.ts'
import { type Destination, type PlaceRefusal, type ResolvedPlace, resolvePlace } from './resolve-place.ts'

export type QuoteGoods = {
  delivery: Destination
  /** null: the first wave that can take the basket */
  waveId: string | null
  leaderId: string | null
  /** parts of its bundles for which another size comes */
  swaps?: readonly Swap[]
  /** a promotion's code, as typed */
  couponCode?: string | null
  now: Date
}

/** One delivery day on offer, and the whole order as it would come if it were chosen. */
export type WaveOffer = {
  waveId: string
  deliversOn: string
  cutoffAt: Date
  plan: Result<OrderPlan, GoodsRefusal>
}

export type OrderQuote = {
  place: ResolvedPlace
  items: PricedItem[]
  bundles: BoughtBundle[]
  offers: WaveOffer[]
  chosen: WaveOffer | null
  /** what is off the goods, whichever day is chosen */
  promotions: ChosenPromotions
  /** why the code that was typed brings nothing */
  codeRefusal: CodeRefusal | null
}

const offered = 4

/**
 * What a basket would cost at a place, for each of the next delivery days: the very decision placeOrder takes, without
 * holding anything. For a basket page without an address, ask with a pick-up point or the first zone's district.
 */
export const quoteOrder = async (reader: Reader, { basketId, ...question }: QuoteGoods & { basketId: string }) =>
  await quoteGoods(reader, await findWanted(reader, { basketId }), question)

/** The same for goods that stand in no basket yet. */
export async function quoteGoods(
  reader: Reader,
  wanted: readonly WantedRow[],
  { delivery, waveId, leaderId, swaps = [], couponCode = null, now }: QuoteGoods,
): Promise<Result<OrderQuote, BasketRefusal | PlaceRefusal>> {
  const network = await findNetwork(reader, now.getTime())
  const place = resolvePlace(delivery, network)
  if (!place.ok) return place
  const known = await findKnownPlaces(reader, network, { zoneId: place.value.zoneId, now })
  const read = await readFactsOf(reader, wanted, { place: place.value, known, bulk: leaderId !== null, swaps, network, now })
  if (!read.ok) return read
  const { items, bundles, facts } = read.value
  const offers = facts.waves.slice(0, offered).map((wave) => ({
    waveId: wave.id,
    deliversOn: wave.deliversOn,
    cutoffAt: wave.cutoffAt,
    plan: wave.remainingDrops > 0 ? planGoods(read.value, wave.id, now) : refuse({ code: 'wave_full' as const, waveId: wave.id }),
  }))
  const chosen = offers.find((offer) => offer.waveId === waveId) ?? offers.find((offer) => offer.plan.ok) ?? offers[0] ?? null
  const asked = await findReductions(reader, { items, couponCode, leaderId, now })
  const promotions = asked.ok ? asked : await findReductions(reader, { items, couponCode: null, leaderId, now })
  return accept({
    place: place.value,
    items,
    bundles,
    offers,
    chosen,
    promotions: promotions.ok ? promotions.value : { discount: null, coupon: null },
    codeRefusal: asked.ok ? null : asked.refusal,
  })
}
