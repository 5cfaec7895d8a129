import { describePlan } from './describe-plan.ts'
import type { DeliveryPlan, DeliveryProblem, RunOutline, TimeSpan } from './plan.ts'
import { dropAt, type PlanningBoard, planningBoard } from './planning-board.ts'
import { unservableReason } from './screen-drops.ts'
import { type Run, timeVehicleDay } from './vehicle-day.ts'
import { verifyPlan } from './verify-plan.ts'

/**
 * What a dispatcher's runs break, and where: a drop's id or `vehicleId#run`. `byS`: how many seconds too late, 0 where it is not
 * a matter of time.
 */
export type PlanBreach = { readonly cause: BreachCause; readonly at: string; readonly byS: number }
export type BreachCause = 'late' | 'past_shift' | 'over_capacity' | 'wrong_vehicle'
export type RetimedPlan = { readonly plan: DeliveryPlan; readonly breaches: PlanBreach[] }

/** More than any load, and longer than any day: what a manual plan is measured with before it is measured against its limits. */
const BOUNDLESS = 2 ** 30
const boundless = { weightG: BOUNDLESS, crates: { ambient: BOUNDLESS, chilled: BOUNDLESS, frozen: BOUNDLESS } }

/**
 * Drives runs as somebody has put them together, in their order, and says what they break: all limits are soft, as in VROOM's
 * plan mode. Runs of a planner that break nothing come back with the times the planner gave them.
 *
 * @param runs those of one vehicle in the order it makes them; empty ones and those of vehicles that are not there are left out;
 *   drops in none are unserved
 */
export function retimePlan(problem: DeliveryProblem, runs: readonly RunOutline[]): RetimedPlan {
  const unbound = loosened(problem, new Set())
  const late = lateDrops(unbound, runs)
  const board = planningBoard(late.size === 0 ? unbound : loosened(problem, late))
  const here = new Set(problem.vehicles.map(({ id }) => id))
  const placed = new Set(runs.flatMap(({ vehicleId, dropIds }) => (here.has(vehicleId) ? dropIds : [])))
  const strict = planningBoard(problem)
  const unserved = strict.drops.flatMap(({ id }, index) =>
    placed.has(id) ? [] : [{ dropId: id, reason: unservableReason(strict, index + 1) ?? ('vehicles_full' as const) }],
  )
  const plan = describePlan(board, fleetOf(board, runs), unserved)
  return { plan, breaches: breachesOf(problem, plan) }
}

function loosened({ fixed: _fixed, ...problem }: DeliveryProblem, late: ReadonlySet<string>): DeliveryProblem {
  return {
    ...problem,
    drops: problem.drops.map(({ vehicleIds: _any, backByS: _whenever, ...drop }) => (late.has(drop.id) ? { ...drop, windows: [] } : drop)),
    vehicles: problem.vehicles.map(({ maxRuns: _many, ...vehicle }) => ({
      ...vehicle,
      capacity: boundless,
      shift: { fromS: vehicle.shift.fromS, untilS: BOUNDLESS },
    })),
  }
}

/** Drops no vehicle reaches before their last window closes, found stop by stop. */
function lateDrops(problem: DeliveryProblem, runs: readonly RunOutline[]): Set<string> {
  const late = new Set<string>()
  let board = planningBoard(problem)
  for (const [vehicle, { id }] of problem.vehicles.entries()) {
    const done: Run[] = []
    for (const { dropIds } of runs.filter(({ vehicleId }) => vehicleId === id)) {
      const stops = stopsOf(board, dropIds)
      for (let end = 1; end <= stops.length; end++) {
        if (timeVehicleDay(board, vehicle, [...done, stops.slice(0, end)])) continue
        late.add(dropAt(board, stops[end - 1] ?? 0).id)
        board = planningBoard({ ...problem, drops: problem.drops.map((drop) => (late.has(drop.id) ? { ...drop, windows: [] } : drop)) })
      }
      if (stops.length > 0) done.push(stops)
    }
  }
  return late
}

function fleetOf(board: PlanningBoard, runs: readonly RunOutline[]): Run[][] {
  return board.vehicles.map(({ id }) =>
    runs.flatMap(({ vehicleId, dropIds }) => (vehicleId === id && dropIds.length > 0 ? [stopsOf(board, dropIds)] : [])),
  )
}

function stopsOf(board: PlanningBoard, dropIds: readonly string[]): number[] {
  const places = new Map(board.drops.map(({ id }, index) => [id, index + 1]))
  return dropIds.flatMap((id) => places.get(id) ?? [])
}

function breachesOf(problem: DeliveryProblem, plan: DeliveryPlan): PlanBreach[] {
  return verifyPlan(problem, plan).flatMap(({ code, at }): PlanBreach[] => {
    if (at === null) return []
    if (code === 'over_capacity' || code === 'wrong_vehicle') return [{ cause: code, at, byS: 0 }]
    if (code === 'outside_shift') return [{ cause: 'past_shift', at, byS: secondsPastShift(problem, plan, at) }]
    if (code === 'outside_window') return [{ cause: 'late', at, byS: secondsLate(problem, plan, at) }]
    return []
  })
}

function secondsPastShift({ vehicles }: DeliveryProblem, { routes }: DeliveryPlan, at: string): number {
  const route = routes.find(({ vehicleId, run }) => `${vehicleId}#${run}` === at)
  const shift = vehicles.find(({ id }) => id === route?.vehicleId)?.shift
  return route && shift ? Math.max(0, route.untilS - shift.untilS) : 0
}

function secondsLate({ drops }: DeliveryProblem, { routes }: DeliveryPlan, at: string): number {
  const windows: readonly TimeSpan[] = drops.find(({ id }) => id === at)?.windows ?? []
  const beginS = routes.flatMap(({ stops }) => stops).find(({ dropId }) => dropId === at)?.serviceFromS ?? 0
  const closed = windows.filter(({ untilS }) => untilS < beginS)
  return closed.length === 0 ? 0 : beginS - Math.max(...closed.map(({ untilS }) => untilS))
}
