import type { DeliveryPlan, DeliveryProblem, PlanProgress, Replanning } from '#app/domain/delivery/plan.ts'

/** `stop` ends a search with the best plan so far. */
export type PlannerOptions = {
  again?: Replanning
  seconds?: number
  progress?: (progress: PlanProgress) => void
  stop?: AbortSignal
}

/** A planner here, in a thread, or elsewhere. */
export type WavePlanner = { plan(problem: DeliveryProblem, options?: PlannerOptions): DeliveryPlan | Promise<DeliveryPlan> }
