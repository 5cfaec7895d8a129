import type { Processor } from '#app/integrations/stripe/sandbox/payments/begin-work.server.ts'
import { runTimers } from '#app/integrations/stripe/sandbox/payments/run-timers.server.ts'
import { forgetOldAnswers } from '#app/integrations/stripe/sandbox/store/keep-answers.server.ts'
import { readFaults } from '#app/integrations/stripe/sandbox/store/keep-faults.server.ts'
import { findNextDueAt } from '#app/integrations/stripe/sandbox/store/keep-timers.server.ts'
import type { Postbox } from './deliver-webhooks.server.ts'

const TIDY_EVERY_MS = 60 * 60_000
const LONGEST_SLEEP_MS = 60 * 60_000

/** Lets timers run and webhooks go when they are due. Sleeps in between without keeping the process alive. */
export function keepTime(processor: Processor, postbox: Postbox | undefined, report: (error: unknown) => void) {
  const { store, readClock } = processor
  let sleeping: NodeJS.Timeout | undefined
  let awake = false
  let stopped = false
  let tidiedAt = 0

  /** Looks again once the current request has been answered. */
  function wake(): void {
    if (awake || stopped) return
    awake = true
    setImmediate(catchUp)
  }

  function catchUp(): void {
    awake = false
    if (stopped) return
    try {
      runTimers(processor)
      postbox?.sendDue(wake)
      const atMs = readClock() + readFaults(store).clockAheadMs
      if (atMs - tidiedAt > TIDY_EVERY_MS) {
        forgetOldAnswers(store, atMs)
        tidiedAt = atMs
      }
      sleepUntil(findNextDueAt(store), atMs)
    } catch (error) {
      report(error)
    }
  }

  /** What is overdue is waiting for a free hand, and is looked at again as soon as an answer comes. */
  function sleepUntil(dueAtMs: number | undefined, atMs: number): void {
    clearTimeout(sleeping)
    if (dueAtMs === undefined || dueAtMs <= atMs) return
    sleeping = setTimeout(catchUp, Math.min(dueAtMs - atMs, LONGEST_SLEEP_MS))
    sleeping.unref()
  }

  return {
    wake,
    /** Resolves when all that is due by the clock has happened and every webhook under way is answered. */
    async idle(): Promise<void> {
      for (catchUp(); postbox?.isBusy(); catchUp()) await postbox.oneAnswered()
    },
    async close(): Promise<void> {
      stopped = true
      clearTimeout(sleeping)
      await postbox?.close()
    },
  }
}
