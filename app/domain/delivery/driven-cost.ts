import type { Fen } from '#app/domain/money/fen.ts'
import type { Rates } from './fleet-of-day.ts'
import { costOfRun, totalOfRun } from './run-cost.ts'

/** A run as it was planned and as it was driven; what nobody noted is null. */
export type EndedRun = {
  readonly costFen: Fen
  readonly drivenCostFen: Fen | null
  readonly drivenM: number | null
  /** planned, with loading */
  readonly durationS: number
  readonly leftAt: Date | null
  readonly endedAt: Date | null
}

/**
 * What a run cost as driven: what its carrier noted, else by its tariff for the metres on the odometer and the time from leaving
 * the hub to the end (as planned where only one of the two is known), else as it was planned.
 */
export function drivenCost(run: EndedRun, rates: Rates, loadingS: number): Fen {
  if (run.drivenCostFen !== null) return run.drivenCostFen
  if (run.drivenM === null) return run.costFen
  const { leftAt, endedAt } = run
  const onTheRoadS = leftAt && endedAt ? Math.round((endedAt.getTime() - leftAt.getTime()) / 1000) : null
  const durationS = onTheRoadS === null || onTheRoadS < 0 ? run.durationS : onTheRoadS + loadingS
  return totalOfRun(costOfRun(rates, run.drivenM, durationS))
}
