import { Worker } from 'node:worker_threads'
import type { DeliveryPlan, DeliveryProblem, PlanProgress, Replanning } from '#app/domain/delivery/plan.ts'
import { searchingPlanner } from '#app/domain/delivery/searching-planner.ts'
import type { PlannerOptions } from './wave-planner.ts'

/** `stopped` is shared with the thread: 1 in its first place ends the search. */
export type ToPlanWorker = { problem: DeliveryProblem; again?: Replanning; seconds?: number; stopped: Int32Array }
export type FromPlanWorker = { progress: PlanProgress } | { plan: DeliveryPlan }

/** A wave of so few drops is planned sooner than a thread has started. */
const plannedAtOnce = 30

/** The build has the thread as a file of its own beside the server's. */
function startThread(workerData: ToPlanWorker): Worker {
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('./plan-worker.js', import.meta.url), { workerData })
  return threadFromSources(new URL('./plan-worker.ts', import.meta.url), workerData)
}

/** Tests, the seed and development run from TypeScript: their threads register its loader themselves. */
function threadFromSources(file: URL, workerData: ToPlanWorker): Worker {
  const code = `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(file.href)}) })`
  return new Worker(code, { eval: true, workerData, execArgv: [] })
}

/**
 * Plans a wave in a thread of its own, so that the process answers meanwhile. The plan is the same as `searchingPlanner`'s, unless
 * `seconds` say how long it may search, or `stop` ends the search with the best plan so far. What keeps its order is planned at once.
 *
 * @param signal ends the thread; the promise is then rejected with the signal's reason
 */
export function planInWorker(
  problem: DeliveryProblem,
  { again, seconds, progress, stop, signal }: PlannerOptions & { signal?: AbortSignal } = {},
): Promise<DeliveryPlan> {
  if (problem.drops.length <= plannedAtOnce || again?.mode === 'keep_order') {
    return Promise.resolve(searchingPlanner.plan(problem, again ? { again } : {}))
  }
  const stopped = new Int32Array(new SharedArrayBuffer(4))
  const endSearch = () => Atomics.store(stopped, 0, 1)
  if (stop?.aborted) endSearch()
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted()
    const worker = startThread({ problem, stopped, ...(again ? { again } : {}), ...(seconds === undefined ? {} : { seconds }) })
    const giveUp = () => {
      reject(signal?.reason)
      void worker.terminate()
    }
    signal?.addEventListener('abort', giveUp, { once: true })
    stop?.addEventListener('abort', endSearch, { once: true })
    worker.on('message', (message: FromPlanWorker) => ('plan' in message ? resolve(message.plan) : progress?.(message.progress)))
    worker.on('error', reject)
    worker.on('exit', (code) => {
      signal?.removeEventListener('abort', giveUp)
      stop?.removeEventListener('abort', endSearch)
      reject(new Error(`the planning thread ended with code ${code} before it had a plan`))
    })
  })
}
