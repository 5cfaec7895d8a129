import { setTimeout as pause } from 'node:timers/promises'
import type { DeliveryPlan, DeliveryProblem } from '#app/domain/delivery/plan.ts'
import { savingsPlanner } from '#app/domain/delivery/savings-planner.ts'
import { verifyPlan } from '#app/domain/delivery/verify-plan.ts'
import { planInWorker } from '#app/services/delivery/plan-in-worker.server.ts'
import { aVan, aWave, cityDrops } from '#tests/support/delivery-problems.ts'
import { ownCpuSeconds, round, say } from './measure.ts'

const drops = 400
const vehicles = 12
const beatMs = 10

/**
 * A wave of 400 drops and 12 vehicles, planned in a thread as the office's are, beside the plain savings planner on the main
 * thread. `ratio` is what the savings plan costs to what ours costs; `lateMs` is how much later than asked the process answered
 * itself while it waited.
 */
export async function benchPlan(products: number) {
  const problem = aWave(
    cityDrops(drops),
    Array.from({ length: vehicles }, (_, index) => aVan(`van-${index}`)),
  )
  say(`planning ${drops} drops by savings alone`)
  const reference = await measured(problem, async () => savingsPlanner.plan(problem))
  say('and in a thread, by string removals')
  const planning = { done: false }
  const late = beat(planning)
  const ours = await measured(problem, () => planInWorker(problem))
  planning.done = true
  return { products, ratio: round(reference.costFen / ours.costFen), drops, vehicles, ours: { ...ours, lateMs: await late }, reference }
}

async function measured(problem: DeliveryProblem, plan: () => Promise<DeliveryPlan>) {
  const startedAt = performance.now()
  const cpu = ownCpuSeconds()
  const found = await plan()
  const seconds = round((performance.now() - startedAt) / 1000)
  const cpuSeconds = round(ownCpuSeconds() - cpu)
  const violations = verifyPlan(problem, found)
  if (violations.length > 0) throw new Error(`the plan cannot be driven: ${JSON.stringify(violations[0])}`)
  return {
    costFen: found.costFen,
    distanceM: found.distanceM,
    runs: found.routes.length,
    unserved: found.unserved.length,
    seconds,
    cpuSeconds,
  }
}

async function beat(planning: { done: boolean }): Promise<number> {
  let latest = 0
  while (!planning.done) {
    const at = performance.now()
    await pause(beatMs)
    latest = Math.max(latest, performance.now() - at - beatMs)
  }
  return round(latest)
}
