import type { PlanningBoard } from './planning-board.ts'
import { type Fleet, type Run, vehicleDayCost } from './vehicle-day.ts'

/** A vehicle with other runs than it has now, and what that adds to the wave. */
export type FleetChange = { readonly vehicle: number; readonly runs: Run[]; readonly addedFen: number; readonly untilS: number }

/** The cheapest place for a whole run among all vehicles' days; ties to the vehicle that is back first, so that equal vans share the work. */
export function cheapestSlotForRun(board: PlanningBoard, fleet: Fleet, run: Run): FleetChange | null {
  return cheapest(
    fleet.flatMap((runs, vehicle) => {
      const beforeFen = vehicleDayCost(board, vehicle, runs).costFen
      return [...runs, null].map((_, position) => changeTo(board, vehicle, runs.toSpliced(position, 0, run), beforeFen))
    }),
  )
}

/** The cheapest place for one more stop: inside any run of any vehicle, or as a run of its own. */
export function cheapestSlotForStop(board: PlanningBoard, fleet: Fleet, stop: number): FleetChange | null {
  const inside = fleet.flatMap((runs, vehicle) => {
    const beforeFen = vehicleDayCost(board, vehicle, runs).costFen
    return runs.flatMap((run, index) =>
      [...run, null].map((_, position) => changeTo(board, vehicle, runs.with(index, run.toSpliced(position, 0, stop)), beforeFen)),
    )
  })
  const alone = cheapestSlotForRun(board, fleet, [stop])
  return cheapest(alone ? [...inside, alone] : inside)
}

function changeTo(board: PlanningBoard, vehicle: number, runs: Run[], beforeFen: number): FleetChange {
  const { costFen, untilS } = vehicleDayCost(board, vehicle, runs)
  return { vehicle, runs, addedFen: costFen - beforeFen, untilS }
}

function cheapest(changes: readonly FleetChange[]): FleetChange | null {
  let best: FleetChange | null = null
  for (const change of changes) {
    if (!Number.isFinite(change.addedFen)) continue
    if (best === null || change.addedFen < best.addedFen || (change.addedFen === best.addedFen && change.untilS < best.untilS))
      best = change
  }
  return best
}
