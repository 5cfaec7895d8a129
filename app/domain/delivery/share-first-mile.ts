import { allocate } from '#app/domain/money/allocate.ts'
import { type Fen, fen } from '#app/domain/money/fen.ts'

/** One collection of a day: it ended at the hub with goods for several waves. */
export type CollectionRun = { readonly id: string; readonly carrierId: string; readonly costFen: Fen; readonly farmIds: readonly string[] }
/** What a farm sent with one wave of that day. */
export type SentWeight = { readonly waveId: string; readonly farmId: string; readonly weightG: number }

export type FirstMile = {
  readonly totalFen: Fen
  readonly byFarm: ReadonlyMap<string, Fen>
  readonly byCarrier: ReadonlyMap<string, Fen>
}

/**
 * One wave's part of the day's collections: each run is borne by the farms it fetched from, wave by wave, by weight. Farms that
 * bring their crates themselves bear nothing of it. Over all waves of the day the parts add up to what the runs cost.
 */
export function shareFirstMile(waveId: string, runs: readonly CollectionRun[], sent: readonly SentWeight[]): FirstMile {
  const byFarm = new Map<string, Fen>()
  const byCarrier = new Map<string, Fen>()
  const add = (sums: Map<string, Fen>, key: string, amount: Fen) => sums.set(key, fen((sums.get(key) ?? 0) + amount))
  const ordered = [...sent].sort((a, b) => (a.waveId + a.farmId < b.waveId + b.farmId ? -1 : 1))
  for (const run of runs) {
    const fetched = ordered.filter(({ farmId }) => run.farmIds.includes(farmId))
    if (fetched.length === 0) continue
    const shares = allocate(
      run.costFen,
      fetched.map(({ weightG }) => Math.max(1, weightG)),
    )
    for (const [index, part] of fetched.entries()) {
      if (part.waveId !== waveId) continue
      add(byFarm, part.farmId, shares[index] ?? fen(0))
      add(byCarrier, run.carrierId, shares[index] ?? fen(0))
    }
  }
  return { totalFen: fen([...byFarm.values()].reduce((sum, amount) => sum + amount, 0)), byFarm, byCarrier }
}
