import { parentPort, workerData } from 'node:worker_threads'
import type { DeliveryProblem } from '#app/domain/delivery/plan.ts'
import { budgetFor, planBySearch } from '#app/domain/delivery/searching-planner.ts'
import type { FromPlanWorker } from './plan-in-worker.server.ts'

/** A thread that plans one wave: says how far it is, then the plan. Started by `planInWorker`, as a file of its own in the build. */
const problem: DeliveryProblem = workerData
const say = (message: FromPlanWorker) => parentPort?.postMessage(message)
let told = 0

const plan = planBySearch(
  problem,
  budgetFor(problem.drops.length, (part) => {
    if (part - told >= 0.01) say({ part })
    if (part - told >= 0.01) told = part
    return true
  }),
)
say({ plan })
