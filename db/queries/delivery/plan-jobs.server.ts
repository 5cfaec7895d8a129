import { and, asc, eq, isNull, lte, or } from 'drizzle-orm'
import type { Reader, Tx } from '#db/connection.ts'
import { planJobs } from '#db/schema/index.ts'

export type PlanJob = typeof planJobs.$inferSelect

export const findPlanJob = async (db: Pick<Reader, 'select'>, waveId: string) =>
  (await db.select().from(planJobs).where(eq(planJobs.waveId, waveId)))[0] ?? null

export const putPlanJob = (tx: Tx, { waveId, ...job }: PlanJob) =>
  tx
    .insert(planJobs)
    .values({ waveId, ...job })
    .onConflictDoUpdate({ target: planJobs.waveId, set: job })

const isFree = (now: Date) => or(isNull(planJobs.leasedUntil), lte(planJobs.leasedUntil, now))
const isWaiting = (now: Date) => or(eq(planJobs.status, 'queued'), and(eq(planJobs.status, 'running'), isFree(now)))

/** The oldest planning that waits, or whose process died, claimed for one process until `leasedUntil`. */
export async function leasePlanJob(tx: Tx, { now, leasedUntil }: { now: Date; leasedUntil: Date }): Promise<PlanJob | null> {
  const [waiting] = await tx
    .select({ waveId: planJobs.waveId })
    .from(planJobs)
    .where(isWaiting(now))
    .orderBy(asc(planJobs.requestedAt))
    .limit(1)
  if (!waiting) return null
  const taken = await tx
    .update(planJobs)
    .set({ status: 'running', leasedUntil })
    .where(and(eq(planJobs.waveId, waiting.waveId), isWaiting(now)))
    .returning()
  return taken[0] ?? null
}

type Progress = { progress: number; bestCostFen: PlanJob['bestCostFen']; unserved: number; leasedUntil: Date }

/** @returns the job as it stands, with whether it was asked to stop; null when another planning has taken its place */
export async function notePlanProgress(tx: Tx, { waveId, requestedAt, ...noted }: Progress & { waveId: string; requestedAt: Date }) {
  const updated = await tx
    .update(planJobs)
    .set(noted)
    .where(and(eq(planJobs.waveId, waveId), eq(planJobs.requestedAt, requestedAt), eq(planJobs.status, 'running')))
    .returning({ stopAskedAt: planJobs.stopAskedAt })
  return updated[0] ?? null
}

export const endPlanJob = (
  tx: Tx,
  { waveId, requestedAt, ...ended }: { waveId: string; requestedAt: Date; status: 'done' | 'failed'; note: string; endedAt: Date },
) =>
  tx
    .update(planJobs)
    .set({ ...ended, progress: 1000, leasedUntil: null })
    .where(and(eq(planJobs.waveId, waveId), eq(planJobs.requestedAt, requestedAt)))

/** @returns false when nothing is under way */
export async function askPlanToStop(tx: Tx, { waveId, at }: { waveId: string; at: Date }): Promise<boolean> {
  const asked = await tx
    .update(planJobs)
    .set({ stopAskedAt: at })
    .where(and(eq(planJobs.waveId, waveId), or(eq(planJobs.status, 'queued'), eq(planJobs.status, 'running'))))
    .returning({ waveId: planJobs.waveId })
  return asked.length === 1
}
