import { fen } from '#app/domain/money/fen.ts'
import { beginFleet, isBegun } from './begin-fleet.ts'
import { describePlan } from './describe-plan.ts'
import type { DeliveryPlan, DeliveryPlanner, DeliveryProblem, PlanProgress, Replanning } from './plan.ts'
import { dropAt, type PlanningBoard, planningBoard } from './planning-board.ts'
import { polishFleet } from './polish-fleet.ts'
import { savingsFleet } from './savings-planner.ts'
import { unservableReason } from './screen-drops.ts'
import { poseSearch, UNITS_PER_FEN } from './string-removal/pose-search.ts'
import { putInAbsent, searchRuns } from './string-removal/search-runs.ts'
import type { Fleet } from './vehicle-day.ts'

/** `progress` hears how far the search is, `part` being of the budget; it is stopped where the answer is 1 or more. */
export type SearchBudget = {
  readonly seed: number
  readonly spent: (iterations: number) => number
  readonly progress?: (progress: PlanProgress) => boolean
}

/** Tries for each drop, the more the larger the wave, up to a bound: about a second of a quiet processor for 200 drops, three for 400. */
const triesPerDrop = (drops: number) => Math.min(300, 60 + drops / 2)

/** A budget by tries alone, so that the same wave gives the same plan. */
export function budgetFor(drops: number, progress?: SearchBudget['progress']): SearchBudget {
  const tries = Math.max(1, drops * triesPerDrop(drops))
  return { seed: 1, spent: (iterations) => iterations / tries, ...(progress ? { progress } : {}) }
}

/**
 * Plans a wave by savings, then makes it cheaper by string removals: never dearer than by savings alone, never with more left
 * out. What is fixed stays, what was planned before is begun from.
 */
export const searchingPlanner: DeliveryPlanner = {
  plan: (problem, { again, progress } = {}) => planBySearch(problem, budgetFor(problem.drops.length, progress), again),
}

export function planBySearch(problem: DeliveryProblem, budget: SearchBudget, again?: Replanning): DeliveryPlan {
  const board = planningBoard(problem)
  const unservable = new Set(board.drops.flatMap((_, index) => (unservableReason(board, index + 1) ? [index + 1] : [])))
  if (unservable.size === board.drops.length)
    return described(
      board,
      board.vehicles.map(() => []),
    )
  if (!isBegun(problem, again))
    return described(board, polishFleet(board, searched(board, savingsFleet(board).fleet, new Set(), unservable, budget)))
  const { fleet, pinned, barred } = beginFleet(board, again, unservable)
  const out = new Set([...unservable, ...barred])
  if (again?.mode === 'keep_order') return described(board, putInAbsent(poseSearch(board, pinned, out), fleet))
  return described(board, searched(board, fleet, pinned, out, budget))
}

function searched(board: PlanningBoard, from: Fleet, pinned: ReadonlySet<number>, out: ReadonlySet<number>, budget: SearchBudget): Fleet {
  const { seed, spent, progress } = budget
  const { runs } = searchRuns(poseSearch(board, pinned, out), {
    seed,
    from,
    spent: ({ iterations, bestCost, absent }) => {
      const part = spent(iterations)
      const heard = { part: Math.min(1, part), bestCostFen: fen(Math.round(bestCost / UNITS_PER_FEN)), unserved: out.size + absent }
      return progress?.(heard) === false ? 1 : part
    },
  })
  return runs.map((day) => [...day])
}

/** With the reason for everybody the fleet does not serve. */
function described(board: PlanningBoard, fleet: readonly Fleet[number][]): DeliveryPlan {
  const served = new Set(fleet.flat(2))
  const unserved = board.drops.flatMap((_, index) => {
    const stop = index + 1
    const reason = () => unservableReason(board, stop) ?? ('vehicles_full' as const)
    return served.has(stop) ? [] : [{ dropId: dropAt(board, stop).id, reason: reason() }]
  })
  return describePlan(board, [...fleet], unserved)
}
