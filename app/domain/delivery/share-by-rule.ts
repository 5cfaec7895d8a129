import { allocate } from '#app/domain/money/allocate.ts'
import { type Fen, fen } from '#app/domain/money/fen.ts'
import type { Place } from './distance.ts'
import { jointCost, type ReferenceVan, type SharedDrop } from './joint-cost.ts'
import type { StorageClass } from './load.ts'
import { type CostGame, exactAtMost, type ShapleyValue, shapleyExactly, shapleySampled } from './share-by-shapley.ts'
import type { SharingRuleName } from './sharing-rule.ts'

export type DrivenRun = { readonly id: string; readonly costFen: Fen }
/** A place a run went to, delivered or not: the way was driven. */
export type RiddenDrop = Place & { readonly id: string; readonly runId: string; readonly serviceS: number }
/** What one farm sent to one drop, of one storage class. */
export type RiddenGoods = {
  readonly dropId: string
  readonly farmId: string
  readonly storage: StorageClass
  readonly weightG: number
  readonly volumeMl: number
}
export type DrivenWave = {
  readonly hub: Place
  readonly runs: readonly DrivenRun[]
  readonly drops: readonly RiddenDrop[]
  readonly goods: readonly RiddenGoods[]
  readonly van: ReferenceVan
}

export type SharedCost = { readonly byFarm: ReadonlyMap<string, Fen>; readonly samples: number; readonly errorFen: Fen }

/** Farms as players, in the order of their ids, so that the order of the rows decides nothing. */
export const farmsOf = ({ goods }: { readonly goods: readonly RiddenGoods[] }): string[] =>
  [...new Set(goods.map(({ farmId }) => farmId))].sort()

/** Each farm's share; they add up to what the runs cost, to the fen. A farm that sent nothing has none. */
export function shareByRule(rule: SharingRuleName, wave: DrivenWave): SharedCost {
  if (rule !== 'shapley') return { byFarm: runByRun(wave, rule), samples: 0, errorFen: fen(0) }
  const farmIds = farmsOf(wave)
  const totalFen = fen(wave.runs.reduce((sum, run) => sum + run.costFen, 0))
  if (farmIds.length === 0 || totalFen === 0) return { byFarm: new Map(farmIds.map((id) => [id, fen(0)])), samples: 0, errorFen: fen(0) }
  const game = costGame(wave)
  const { weights, samples, errorFen } = shapleyOf(game, wave.drops.length)
  const shares = allocate(totalFen, weights.some((weight) => weight > 0) ? weights : farmIds.map(() => 1))
  const modelFen = game.worth(farmIds.map(() => true))
  const scaled = fen(modelFen === 0 ? 0 : Math.ceil((errorFen * totalFen) / modelFen))
  return { byFarm: new Map(farmIds.map((id, index) => [id, shares[index] ?? fen(0)])), samples, errorFen: scaled }
}

/** What each group of the wave's farms would cost to deliver alone; players in the order of `farmsOf`. Each group is reckoned once. */
export function costGame(wave: DrivenWave): CostGame {
  const farmIds = farmsOf(wave)
  const players = new Map(farmIds.map((id, index) => [id, index]))
  const drops = [...wave.drops]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, lat, lon, serviceS }): SharedDrop => {
      const goods = wave.goods
        .filter(({ dropId }) => dropId === id)
        .map(({ farmId, ...part }) => ({ ...part, farm: players.get(farmId) ?? 0 }))
      return { lat, lon, serviceS, goods }
    })
  const reckon = jointCost(wave.hub, drops, wave.van)
  const known = new Map<string, number>()
  const worth = (isIn: readonly boolean[]) => {
    const group = isIn.map(Number).join('')
    const costFen = known.get(group) ?? reckon(isIn)
    known.set(group, costFen)
    return costFen
  }
  return { players: farmIds.length, worth }
}

/** A sampled value takes about as long whatever the wave's size: fewer orders of joining where a plan has more drops. */
const sampledWork = 4_000_000

export function shapleyOf(game: CostGame, drops: number): ShapleyValue {
  if (game.players <= exactAtMost) return shapleyExactly(game)
  const perPlan = drops * Math.min(100, drops)
  const orders = Math.min(2000, Math.max(50, Math.round(sampledWork / (game.players * (500 + perPlan)))))
  return shapleySampled(game, { orders, seed: game.players })
}

/**
 * `weight`: a run's cost is borne by the farms on it by weight. `drop`: by its drops in equal parts, a drop's by the farms in it
 * in equal parts. What a run cost whose goods all went back to be sent again is borne by everybody, by the same rule.
 */
function runByRun({ runs, drops, goods }: DrivenWave, rule: 'weight' | 'drop'): Map<string, Fen> {
  const places = [...drops]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, runId }) => ({ runId, goods: goods.filter(({ dropId }) => dropId === id) }))
  const laden = places.filter((place) => place.goods.length > 0)
  const byFarm = new Map<string, Fen>()
  for (const run of runs) {
    const ofRun = laden.filter(({ runId }) => runId === run.id)
    const there = (ofRun.length > 0 ? ofRun : laden).map((place) => place.goods)
    if (there.length === 0) continue
    for (const [farmId, amount] of bear(run.costFen, rule === 'weight' ? [there.flat()] : there, rule)) {
      byFarm.set(farmId, fen((byFarm.get(farmId) ?? 0) + amount))
    }
  }
  return byFarm
}

/** In equal parts over the places; within one by weight, each farm a gram at least, or in equal parts. */
function bear(costFen: Fen, places: readonly (readonly RiddenGoods[])[], rule: 'weight' | 'drop'): (readonly [string, Fen])[] {
  const costs = allocate(
    costFen,
    places.map(() => 1),
  )
  return places.flatMap((there, index) => {
    const farmIds = farmsOf({ goods: there })
    const weightOf = (farmId: string) => there.reduce((sum, part) => sum + (part.farmId === farmId ? part.weightG : 0), 0)
    const weights = farmIds.map((farmId) => (rule === 'weight' ? Math.max(1, weightOf(farmId)) : 1))
    const shares = allocate(costs[index] ?? fen(0), weights)
    return farmIds.map((farmId, at) => [farmId, shares[at] ?? fen(0)] as const)
  })
}
