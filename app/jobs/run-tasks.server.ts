import type { Database } from '#db/client.server.ts'
import { leaseTasks, markTaskDone, markTaskFailed, type Task } from '#db/queries/outbox.server.ts'

/** Does one task; safe to call twice, because a process may die between doing and noting it. */
export type Handler = (task: Task, now: Date) => Promise<unknown>

const leaseMs = 60_000
const attemptsAtMost = 8
const firstWaitMs = 5_000

/** 5 s, 10 s, 20 s … at most an hour. */
export const waitBefore = (attempt: number) => Math.min(firstWaitMs * 2 ** (attempt - 1), 3_600_000)

/**
 * Does what is due in the outbox. A task that throws is tried again with growing waits, and given up visibly after eight
 * attempts; an unknown topic is given up at once.
 * @returns how many tasks were taken
 */
export async function runTasks(
  database: Database,
  handlers: Record<string, Handler>,
  { owner, now, limit = 20 }: { owner: string; now: Date; limit?: number },
): Promise<number> {
  const tasks = await leaseTasks(database, { owner, now, leasedUntil: new Date(now.getTime() + leaseMs), limit })
  for (const task of tasks) {
    try {
      const handler = handlers[task.topic]
      if (!handler) throw new UnknownTopic(task.topic)
      await handler(task, now)
      await markTaskDone(database, { id: task.id, owner, at: now })
    } catch (error) {
      const attempts = task.attempts + 1
      const givenUp = attempts >= attemptsAtMost || error instanceof UnknownTopic
      await markTaskFailed(database, {
        id: task.id,
        owner,
        attempts,
        dueAt: new Date(now.getTime() + waitBefore(attempts)),
        failedAt: givenUp ? now : null,
        lastError: error instanceof Error ? error.message : String(error),
      })
    }
  }
  return tasks.length
}

class UnknownTopic extends Error {
  constructor(topic: string) {
    super(`nobody handles ${topic}`)
  }
}
