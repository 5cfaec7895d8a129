import { and, asc, eq, isNull, lte, or } from 'drizzle-orm'
import type { Database, Tx } from '#db/client.server.ts'
import { insertRows } from '#db/prepared.ts'
import { outbox } from '#db/schema/index.ts'

export type Task = typeof outbox.$inferSelect

/** Promises work, once for each topic and subject, when the transaction commits. */
export async function enqueue(tx: Tx, task: { topic: string; subjectId: string; dueAt: Date; payload?: Record<string, unknown> }) {
  await insertRows(tx, outbox, [
    {
      id: `${task.topic}:${task.subjectId}`,
      topic: task.topic,
      subjectId: task.subjectId,
      payload: task.payload ?? {},
      dueAt: task.dueAt,
      attempts: 0,
      leasedBy: null,
      leasedUntil: null,
      doneAt: null,
      failedAt: null,
      lastError: null,
    },
  ])
}

const isFree = (now: Date) => or(isNull(outbox.leasedUntil), lte(outbox.leasedUntil, now))

/**
 * Takes up to `limit` due tasks for one process until `leasedUntil`; a process that dies lets go when its lease ends.
 * Each task is claimed by a conditional update, so two processes never hold the same one.
 */
export function leaseTasks(
  { transact }: Database,
  { owner, now, leasedUntil, limit }: { owner: string; now: Date; leasedUntil: Date; limit: number },
) {
  return transact(async (tx) => {
    const due = await tx
      .select({ id: outbox.id })
      .from(outbox)
      .where(and(isNull(outbox.doneAt), isNull(outbox.failedAt), lte(outbox.dueAt, now), isFree(now)))
      .orderBy(asc(outbox.dueAt))
      .limit(limit)
    const taken: Task[] = []
    for (const { id } of due) {
      const claimed = await tx
        .update(outbox)
        .set({ leasedBy: owner, leasedUntil })
        .where(and(eq(outbox.id, id), isNull(outbox.doneAt), isFree(now)))
        .returning()
      taken.push(...claimed)
    }
    return taken
  })
}

export const markTaskDone = ({ transact }: Database, { id, owner, at }: { id: string; owner: string; at: Date }) =>
  transact((tx) =>
    tx
      .update(outbox)
      .set({ doneAt: at, leasedBy: null, leasedUntil: null, lastError: null })
      .where(and(eq(outbox.id, id), eq(outbox.leasedBy, owner))),
  )

/** Puts a task off to `dueAt`, or gives it up for the office to look at (`failedAt`). */
export const markTaskFailed = (
  { transact }: Database,
  {
    id,
    owner,
    attempts,
    dueAt,
    failedAt,
    lastError,
  }: { id: string; owner: string; attempts: number; dueAt: Date; failedAt: Date | null; lastError: string },
) =>
  transact((tx) =>
    tx
      .update(outbox)
      .set({ attempts, dueAt, failedAt, lastError, leasedBy: null, leasedUntil: null })
      .where(and(eq(outbox.id, id), eq(outbox.leasedBy, owner))),
  )
