import { leaderSaving, type SavingPart } from '#app/domain/commission/leader-saving.ts'
import { allocate } from '#app/domain/money/allocate.ts'
import { type Fen, fen, sumFen } from '#app/domain/money/fen.ts'
import { type CarriedGoods, compareWave } from './compare-wave.ts'
import { type OpenWave, partOfWave } from './part-of-wave.ts'
import { type DrivenWave, farmsOf, shareByRule } from './share-by-rule.ts'
import type { FirstMile } from './share-first-mile.ts'
import { type RiddenConsignment, shareWaveCost } from './share-wave-cost.ts'
import type { SharingRuleName } from './sharing-rule.ts'

/** An order of the wave, with what no wave has been reckoned with of it yet. */
export type OrderToReckon = {
  readonly orderId: string
  readonly feeLeftFen: Fen
  /** its waves that are not reckoned, this one among them */
  readonly open: readonly OpenWave[]
  readonly leader: LeaderToReckon | null
}

export type LeaderToReckon = {
  /** what acceptance has paid them; null before it */
  readonly paidFen: Fen | null
  /** what other waves were reckoned with of it */
  readonly reckonedFen: Fen
  readonly directFen: Fen
  /** what the order cost in its other waves */
  readonly elsewhereFen: Fen
  readonly parts: readonly SavingPart[]
}

export type WaveToReckon = {
  readonly waveId: string
  readonly rule: SharingRuleName
  readonly driven: DrivenWave
  readonly firstMile: FirstMile
  readonly consignments: readonly RiddenConsignment[]
  /** the same goods, with what a courier would ask for them */
  readonly carried: readonly CarriedGoods[]
  readonly orders: readonly OrderToReckon[]
}

export type FarmReckoning = {
  farmId: string
  orders: number
  parcels: number
  weightG: number
  directFen: Fen
  costFen: Fen
  freightFen: Fen
}

/**
 * What a wave cost as driven, and who bears it. The customers' fees pay first; what they do not cover of the cost and of the
 * leaders' parts of the saving is the farms' freight, in proportion to their shares of the cost. What fees bring beyond that stays
 * in the delivery pool. Each farm's share is its part of the last mile by the rule and of the collections it was on.
 */
export function reckonWave({ waveId, rule, driven, firstMile, consignments, carried, orders }: WaveToReckon) {
  const lastMileFen = sumFen(driven.runs.map((run) => run.costFen))
  const cost = costOf(driven, consignments, firstMile.totalFen)
  const shared = shareByRule(rule, driven)
  const reckoned = orders.map((order) => {
    const costFen = cost?.byOrder.get(order.orderId) ?? fen(0)
    const feeFen = partOfWave(waveId, order.feeLeftFen, order.open)
    const leaderFen = order.leader ? partOfWave(waveId, leaderLeft(order.leader, costFen), order.open) : fen(0)
    return { orderId: order.orderId, costFen, feeFen, leaderFen }
  })
  const feesFen = sumFen(reckoned.map(({ feeFen }) => feeFen))
  const leadersFen = sumFen(reckoned.map(({ leaderFen }) => leaderFen))
  const farmIds = farmsOf(driven)
  const costs = farmIds.map((farmId) => fen((shared.byFarm.get(farmId) ?? 0) + (firstMile.byFarm.get(farmId) ?? 0)))
  const freights = freightOf(lastMileFen + firstMile.totalFen + leadersFen - feesFen, costs)
  const comparison = cost ? compareWave(carried, cost) : { directFen: fen(0), byFarm: [] }
  const farms = farmIds.map((farmId, index): FarmReckoning => {
    const own = consignments.filter((consignment) => consignment.farmId === farmId)
    return {
      farmId,
      orders: new Set(own.map(({ orderId }) => orderId)).size,
      parcels: own.length,
      weightG: own.reduce((sum, { weightG }) => sum + weightG, 0),
      directFen: comparison.byFarm.find((farm) => farm.farmId === farmId)?.directFen ?? fen(0),
      costFen: costs[index] ?? fen(0),
      freightFen: freights[index] ?? fen(0),
    }
  })
  const { samples, errorFen } = shared
  const wave = {
    rule,
    firstMileFen: firstMile.totalFen,
    lastMileFen,
    feesFen,
    leadersFen,
    directFen: comparison.directFen,
    samples,
    errorFen,
  }
  return { wave, farms, orders: reckoned, byDrop: cost?.byDrop ?? new Map<string, Fen>() }
}

/** What is left of the leader's part, all that the order saved taken together, never below nothing. */
function leaderLeft({ paidFen, reckonedFen, directFen, elsewhereFen, parts }: LeaderToReckon, costFen: Fen): Fen {
  const savedFen = fen(Math.max(0, directFen - elsewhereFen - costFen))
  return fen(Math.max(0, (paidFen ?? leaderSaving(savedFen, parts)) - reckonedFen))
}

const freightOf = (uncoveredFen: number, costs: readonly Fen[]): Fen[] =>
  uncoveredFen > 0 && costs.some((cost) => cost > 0) ? allocate(fen(uncoveredFen), costs) : costs.map(() => fen(0))

/** By consignment, as every farm can check it: a run's cost by weight over what rode on it, all else by weight over everything. */
function costOf({ runs, drops }: DrivenWave, consignments: readonly RiddenConsignment[], firstMileFen: Fen) {
  if (consignments.length === 0) return null
  const laden = new Set(consignments.map(({ dropId }) => dropId))
  const routes = runs.map(({ id, costFen }) => ({
    costFen,
    stops: drops.filter((drop) => drop.runId === id && laden.has(drop.id)).map((drop) => ({ dropId: drop.id })),
  }))
  const carrying = routes.filter(({ stops }) => stops.length > 0)
  const emptyFen = fen(sumFen(routes.map(({ costFen }) => costFen)) - sumFen(carrying.map(({ costFen }) => costFen)))
  const plan = { routes: carrying, costFen: sumFen(carrying.map(({ costFen }) => costFen)) }
  return shareWaveCost(plan, consignments, fen(firstMileFen + emptyFen))
}
