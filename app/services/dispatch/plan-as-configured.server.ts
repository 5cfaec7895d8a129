import type { DeliveryPlan, DeliveryProblem } from '#app/domain/delivery/plan.ts'
import { retimePlan } from '#app/domain/delivery/retime-plan.ts'
import { verifyPlan } from '#app/domain/delivery/verify-plan.ts'
import { IntegrationError } from '#app/integrations/integration-error.ts'
import type { OutsidePlanner } from '#app/integrations/vroom/outside-planner.ts'
import { planInWorker } from '#app/services/delivery/plan-in-worker.server.ts'
import type { PlannerOptions } from '#app/services/delivery/wave-planner.ts'
import type { Database } from '#db/connection.ts'
import { configuredEngines, type Engines } from './configured-engines.server.ts'
import { measureTravel } from './measure-travel.server.ts'

/**
 * Plans with whom the configuration names, and with ourselves where they fail: a plan is made in any case, and its notes say who
 * made it on which roads. `vroom`: another planner's; `vroom_failed`: it did not answer, or with what cannot be driven;
 * `vroom_not_asked`: it cannot keep what is fixed or planned before; `osrm…`: see `measureTravel`. No notes: ours, estimated.
 */
export async function planAsConfigured(
  database: Database,
  posed: DeliveryProblem,
  { options, now, engines = configuredEngines() }: { options: PlannerOptions; now: Date; engines?: Engines },
): Promise<{ plan: DeliveryPlan; notes: string[] }> {
  const { table, planner } = engines
  const { problem, notes } = table ? await measureTravel(database, posed, { table, now }) : { problem: posed, notes: [] }
  if (!planner) return { plan: await planInWorker(problem, options), notes }
  if (options.again || problem.fixed?.some(({ dropIds }) => dropIds.length > 0)) {
    return { plan: await planInWorker(problem, options), notes: [...notes, 'vroom_not_asked'] }
  }
  const elsewhere = await planElsewhere(planner, problem)
  if (elsewhere) return { plan: elsewhere, notes: [...notes, planner.name] }
  return { plan: await planInWorker(problem, options), notes: [...notes, `${planner.name}_failed`] }
}

/** Their runs with our times and costs; null when they cannot be driven as they say, or nobody answers. */
async function planElsewhere(planner: OutsidePlanner, problem: DeliveryProblem): Promise<DeliveryPlan | null> {
  try {
    const { plan } = retimePlan(problem, await planner.plan(problem))
    return verifyPlan(problem, plan).length === 0 ? plan : null
  } catch (error) {
    if (error instanceof IntegrationError) return null
    throw error
  }
}
