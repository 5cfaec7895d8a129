import type { ReplanMode } from '#app/domain/delivery/plan.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Database } from '#db/connection.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import { askPlanToStop, findPlanJob, putPlanJob } from '#db/queries/delivery/plan-jobs.server.ts'
import { findWave, hasLeft } from '#db/queries/delivery/wave-planning.server.ts'

/** How long a search may be asked to take, in seconds. */
export const planSeconds = [2, 5, 20, 60] as const
export type PlanSeconds = (typeof planSeconds)[number]

export type RequestPlan = { waveId: string; mode: ReplanMode; seconds: PlanSeconds; actorId: string; now: Date }
export type RequestPlanRefusal = { code: 'unknown_wave' | 'not_closed' | 'already_left' | 'planning_already' }

/** Asks for a wave to be planned again, by whichever process has time: it is shown while it works, and may be stopped. */
export function requestPlan({ transact }: Database, ask: RequestPlan): Promise<Result<null, RequestPlanRefusal>> {
  const { waveId, mode, seconds, actorId, now } = ask
  return transact(async (tx) => {
    const wave = await findWave(tx, waveId)
    if (!wave) return refuse({ code: 'unknown_wave' })
    if (wave.status === 'open') return refuse({ code: 'not_closed' })
    if (await hasLeft(tx, waveId)) return refuse({ code: 'already_left' })
    const job = await findPlanJob(tx, waveId)
    if (job && (job.status === 'queued' || job.status === 'running')) return refuse({ code: 'planning_already' })
    await putPlanJob(tx, {
      waveId,
      status: 'queued',
      progress: 0,
      bestCostFen: null,
      unserved: 0,
      seconds,
      requestedBy: actorId,
      requestedAt: now,
      stopAskedAt: null,
      leasedUntil: null,
      note: mode,
      endedAt: null,
    })
    const detail = { mode, seconds }
    await insertAuditEntry(tx, { actorId, actsFor: 'alliance', action: 'plan_requested', subject: waveId, detail, at: now })
    return accept(null)
  })
}

/** Ends a search with the best plan it has found so far. */
export const stopPlan = (
  { transact }: Database,
  { waveId, now }: { waveId: string; now: Date },
): Promise<Result<null, { code: 'not_planning' }>> =>
  transact(async (tx) => ((await askPlanToStop(tx, { waveId, at: now })) ? accept(null) : refuse({ code: 'not_planning' })))
