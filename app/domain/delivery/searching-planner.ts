import { describePlan } from './describe-plan.ts'
import type { DeliveryPlan, DeliveryPlanner, DeliveryProblem } from './plan.ts'
import { dropAt, planningBoard } from './planning-board.ts'
import { polishFleet } from './polish-fleet.ts'
import { savingsFleet } from './savings-planner.ts'
import { poseSearch } from './string-removal/pose-search.ts'
import { searchRuns } from './string-removal/search-runs.ts'

/** `spent`: the part of the budget used up, from 0 to 1, asked now and then; 1 stops the search, the best so far is the plan. */
export type SearchBudget = { readonly seed: number; readonly spent: (iterations: number) => number }

/** So many tries for each drop: under two seconds of a processor for 200 drops, about three for 400. */
const TRIES_PER_DROP = 45

/** A budget by tries alone, so that the same wave gives the same plan; `progress` hears the part used up, and stops the search by answering false. */
export function budgetFor(drops: number, progress: (part: number) => boolean = () => true): SearchBudget {
  const tries = Math.max(1, drops * TRIES_PER_DROP)
  return { seed: 1, spent: (iterations) => (progress(iterations / tries) ? iterations / tries : 1) }
}

/** Plans a wave by savings, then makes it cheaper by string removals: never dearer than by savings alone, never with more left out. */
export const searchingPlanner: DeliveryPlanner = { plan: (problem) => planBySearch(problem, budgetFor(problem.drops.length)) }

export function planBySearch(problem: DeliveryProblem, { seed, spent }: SearchBudget): DeliveryPlan {
  const board = planningBoard(problem)
  const start = savingsFleet(board)
  if (start.fleet.flat(2).length === 0) return describePlan(board, start.fleet, start.unserved)
  const { runs } = searchRuns(poseSearch(board), { seed, spent: ({ iterations }) => spent(iterations), from: start.fleet })
  const fleet = polishFleet(
    board,
    runs.map((day) => [...day]),
  )
  const served = new Set(fleet.flat(2).map((stop) => dropAt(board, stop).id))
  const stillOut = start.unserved.filter(({ dropId }) => !served.has(dropId))
  return describePlan(board, fleet, [...stillOut, ...displaced(problem, served, start.unserved)])
}

/** Drops the savings plan served and this one does not: others of a higher priority took their place. */
function displaced(problem: DeliveryProblem, served: ReadonlySet<string>, before: DeliveryPlan['unserved']) {
  const listed = new Set(before.map(({ dropId }) => dropId))
  return problem.drops
    .filter(({ id }) => !served.has(id) && !listed.has(id))
    .map(({ id }) => ({ dropId: id, reason: 'vehicles_full' as const }))
}
