import type { PlanProgress, ReplanMode } from '#app/domain/delivery/plan.ts'
import { planWave } from '#app/services/delivery/plan-wave.server.ts'
import type { WavePlanner } from '#app/services/delivery/wave-planner.ts'
import type { Database } from '#db/connection.ts'
import { endPlanJob, leasePlanJob, notePlanProgress, type PlanJob } from '#db/queries/delivery/plan-jobs.server.ts'

/** A process that is heard of no more for so long has died; another takes its planning up. */
const LEASE_MS = 30_000
const NOTED_EVERY_MS = 700
const modes = ['keep_order', 'rest', 'all'] as const satisfies readonly ReplanMode[]

type Work = { clock: () => Date; planner?: WavePlanner }

/**
 * Does the plannings that wait, one after another. Each keeps its lease while it works and notes how far it is; the plan that
 * stands is only replaced by one that is whole.
 *
 * @returns how many were taken
 */
export async function runPlanJobs(database: Database, work: Work): Promise<number> {
  for (let taken = 0; ; taken++) {
    const now = work.clock()
    const job = await database.transact((tx) => leasePlanJob(tx, { now, leasedUntil: new Date(now.getTime() + LEASE_MS) }))
    if (!job) return taken
    await runPlanJob(database, job, work)
  }
}

async function runPlanJob(database: Database, job: PlanJob, { clock, planner }: Work): Promise<void> {
  const { waveId, requestedAt } = job
  const stop = new AbortController()
  if (job.stopAskedAt) stop.abort()
  const heard: { last: PlanProgress | null } = { last: null }
  // a note that could not be made is made up for by the next one, and by the end
  const beating = setInterval(() => void noteProgress().catch(() => {}), NOTED_EVERY_MS)
  const noteProgress = async () => {
    const { part, bestCostFen, unserved } = heard.last ?? { part: 0, bestCostFen: null, unserved: 0 }
    const leasedUntil = new Date(clock().getTime() + LEASE_MS)
    const noted = { waveId, requestedAt, progress: Math.round(part * 1000), bestCostFen, unserved, leasedUntil }
    const standing = await database.transact((tx) => notePlanProgress(tx, noted))
    if (standing === null || standing.stopAskedAt) stop.abort()
  }
  try {
    const planned = await planWave(database, {
      waveId,
      again: true,
      mode: modes.find((mode) => mode === job.note) ?? 'all',
      actorId: job.requestedBy,
      seconds: job.seconds,
      progress: (progress) => {
        heard.last = progress
      },
      stop: stop.signal,
      now: clock(),
      ...(planner ? { planner } : {}),
    })
    const note = planned.ok ? planned.value.notes.join(' ') : planned.refusal.code
    const status = planned.ok ? 'done' : 'failed'
    await database.transact((tx) => endPlanJob(tx, { waveId, requestedAt, status, note, endedAt: clock() }))
  } catch (error) {
    await database.transact((tx) => endPlanJob(tx, { waveId, requestedAt, status: 'failed', note: 'failed', endedAt: clock() }))
    throw error
  } finally {
    clearInterval(beating)
  }
}
