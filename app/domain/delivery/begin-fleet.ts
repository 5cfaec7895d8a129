import type { DeliveryProblem, Replanning, RunOutline } from './plan.ts'
import { type PlanningBoard, stopsFitIn } from './planning-board.ts'
import { type Fleet, type Run, timeVehicleDay } from './vehicle-day.ts'

/** `pinned` are places the search leaves where they are; `barred` are fixed ones that cannot be driven as decided, which nobody else serves. */
export type BegunFleet = { readonly fleet: Fleet; readonly pinned: ReadonlySet<number>; readonly barred: ReadonlySet<number> }

/**
 * The runs a planning begins with: what is fixed, and behind it what the plan before had in the same run, unless all is planned
 * from nothing. Each stop is taken as far as the day it is in can still be driven.
 *
 * @param out places that stay in no run, whatever was decided
 */
export function beginFleet(board: PlanningBoard, again: Replanning | undefined, out: ReadonlySet<number>): BegunFleet {
  const { fixed = [] } = board.problem
  const places = new Map(board.drops.map(({ id }, index) => [id, index + 1]))
  const stopsOf = (outlines: readonly RunOutline[], vehicleId: string) =>
    outlines.filter((outline) => outline.vehicleId === vehicleId).map(({ dropIds }) => dropIds.flatMap((id) => places.get(id) ?? []))
  const decided = new Set(fixed.flatMap(({ dropIds }) => dropIds.flatMap((id) => places.get(id) ?? [])))
  const taken = new Set(out)
  const pinned = new Set<number>()
  const fleet = board.vehicles.map(({ id }, vehicle) => {
    const first = stopsOf(fixed, id)
    const before = again && again.mode !== 'all' ? stopsOf(again.from, id) : []
    const runs = Array.from({ length: Math.max(first.length, before.length) }, (_, index) => [
      ...(first[index] ?? []),
      ...(before[index] ?? []).filter((stop) => !decided.has(stop)),
    ])
    const day = drivable(board, vehicle, runs, taken)
    for (const stop of day.flat()) if (decided.has(stop)) pinned.add(stop)
    return day
  })
  return { fleet, pinned, barred: new Set([...decided].filter((stop) => !pinned.has(stop))) }
}

/** @param taken stops that are no longer to be had; those of the day are added */
function drivable(board: PlanningBoard, vehicle: number, runs: readonly Run[], taken: Set<number>): Run[] {
  const day: Run[] = []
  for (const wanted of runs) {
    let run: Run = []
    for (const stop of wanted) {
      const longer = [...run, stop]
      if (taken.has(stop) || !stopsFitIn(board, vehicle, longer) || !timeVehicleDay(board, vehicle, [...day, longer])) continue
      run = longer
      taken.add(stop)
    }
    if (run.length > 0) day.push(run)
  }
  return day
}

/** Whether the plan begins from something decided or planned before. */
export const isBegun = ({ fixed = [] }: DeliveryProblem, again: Replanning | undefined) => fixed.length > 0 || again !== undefined
