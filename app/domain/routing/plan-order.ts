import { type AssignWavesRefusal, assignWaves, type OpenWave, type WaveGroup } from '#app/domain/delivery/assign-waves.ts'
import type { Detour } from '#app/domain/delivery/cheapest-detour.ts'
import type { CourierZone } from '#app/domain/delivery/direct-shipping.ts'
import type { StorageClass } from '#app/domain/delivery/load.ts'
import { invariant } from '#app/domain/invariant.ts'
import { type Fen, fen, sumFen } from '#app/domain/money/fen.ts'
import { type OrderPrice, priceOrder } from '#app/domain/pricing/price-order.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import { type DeliveryDayOf, type LotOnHand, type RoutedPart, type RoutingRefusal, routeLines } from './route-lines.ts'

export type OrderItem = {
  variantId: string
  /** the producer; null for an alliance product */
  farmId: string | null
  quantity: number
  /** the first day it may be delivered, for what is sold ahead of its harvest */
  notBeforeOn?: string | null
  unitPriceFen: Fen
  /** what its bundles take off all of it */
  offFen?: Fen
  grossWeightG: number
  storage: StorageClass
}
export type SupplyingFarm = { leadDays: number; courierZone: CourierZone }
/** `detour`: what calling at the order's door takes in this wave, where that is known. */
export type ZoneWave = OpenWave & { dropFeeFen: Fen; detour?: Detour | null }

/** Everything that decides an order, read at one moment. */
export type OrderFacts = {
  items: readonly OrderItem[]
  lots: readonly LotOnHand[]
  farms: ReadonlyMap<string, SupplyingFarm>
  waves: readonly ZoneWave[]
  delivery: 'door' | 'pickup'
}

export type PlannedPart = RoutedPart & { waveId: string }
export type OrderPlan = { parts: PlannedPart[]; waves: WaveGroup[]; price: OrderPrice }
export type PlanRefusal = { code: 'empty_basket' } | RoutingRefusal | AssignWavesRefusal

/**
 * Decides a whole order: in which wave each farm's goods come, from which lots, and what it all costs. The same decision
 * is shown in the basket, at checkout, and taken when the order is placed.
 */
export function planOrder(facts: OrderFacts, chosenWaveId: string, now: Date): Result<OrderPlan, PlanRefusal> {
  if (facts.items.length === 0) return refuse({ code: 'empty_basket' })
  const reach = reachOf(facts, chosenWaveId, now)
  const routed = routeLines(facts.items, facts.lots, reach.dayOf)
  if (!routed.ok) return refuse(whyNot(routed.refusal, facts, reach))
  const items = new Map(facts.items.map((item) => [item.variantId, item]))
  const itemOf = (part: RoutedPart) => items.get(part.variantId)!
  const assigned = assignWaves(farmLines(routed.value, facts.farms), facts.waves, chosenWaveId, now)
  if (!assigned.ok) return assigned

  const waveOf = new Map(assigned.value.flatMap((group) => group.lineIds.map((lineId) => [lineId, group.waveId] as const)))
  const parts = routed.value.map((part) => ({ ...part, waveId: waveOf.get(lineIdOf(part))! }))
  const dropFees = new Map(facts.waves.map((wave) => [wave.id, wave.dropFeeFen]))
  const shelf = priceOrder(
    parts.map((part) => ({
      ...part,
      unitPriceFen: itemOf(part).unitPriceFen,
      grossWeightG: itemOf(part).grossWeightG,
      storage: itemOf(part).storage,
      courierZone: facts.farms.get(part.farmId)!.courierZone,
    })),
    dropFees,
    facts.delivery,
    new Map(facts.waves.flatMap(({ id, detour }) => (detour ? [[id, detour] as const] : []))),
  )
  const offFen = sumFen(facts.items.map((item) => item.offFen ?? fen(0)))
  const price = { ...shelf, goodsFen: fen(shelf.goodsFen - offFen), totalFen: fen(shelf.totalFen - offFen) }
  return accept({ parts, waves: assigned.value, price })
}

type Reach = { dayOf: DeliveryDayOf; whyNotOf: (farmId: string, notBeforeOn: string | null) => AssignWavesRefusal | undefined }

/** The day a farm's goods can be delivered, by its own lead days and theirs alone; or why no wave takes them. */
function reachOf(facts: OrderFacts, chosenWaveId: string, now: Date): Reach {
  const known = new Map<string, ReturnType<typeof assignWaves>>() // goods that need equally long share one answer
  const reached = (farmId: string, notBeforeOn: string | null) => {
    const leadDays = facts.farms.get(farmId)?.leadDays
    if (leadDays === undefined) return undefined
    const key = `${leadDays} ${notBeforeOn ?? ''}`
    const answer = known.get(key) ?? assignWaves([{ farmId, lineIds: [], leadDays, notBeforeOn }], facts.waves, chosenWaveId, now)
    known.set(key, answer)
    return answer
  }
  return {
    dayOf: (farmId, notBeforeOn) => {
      const answer = reached(farmId, notBeforeOn)
      return answer?.ok ? answer.value[0]!.deliversOn : undefined
    },
    whyNotOf: (farmId, notBeforeOn) => {
      const answer = reached(farmId, notBeforeOn)
      if (!answer || answer.ok) return undefined
      return answer.refusal.code === 'no_wave_for_farm' ? { ...answer.refusal, farmId } : answer.refusal
    },
  }
}

/** A shortage of stock that is really a farm without a wave, or a closed or full wave, is told as such. */
function whyNot(refusal: RoutingRefusal, facts: OrderFacts, { whyNotOf }: Reach): PlanRefusal {
  const item = facts.items.find(({ variantId }) => variantId === refusal.variantId)
  const holders = item?.farmId ? [item.farmId] : facts.lots.filter((lot) => lot.variantId === refusal.variantId).map((lot) => lot.farmId)
  return holders.map((holder) => whyNotOf(holder, item?.notBeforeOn ?? null)).find((why) => why !== undefined) ?? refusal
}

/** What one farm sends of one variant for one day. */
const lineIdOf = ({ farmId, variantId, notBeforeOn }: RoutedPart) => `${farmId} ${variantId} ${notBeforeOn ?? ''}`

/** A farm's lines that may come together; what must wait for its harvest stands apart. */
function farmLines(parts: readonly RoutedPart[], farms: OrderFacts['farms']) {
  const groups = new Map<string, { farmId: string; lineIds: string[]; leadDays: number; notBeforeOn: string | null }>()
  for (const part of parts) {
    const { farmId, notBeforeOn } = part
    const farm = farms.get(farmId)
    invariant(farm, `farm ${farmId} is not in the network`)
    const key = `${farmId} ${notBeforeOn ?? ''}`
    const lines = groups.get(key) ?? { farmId, lineIds: [], leadDays: farm.leadDays, notBeforeOn }
    lines.lineIds.push(lineIdOf(part))
    groups.set(key, lines)
  }
  return [...groups.values()]
}
