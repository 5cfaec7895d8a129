import { type AssignWavesRefusal, assignWaves, type OpenWave, type WaveGroup } from '#app/domain/delivery/assign-waves.ts'
import type { Detour } from '#app/domain/delivery/cheapest-detour.ts'
import type { CourierZone } from '#app/domain/delivery/direct-shipping.ts'
import type { StorageClass } from '#app/domain/delivery/load.ts'
import { invariant } from '#app/domain/invariant.ts'
import type { Fen } from '#app/domain/money/fen.ts'
import { type OrderPrice, priceOrder } from '#app/domain/pricing/price-order.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import { type LotOnHand, type RoutedPart, type RoutingRefusal, routeLines } from './route-lines.ts'

export type OrderItem = {
  variantId: string
  /** the producer; null for an alliance product */
  farmId: string | null
  quantity: number
  unitPriceFen: Fen
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
  const routed = routeLines(facts.items, facts.lots, reach.days)
  if (!routed.ok) return refuse(whyNot(routed.refusal, facts, reach))
  const items = new Map(facts.items.map((item) => [item.variantId, item]))
  const itemOf = (part: RoutedPart) => items.get(part.variantId)!
  const assigned = assignWaves(farmLines(routed.value, facts.farms), facts.waves, chosenWaveId, now)
  if (!assigned.ok) return assigned

  const waveOf = new Map(assigned.value.flatMap((group) => group.farmIds.map((farmId) => [farmId, group.waveId] as const)))
  const parts = routed.value.map((part) => ({ ...part, waveId: waveOf.get(part.farmId)! }))
  const dropFees = new Map(facts.waves.map((wave) => [wave.id, wave.dropFeeFen]))
  const price = priceOrder(
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
  return accept({ parts, waves: assigned.value, price })
}

type Reach = { days: Map<string, string>; refusals: Map<string, AssignWavesRefusal> }

/** The day each farm's goods can be delivered, by its own lead days alone; or why no wave takes them. */
function reachOf(facts: OrderFacts, chosenWaveId: string, now: Date): Reach {
  const reach: Reach = { days: new Map(), refusals: new Map() }
  const suppliers = new Set([...facts.items.flatMap((item) => item.farmId ?? []), ...facts.lots.map((lot) => lot.farmId)])
  const byLeadDays = new Map<number, ReturnType<typeof assignWaves>>() // farms that need equally long share one answer
  for (const farmId of suppliers) {
    const leadDays = facts.farms.get(farmId)?.leadDays
    if (leadDays === undefined) continue
    const first = byLeadDays.get(leadDays) ?? assignWaves([{ farmId, lineIds: [], leadDays }], facts.waves, chosenWaveId, now)
    byLeadDays.set(leadDays, first)
    if (first.ok) reach.days.set(farmId, first.value[0]!.deliversOn)
    else reach.refusals.set(farmId, first.refusal.code === 'no_wave_for_farm' ? { ...first.refusal, farmId } : first.refusal)
  }
  return reach
}

/** A shortage of stock that is really a farm without a wave, or a closed or full wave, is told as such. */
function whyNot(refusal: RoutingRefusal, facts: OrderFacts, { refusals }: Reach): PlanRefusal {
  const farmId = facts.items.find((item) => item.variantId === refusal.variantId)?.farmId
  const holders = farmId ? [farmId] : facts.lots.filter((lot) => lot.variantId === refusal.variantId).map((lot) => lot.farmId)
  return holders.map((holder) => refusals.get(holder)).find((why) => why !== undefined) ?? refusal
}

function farmLines(parts: readonly RoutedPart[], farms: OrderFacts['farms']) {
  const byFarm = new Map<string, { farmId: string; lineIds: string[]; leadDays: number }>()
  for (const { farmId, variantId } of parts) {
    const farm = farms.get(farmId)
    invariant(farm, `farm ${farmId} is not in the network`)
    const lines = byFarm.get(farmId) ?? { farmId, lineIds: [], leadDays: farm.leadDays }
    lines.lineIds.push(variantId)
    byFarm.set(farmId, lines)
  }
  return [...byFarm.values()]
}
