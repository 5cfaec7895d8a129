import { fen } from '#app/domain/money/fen.ts'
import { costGame, type DrivenWave, farmsOf, shareByRule } from './share-by-rule.ts'

/** All that several waves of one zone carried, and the van it is reckoned with. */
export type CarriedSeason = Omit<DrivenWave, 'runs'>
export type FilledZone = { readonly costFen: number; readonly byFarm: ReadonlyMap<string, number> }

/**
 * Reckons many thin waves as one: every drop of all of them as if delivered on one day, in tours by the same method and van as a
 * group's plan, shared by weight. A model, not a bill: it says what density does to the cost of an order, which S0's farms had and a
 * small season has not.
 */
export function fillWave(season: CarriedSeason): FilledZone {
  const full: DrivenWave = { ...season, drops: season.drops.map((drop) => ({ ...drop, runId: 'full' })), runs: [] }
  const costFen = costGame(full).worth(farmsOf(full).map(() => true))
  const { byFarm } = shareByRule('weight', { ...full, runs: [{ id: 'full', costFen: fen(costFen) }] })
  return { costFen, byFarm }
}
