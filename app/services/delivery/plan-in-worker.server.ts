import { Worker } from 'node:worker_threads'
import type { DeliveryPlan, DeliveryProblem } from '#app/domain/delivery/plan.ts'
import { searchingPlanner } from '#app/domain/delivery/searching-planner.ts'

export type FromPlanWorker = { part: number } | { plan: DeliveryPlan }

/** A wave of so few drops is planned sooner than a thread has started. */
const plannedAtOnce = 30

/** The build has the thread as a file of its own beside the server's. */
function startThread(problem: DeliveryProblem): Worker {
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('./plan-worker.js', import.meta.url), { workerData: problem })
  return threadFromSources(new URL('./plan-worker.ts', import.meta.url), problem)
}

/** Tests, the seed and development run from TypeScript: their threads register its loader themselves. */
function threadFromSources(file: URL, workerData: DeliveryProblem): Worker {
  const code = `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(file.href)}) })`
  return new Worker(code, { eval: true, workerData, execArgv: [] })
}

/**
 * Plans a wave in a thread of its own, so that the process answers meanwhile. The plan is the same as `searchingPlanner`'s.
 *
 * @param progress hears the part of the search that is done, from 0 to 1
 * @param signal stops the thread; the promise is then rejected with the signal's reason
 */
export function planInWorker(
  problem: DeliveryProblem,
  { progress, signal }: { progress?: (part: number) => void; signal?: AbortSignal } = {},
): Promise<DeliveryPlan> {
  if (problem.drops.length <= plannedAtOnce) return Promise.resolve(searchingPlanner.plan(problem))
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted()
    const worker = startThread(problem)
    const stop = () => {
      reject(signal?.reason)
      void worker.terminate()
    }
    signal?.addEventListener('abort', stop, { once: true })
    worker.on('message', (message: FromPlanWorker) => ('plan' in message ? resolve(message.plan) : progress?.(message.part)))
    worker.on('error', reject)
    worker.on('exit', (code) => {
      signal?.removeEventListener('abort', stop)
      reject(new Error(`the planning thread ended with code ${code} before it had a plan`))
    })
  })
}
