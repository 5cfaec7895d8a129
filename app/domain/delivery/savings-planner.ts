import { describePlan } from './describe-plan.ts'
import { cheapestSlotForRun, cheapestSlotForStop } from './fleet-moves.ts'
import type { DeliveryPlan, DeliveryPlanner, DeliveryProblem, UnservedDrop } from './plan.ts'
import { dropAt, type PlanningBoard, planningBoard, runDistanceM } from './planning-board.ts'
import { polishFleet } from './polish-fleet.ts'
import { savingsRuns } from './savings-runs.ts'
import { unservableReason } from './screen-drops.ts'
import type { Fleet, Run } from './vehicle-day.ts'

/**
 * Plans a wave by savings and local search, in well under a second for 400 drops: runs by Clarke and Wright, each given to the
 * vehicle whose day it makes dearer by least, what is left over put in stop by stop, all of it polished. Serving a drop comes
 * before its cost; what cannot be served is listed with the reason. Deterministic, also in the order of the drops.
 */
export const savingsPlanner: DeliveryPlanner = { plan: planBySavings }

function planBySavings(problem: DeliveryProblem): DeliveryPlan {
  const board = planningBoard(problem)
  const { fleet, unserved } = savingsFleet(board)
  return describePlan(board, fleet, unserved)
}

/** The runs alone, and who is in none of them. */
export function savingsFleet(board: PlanningBoard): { fleet: Fleet; unserved: UnservedDrop[] } {
  const unserved: UnservedDrop[] = []
  const servable: number[] = []
  for (const [index, drop] of board.drops.entries()) {
    const reason = unservableReason(board, index + 1)
    if (reason) unserved.push({ dropId: drop.id, reason })
    else servable.push(index + 1)
  }
  let { fleet, leftOver } = placeRuns(board, savingsRuns(board, servable))
  let waiting: number
  do {
    waiting = leftOver.length
    ;({ fleet, leftOver } = insertStops(board, fleet, leftOver))
    fleet = polishFleet(board, fleet)
  } while (leftOver.length > 0 && leftOver.length < waiting)
  for (const stop of leftOver) unserved.push({ dropId: dropAt(board, stop).id, reason: 'vehicles_full' })
  return { fleet, unserved }
}

/** Gives the longest runs away first: short ones fit in what is left of a shift. */
function placeRuns(board: PlanningBoard, runs: readonly Run[]): { fleet: Fleet; leftOver: number[] } {
  const fleet: Fleet = board.vehicles.map(() => [])
  const leftOver: number[] = []
  const measured = runs.map((run) => ({ run, distanceM: runDistanceM(board, board, run) }))
  for (const { run } of measured.sort((a, b) => b.run.length - a.run.length || b.distanceM - a.distanceM)) {
    const slot = cheapestSlotForRun(board, fleet, run)
    if (slot) fleet[slot.vehicle] = slot.runs
    else leftOver.push(...run)
  }
  return { fleet, leftOver }
}

/** Puts single stops where they cost least, the heaviest first; returns those that fit nowhere. */
function insertStops(board: PlanningBoard, before: Fleet, stops: readonly number[]): { fleet: Fleet; leftOver: number[] } {
  const fleet = [...before]
  const leftOver: number[] = []
  const weightG = (stop: number) => dropAt(board, stop).load.weightG
  for (const stop of [...stops].sort((a, b) => weightG(b) - weightG(a) || a - b)) {
    const slot = cheapestSlotForStop(board, fleet, stop)
    if (slot) fleet[slot.vehicle] = slot.runs
    else leftOver.push(stop)
  }
  return { fleet, leftOver }
}
