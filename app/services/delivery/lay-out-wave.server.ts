import { type Arrangement, nthOf } from '#app/domain/delivery/arrangement.ts'
import { compareWave } from '#app/domain/delivery/compare-wave.ts'
import { LOADING_S } from '#app/domain/delivery/fleet-hours.ts'
import type { Drop } from '#app/domain/delivery/merge-drops.ts'
import { type DropContact, nameDrop } from '#app/domain/delivery/name-drop.ts'
import type { DeliveryPlan, PlannedRoute } from '#app/domain/delivery/plan.ts'
import type { WaveGoods } from '#app/domain/delivery/pose-wave.ts'
import { shareWaveCost } from '#app/domain/delivery/share-wave-cost.ts'
import { invariant } from '#app/domain/invariant.ts'
import { fen } from '#app/domain/money/fen.ts'
import { newId } from '#db/new-id.server.ts'
import type { VehicleOnDuty } from '#db/queries/delivery/fleet-of-day.server.ts'
import type { PlanRows, StoredDrop, StoredPlan } from '#db/queries/delivery/stored-plan.server.ts'
import type { PickupPointRow, WaveConsignment } from '#db/queries/delivery/wave-planning.server.ts'

export type LaidOut = {
  waveId: string
  midnight: Date
  consignments: readonly WaveConsignment[]
  goods: readonly WaveGoods[]
  vehicles: readonly VehicleOnDuty[]
  pickupPoints: readonly PickupPointRow[]
  drops: readonly Drop[]
  /** by the drops' codes */
  arrangement: Arrangement
  plan: DeliveryPlan
  stored: StoredPlan
}

/**
 * A plan as the rows that record it. Every consignment rides in exactly one drop; a drop no vehicle takes is kept, with the
 * reason. A place keeps its drop's id, and a vehicle's n-th run its own, however often the wave is planned. What the orders bear
 * adds up to the wave's cost, to the fen; fetching goods from the farms is not charged here.
 */
export function layOutWave(wave: LaidOut): PlanRows {
  const { drops, plan } = wave
  const reasons = new Map(plan.unserved.map(({ dropId, reason }) => [dropId, reason]))
  const { cost, figures } = reckon(wave, reasons)
  const runs = plan.routes.map((_, index) => layOutRun(wave, index))
  const stops = new Map(
    plan.routes.flatMap(({ stops: visited }, run) =>
      visited.map((stop, index) => {
        const arrivesAt = atSecond(wave, stop.serviceFromS)
        return [stop.dropId, { runId: runs[run]!.id, position: index + 1, arrivesAt }] as const
      }),
    ),
  )
  const known = new Map(wave.stored.drops.map((drop) => [placeOf(drop), drop]))
  const ids = new Map(drops.map((drop) => [drop.code, known.get(placeOf(drop))?.id ?? newId('drp')]))
  return {
    runs,
    drops: drops.map((drop) => ({
      id: ids.get(drop.code)!,
      waveId: wave.waveId,
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
      ...decidedOf(drop.code, wave.arrangement),
      status: 'planned' as const,
      statusReason: null,
      statusAt: null,
      costFen: cost.byDrop.get(drop.code) ?? fen(0),
    })),
    dropOrders: drops.flatMap((drop) =>
      drop.orderIds.map((orderId) => ({ dropId: ids.get(drop.code)!, orderId, costFen: cost.byOrder.get(orderId) ?? fen(0) })),
    ),
    riders: drops.map((drop) => ({ dropId: ids.get(drop.code)!, consignmentIds: drop.consignmentIds })),
    figures,
  }
}

export const placeOf = ({ kind, placeKey }: Pick<StoredDrop, 'kind' | 'placeKey'>) => `${kind}:${placeKey}`
const atSecond = ({ midnight }: LaidOut, seconds: number) => new Date(midnight.getTime() + seconds * 1000)

function layOutRun(wave: LaidOut, index: number) {
  const { routes } = wave.plan
  const { distanceM, durationS, costFen, fromS, vehicleId } = routes[index]!
  const name = nameOfRoute(routes[index]!)
  const vehicle = wave.vehicles.find(({ id }) => id === vehicleId)
  invariant(vehicle, `no vehicle ${vehicleId}`)
  const stored = wave.stored.runs.find((_, at) => nthOf(wave.stored.runs.map(asOutline), at) === name)
  const driverId = wave.arrangement.runs.find((_, at) => nthOf(wave.arrangement.runs, at) === name)?.driverId ?? vehicle.driverId
  const planned = {
    vehicleId,
    driverId,
    carrierId: vehicle.carrierId,
    departsAt: atSecond(wave, fromS + LOADING_S),
    distanceM,
    durationS,
    costFen,
  }
  return { id: stored?.id ?? newId('run'), waveId: wave.waveId, position: index + 1, ...planned, status: 'planned' as const }
}

const nameOfRoute = ({ vehicleId, run }: PlannedRoute) => `${vehicleId}#${run}`
const asOutline = ({ vehicleId }: { vehicleId: string }) => ({ vehicleId, dropIds: [] })

function decidedOf(code: string, { runs, excluded }: Arrangement) {
  const run = runs.find(({ locked, pinned }) => locked.includes(code) || pinned.includes(code))
  return {
    lockedVehicleId: run?.vehicleId ?? null,
    lockedPosition: run?.pinned.includes(code) ?? false,
    excluded: excluded.includes(code),
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
