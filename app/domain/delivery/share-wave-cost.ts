import { invariant } from '#app/domain/invariant.ts'
import { allocate } from '#app/domain/money/allocate.ts'
import { type Fen, fen } from '#app/domain/money/fen.ts'

/** A consignment as it rides in a plan: `dropId` is the drop of the problem it was merged into. */
export type RiddenConsignment = {
  readonly id: string
  readonly orderId: string
  readonly farmId: string
  readonly dropId: string
  readonly weightG: number
}

/** What runs cost, as planned or as driven, and where each went. */
export type CostedRuns = {
  readonly costFen: Fen
  readonly routes: readonly { readonly costFen: Fen; readonly stops: readonly { readonly dropId: string }[] }[]
}

export type WaveCost = {
  readonly lastMileFen: Fen
  readonly firstMileFen: Fen
  readonly totalFen: Fen
  /** The wave's cost over the orders it carried, rounded half up; null when it carried none. S0's farms stood at 600–700. */
  readonly averagePerOrderFen: Fen | null
  readonly byConsignment: ReadonlyMap<string, Fen>
  readonly byDrop: ReadonlyMap<string, Fen>
  readonly byOrder: ReadonlyMap<string, Fen>
  readonly byFarm: ReadonlyMap<string, Fen>
}

/**
 * Shares what a wave cost. The rule every farm can check: a run's cost is borne by the consignments on it by weight, and the
 * first mile by all consignments carried, by weight, each counted as a gram at least. What a drop, an order or a farm bears is the
 * sum over its consignments, so all views agree to the fen.
 *
 * @param consignments all of the wave; those of unserved drops bear nothing, they were not carried
 * @param firstMileFen what fetching the goods to the hub cost; it must be 0 when nothing was carried
 */
export function shareWaveCost(plan: CostedRuns, consignments: readonly RiddenConsignment[], firstMileFen: Fen): WaveCost {
  const byConsignment = new Map<string, Fen>()
  const bear = (riders: readonly RiddenConsignment[], amountFen: Fen) => {
    if (amountFen === 0 && riders.length === 0) return
    invariant(riders.length > 0, 'a cost needs a consignment to bear it')
    const shares = allocate(
      amountFen,
      riders.map((rider) => Math.max(1, rider.weightG)),
    )
    for (const [index, rider] of riders.entries()) addTo(byConsignment, rider.id, shares[index] ?? fen(0))
  }
  const carried: RiddenConsignment[] = []
  for (const route of plan.routes) {
    const dropIds = new Set(route.stops.map((stop) => stop.dropId))
    const riders = consignments.filter((consignment) => dropIds.has(consignment.dropId))
    carried.push(...riders)
    bear(riders, route.costFen)
  }
  bear(carried, firstMileFen)

  const byDrop = new Map<string, Fen>()
  const byOrder = new Map<string, Fen>()
  const byFarm = new Map<string, Fen>()
  for (const { id, dropId, orderId, farmId } of distinctById(carried)) {
    addTo(byDrop, dropId, byConsignment.get(id) ?? fen(0))
    addTo(byOrder, orderId, byConsignment.get(id) ?? fen(0))
    addTo(byFarm, farmId, byConsignment.get(id) ?? fen(0))
  }
  const totalFen = fen(plan.costFen + firstMileFen)
  return {
    lastMileFen: plan.costFen,
    firstMileFen,
    totalFen,
    averagePerOrderFen: byOrder.size === 0 ? null : fen(Math.floor((2 * totalFen + byOrder.size) / (2 * byOrder.size))),
    byConsignment,
    byDrop,
    byOrder,
    byFarm,
  }
}

function addTo(sums: Map<string, Fen>, key: string, amount: Fen) {
  sums.set(key, fen((sums.get(key) ?? 0) + amount))
}

const distinctById = (riders: readonly RiddenConsignment[]) => [...new Map(riders.map((rider) => [rider.id, rider])).values()]
