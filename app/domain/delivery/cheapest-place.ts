import { narrowProblem } from './narrow-problem.ts'
import type { DeliveryProblem, RunOutline } from './plan.ts'
import { retimePlan } from './retime-plan.ts'

/**
 * Before which stop of a run another one costs least, null for the end: places that break nothing come before cheaper ones that
 * do, ties to the earlier.
 *
 * @param first the first position it may take: what stands before it is done or locked
 */
export function cheapestPlace(problem: DeliveryProblem, run: RunOutline, dropId: string, first = 0): string | null {
  const alone = narrowProblem(problem, { vehicleIds: new Set([run.vehicleId]), dropIds: new Set([...run.dropIds, dropId]) })
  let best = { before: null as string | null, lateS: Number.POSITIVE_INFINITY, costFen: Number.POSITIVE_INFINITY }
  for (let position = first; position <= run.dropIds.length; position++) {
    const dropIds = run.dropIds.toSpliced(position, 0, dropId)
    const { plan, breaches } = retimePlan(alone, [{ vehicleId: run.vehicleId, dropIds }])
    const lateS = breaches.reduce((sum, { byS }) => sum + byS, 0)
    if (lateS > best.lateS || (lateS === best.lateS && plan.costFen >= best.costFen)) continue
    best = { before: run.dropIds[position] ?? null, lateS, costFen: plan.costFen }
  }
  return best.before
}
