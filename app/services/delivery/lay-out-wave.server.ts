import { compareWave } from '#app/domain/delivery/compare-wave.ts'
import { LOADING_S } from '#app/domain/delivery/fleet-hours.ts'
import type { Drop } from '#app/domain/delivery/merge-drops.ts'
import { type DropContact, nameDrop } from '#app/domain/delivery/name-drop.ts'
import type { DeliveryPlan } from '#app/domain/delivery/plan.ts'
import type { WaveGoods } from '#app/domain/delivery/pose-wave.ts'
import { shareWaveCost } from '#app/domain/delivery/share-wave-cost.ts'
import { invariant } from '#app/domain/invariant.ts'
import { fen } from '#app/domain/money/fen.ts'
import { newId } from '#db/new-id.server.ts'
import type { PickupPointRow, PlanRows, VehicleRow, WaveConsignment } from '#db/queries/wave-planning.server.ts'

export type LaidOut = {
  waveId: string
  midnight: Date
  consignments: readonly WaveConsignment[]
  goods: readonly WaveGoods[]
  vehicles: readonly VehicleRow[]
  pickupPoints: readonly PickupPointRow[]
  drops: readonly Drop[]
  plan: DeliveryPlan
}

/**
 * A plan as the rows that record it. Every consignment rides in exactly one drop; a drop no vehicle takes is kept, with the
 * reason. What the orders bear adds up to the wave's cost, to the fen; fetching goods from the farms is not charged yet.
 */
export function layOutWave(wave: LaidOut, now: Date): PlanRows {
  const { waveId, drops, plan } = wave
  const atSecond = (seconds: number) => new Date(wave.midnight.getTime() + seconds * 1000)
  const dropIds = new Map(drops.map((drop) => [drop.code, newId('drp')]))
  const reasons = new Map(plan.unserved.map(({ dropId, reason }) => [dropId, reason]))
  const runs = plan.routes.map((route, index) => {
    const vehicle = wave.vehicles.find(({ id }) => id === route.vehicleId)
    invariant(vehicle, `no vehicle ${route.vehicleId}`)
    const { id: vehicleId, driverId, carrierId } = vehicle
    const { distanceM, durationS, costFen } = route
    const planned = { vehicleId, driverId, carrierId, departsAt: atSecond(route.fromS + LOADING_S), distanceM, durationS, costFen }
    return { id: newId('run'), waveId, position: index + 1, ...planned, status: 'planned' as const }
  })
  const stops = new Map(
    plan.routes.flatMap(({ stops: visited }, run) =>
      visited.map((stop, index) => [stop.dropId, { runId: runs[run]!.id, position: index + 1, arrivesAt: atSecond(stop.serviceFromS) }]),
    ),
  )
  const { cost, figures } = reckon(wave, reasons)
  const newcomers = new Set(wave.consignments.filter(({ dropId }) => dropId === null).map(({ orderId }) => orderId))
  return {
    runs,
    drops: drops.map((drop) => ({
      id: dropIds.get(drop.code)!,
      waveId,
      code: drop.code,
      kind: drop.kind,
      placeKey: drop.placeKey,
      ...contactOf(drop, wave),
      lat: drop.lat,
      lon: drop.lon,
      weightG: drop.load.weightG,
      cratesAmbient: drop.load.crates.ambient,
      cratesChilled: drop.load.crates.chilled,
      cratesFrozen: drop.load.crates.frozen,
      ...(stops.get(drop.code) ?? { runId: null, position: null, arrivesAt: null }),
      unservedReason: reasons.get(drop.code) ?? null,
      status: 'planned' as const,
      statusReason: null,
      statusAt: null,
      costFen: cost.byDrop.get(drop.code) ?? fen(0),
    })),
    dropOrders: drops.flatMap((drop) =>
      drop.orderIds.map((orderId) => ({ dropId: dropIds.get(drop.code)!, orderId, costFen: cost.byOrder.get(orderId) ?? fen(0) })),
    ),
    riders: drops.map((drop) => ({ dropId: dropIds.get(drop.code)!, consignmentIds: drop.consignmentIds })),
    events: [...newcomers].map((orderId) => ({ id: newId('evt'), orderId, kind: 'planned' as const, farmId: null, at: now })),
    figures,
  }
}

/** Who bears what, and what direct shipping would have cost: of what is carried, the unserved on neither side. */
function reckon({ waveId, consignments, goods, drops, plan }: LaidOut, reasons: ReadonlyMap<string, string>) {
  const codeOf = new Map(drops.flatMap((drop) => drop.consignmentIds.map((id) => [id, drop.code] as const)))
  const weights = new Map<string, number>()
  for (const part of goods) weights.set(part.id, (weights.get(part.id) ?? 0) + part.weightG)
  const riders = consignments.map(({ id, orderId, farmId }) => {
    const dropId = codeOf.get(id)
    invariant(dropId, `consignment ${id} is in no drop`)
    return { id, orderId, farmId, dropId, weightG: weights.get(id) ?? 0 }
  })
  const cost = shareWaveCost(plan, riders, fen(0))
  const carried = goods.filter((part) => !reasons.has(codeOf.get(part.id)!))
  const figures = {
    waveId,
    orders: new Set(carried.map((part) => part.orderId)).size,
    parcels: new Set(carried.map((part) => part.id)).size,
    drops: drops.length - reasons.size,
    unserved: reasons.size,
    costFen: cost.totalFen,
    ...compareWave(carried, cost),
    complete: reasons.size === 0,
  }
  return { cost, figures }
}

function contactOf(drop: Drop, { consignments, pickupPoints }: LaidOut): DropContact {
  const inDrop = new Set(drop.consignmentIds)
  const [first, ...others] = consignments.filter(({ id }) => inDrop.has(id))
  invariant(first, `drop ${drop.code} holds nothing`)
  return nameDrop(drop.kind, [first, ...others], pickupPoints.find(({ id }) => id === drop.placeKey) ?? null)
}
