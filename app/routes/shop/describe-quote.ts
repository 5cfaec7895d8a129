import type { BillParts, BillReduction } from '#app/components/shop/bill.tsx'
import type { Saving } from '#app/components/shop/saving-chip.tsx'
import type { WaveChoice } from '#app/components/shop/wave-picker.tsx'
import { courierZoneOf } from '#app/domain/delivery/direct-shipping.ts'
import { haversineM } from '#app/domain/delivery/distance.ts'
import { groupBy } from '#app/domain/group-by.ts'
import { type Fen, fen, sumFen } from '#app/domain/money/fen.ts'
import { type ChosenPromotions, reductionsOf } from '#app/domain/pricing/choose-promotions.ts'
import { directParcels } from '#app/domain/pricing/itemise-order.ts'
import type { OrderPlan } from '#app/domain/routing/plan-order.ts'
import type { PricedItem } from '#app/services/ordering/order-facts.server.ts'
import type { OrderQuote, WaveOffer } from '#app/services/ordering/quote-order.server.ts'
import { creditTowards } from '#app/services/ordering/spend-credit.server.ts'
import type { Network } from '#db/queries/network/network.server.ts'

export type DescribedQuote = { waves: WaveChoice[]; chosenWaveId: string | null; bill: BillParts | null; saving: Saving | null }

/**
 * A quote in the words of the checkout page: farms by name, goods by farm, one fee for each drop, what is off, and the saving by
 * parcel. `names` are of what stands in the basket; `creditFen` is what the customer wants to pay with credit, as far as the order costs that much.
 */
export function describeQuote(
  { items, bundles, offers, chosen, promotions }: OrderQuote,
  network: Network,
  { creditFen, names }: { creditFen: Fen; names: readonly Named[] },
): DescribedQuote {
  const plan = chosen?.plan.ok ? chosen.plan.value : null
  return {
    waves: offers.map((offer) => describeOffer(offer, network)),
    chosenWaveId: chosen?.waveId ?? null,
    bill: plan && billOf(plan, { items, bundles: namedBundles(bundles, names), promotions, creditFen }, network),
    saving: plan && savingOf(plan, items, network),
  }
}

const nameOf = (farmId: string, { farms }: Network) => {
  const farm = farms.get(farmId)
  return { farmId, farmZh: farm?.nameZh ?? '', farmEn: farm?.nameEn ?? '' }
}

function describeOffer({ waveId, deliversOn, cutoffAt, plan }: WaveOffer, network: Network): WaveChoice {
  const full = !plan.ok && plan.refusal.code === 'wave_full' && plan.refusal.waveId === waveId
  return { waveId, deliversOn, cutoffAt, full, drops: plan.ok ? dropsOf(plan.value, network) : null }
}

const feeOf = (plan: OrderPlan, waveId: string) => plan.price.deliveries.find((delivery) => delivery.waveId === waveId)?.feeFen ?? fen(0)

const dropsOf = (plan: OrderPlan, network: Network) =>
  plan.waves.map(({ waveId, deliversOn, farmIds }) => ({
    waveId,
    deliversOn,
    feeFen: feeOf(plan, waveId),
    farms: farmIds.map((farmId) => nameOf(farmId, network)),
  }))

const itemsById = (items: readonly PricedItem[]) => new Map(items.map((item) => [item.variantId, item]))

/** What promotions take off, each by its name. */
export const reductionsShown = ({ discount, coupon }: ChosenPromotions): BillReduction[] =>
  [discount, coupon].flatMap((applied) => {
    if (!applied) return []
    const { id, fundedBy, nameZh, nameEn } = applied.promotion
    return [{ id, fundedBy, nameZh, nameEn, offFen: applied.offFen }]
  })

/** What stands in the basket, by whose name a bundle is known. */
type Named = {
  variantId: string
  nameZh: string
  nameEn: string
  parts: readonly { nameZh: string; nameEn: string; units: number }[]
}

function namedBundles(bundles: OrderQuote['bundles'], names: readonly Named[]): BillParts['bundles'] {
  const byId = new Map(names.map((named) => [named.variantId, named]))
  return bundles.map(({ variantId, quantity, savedFen }) => {
    const { nameZh = '', nameEn = '', parts = [] } = byId.get(variantId) ?? {}
    const holds = parts.map((part) => ({ nameZh: part.nameZh, nameEn: part.nameEn, units: part.units * quantity }))
    return { variantId, nameZh, nameEn, quantity, savedFen, holds }
  })
}

type Billed = { bundles: BillParts['bundles']; items: readonly PricedItem[]; promotions: ChosenPromotions; creditFen: Fen }

function billOf(plan: OrderPlan, { items, bundles, promotions, creditFen }: Billed, network: Network): BillParts {
  const item = itemsById(items)
  const byFarm = groupBy(plan.parts, (part) => part.farmId)
  const { discountFen, couponFen } = reductionsOf(promotions)
  const totalFen = fen(plan.price.totalFen - discountFen - couponFen)
  return {
    goods: [...byFarm].map(([farmId, parts]) => ({
      ...nameOf(farmId, network),
      amountFen: sumFen(parts.map((part) => fen(item.get(part.variantId)!.unitPriceFen * part.quantity))),
    })),
    deliveries: plan.waves.map(({ waveId, deliversOn }) => ({
      waveId,
      deliversOn,
      feeFen: feeOf(plan, waveId),
      fee: plan.price.deliveries.find((delivery) => delivery.waveId === waveId) ?? null,
    })),
    deliveryFen: plan.price.deliveryFen,
    bundles,
    reductions: reductionsShown(promotions),
    totalFen,
    creditFen: creditTowards(creditFen, totalFen),
  }
}

function savingOf(plan: OrderPlan, items: readonly PricedItem[], network: Network): Saving {
  const item = itemsById(items)
  const hub = network.hubs[0]
  const parcels = directParcels(
    plan.parts.map((part) => {
      const { unitPriceFen, grossWeightG, storage } = item.get(part.variantId)!
      const farm = network.farms.get(part.farmId)
      const courierZone = farm && hub ? courierZoneOf(haversineM(farm, hub)) : 'city'
      return { ...part, unitPriceFen, grossWeightG, storage, courierZone }
    }),
  )
  const { directFen, deliveryFen } = plan.price
  return { directFen, deliveryFen, parcels: parcels.map((parcel) => ({ ...parcel, ...nameOf(parcel.farmId, network) })) }
}
