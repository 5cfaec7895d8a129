import type { DeliveryProblem, RunOutline } from '#app/domain/delivery/plan.ts'

/** A planner somewhere else. It says who brings what in which order; what that costs and whether it can be driven is for us to check. */
export interface OutsidePlanner {
  readonly name: string
  /**
   * @returns runs, a vehicle's in the order it makes them; drops in none it could not place
   * @throws {IntegrationError} when it does not answer, or answers nonsense
   */
  plan(problem: DeliveryProblem): Promise<RunOutline[]>
}
