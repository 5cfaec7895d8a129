import { parentPort, workerData } from 'node:worker_threads'
import { budgetFor, planBySearch } from '#app/domain/delivery/searching-planner.ts'
import type { FromPlanWorker, ToPlanWorker } from './plan-in-worker.server.ts'

/** A thread that plans one wave: says how far it is, then the plan. Started by `planInWorker`, as a file of its own in the build. */
const { problem, again, seconds, stopped }: ToPlanWorker = workerData
const say = (message: FromPlanWorker) => parentPort?.postMessage(message)
const startedAt = performance.now()
let told = 0

const budget = budgetFor(problem.drops.length, (progress) => {
  if (progress.part - told >= 0.01) {
    say({ progress })
    told = progress.part
  }
  return Atomics.load(stopped, 0) === 0
})
const bySeconds = seconds === undefined ? {} : { spent: () => (performance.now() - startedAt) / (1000 * seconds) }
say({ plan: planBySearch(problem, { ...budget, ...bySeconds }, again) })
