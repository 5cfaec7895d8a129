import { fen } from '#app/domain/money/fen.ts'
import { costGame, type DrivenWave, farmsOf, shareByRule } from './share-by-rule.ts'

/** Several waves of one zone as if all they carried had been delivered on one day: what a full van would have cost. */
export type FilledZone = { readonly costFen: number; readonly byFarm: ReadonlyMap<string, number> }

/**
 * Reckons many thin waves as one: every drop of all of them, in tours by the same method and van as a group's plan, shared by
 * weight. A model, not a bill: it says what density does to the cost of an order, which S0's farms had and a small season has not.
 */
export function fillWave(waves: readonly DrivenWave[]): FilledZone {
  const [first] = waves
  if (!first) return { costFen: 0, byFarm: new Map() }
  const drops = waves.flatMap((wave) => wave.drops.map((drop) => ({ ...drop, runId: 'full' })))
  const goods = waves.flatMap((wave) => wave.goods)
  const full: DrivenWave = { ...first, drops, goods, runs: [] }
  const costFen = costGame(full).worth(farmsOf(full).map(() => true))
  const { byFarm } = shareByRule('weight', { ...full, runs: [{ id: 'full', costFen: fen(costFen) }] })
  return { costFen, byFarm }
}
