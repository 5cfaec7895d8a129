import { invariant } from '#app/domain/invariant.ts'
import { mostRuns, type PlanningBoard, runDistanceM, stopsFitIn } from './planning-board.ts'
import { type TimedRun, timeRun } from './time-run.ts'

/** Places of the board in the order they are visited, between two calls at the depot. */
export type Run = readonly number[]

/** Each vehicle's runs, in the order it makes them. */
export type Fleet = Run[][]

/** Times all runs of a vehicle one after another in its shift; null when they do not fit. */
export function timeVehicleDay(board: PlanningBoard, vehicle: number, runs: readonly Run[]): TimedRun[] | null {
  const details = board.vehicles[vehicle]
  invariant(details, `no vehicle ${vehicle}`)
  const { shift } = details
  if (runs.length > mostRuns(board, details)) return null
  const day: TimedRun[] = []
  let freeS = shift.fromS
  for (const run of runs) {
    const timed = stopsFitIn(board, vehicle, run) ? timeRun(board, vehicle, run, { fromS: freeS, untilS: shift.untilS }) : null
    if (!timed) return null
    day.push(timed)
    freeS = timed.untilS
  }
  return day
}

/** What the vehicle's day costs in fen, not yet rounded, and when it ends; both infinite when the runs do not fit in it. */
export function vehicleDayCost(board: PlanningBoard, vehicle: number, runs: readonly Run[]): { costFen: number; untilS: number } {
  const day = timeVehicleDay(board, vehicle, runs)
  const details = board.vehicles[vehicle]
  const legs = board.legsOf[vehicle]
  if (!day || !details || !legs) return { costFen: Number.POSITIVE_INFINITY, untilS: Number.POSITIVE_INFINITY }
  let costFen = 0
  for (const [index, timed] of day.entries()) {
    costFen += details.costPerRunFen + (runDistanceM(board, legs, runs[index] ?? []) * details.costPerKmFen) / 1000
    costFen += ((timed.untilS - timed.fromS) * details.costPerHourFen) / 3600
  }
  return { costFen, untilS: day.at(-1)?.untilS ?? details.shift.fromS }
}
