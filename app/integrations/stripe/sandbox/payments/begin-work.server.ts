import { type Faults, readFaults } from '#app/integrations/stripe/sandbox/store/keep-faults.server.ts'
import type { Store } from '#app/integrations/stripe/sandbox/store/open-store.server.ts'

export type Settings = {
  /** Where the sandbox is reached from a browser, without a slash at the end. */
  publicUrl: () => string
  /** The key the API answers to; any `sk_test_…` when absent. */
  apiKey: string | undefined
  /** False when nobody listens for webhooks: events are recorded, not sent. */
  sendsWebhooks: boolean
  /** Event types the listener subscribed to; all of them when absent. */
  subscribedEvents: ReadonlySet<string> | undefined
  /** How long a payment's money stays pending before it can be used. */
  fundsSettleAfterMs: number
  /** How long a refund takes to reach the customer, or to fail. */
  refundSettlesAfterMs: number
  apiVersion: string
}

/** Who caused a change: an API request, or (both null) the customer, or time itself. */
export type Origin = { id: string | null; idempotency_key: string | null }
export const NOBODY: Origin = { id: null, idempotency_key: null }

/** What every change to the processor's state is given. It runs inside `store.transact`. */
export type Work = { store: Store; settings: Settings; faults: Faults; origin: Origin; atMs: number; atS: number }

/** What stays the same from one piece of work to the next. `readClock` is the real clock, in milliseconds since 1970. */
export type Processor = { store: Store; settings: Settings; readClock: () => number }

/** What the HTTP side calls after every commit, so that webhooks set off at once. */
export type Host = Processor & { afterCommit: () => void }

/** Opens a piece of work at the sandbox's own time: the real clock plus what the control page has added. */
export function beginWork({ store, settings, readClock }: Processor, origin: Origin): Work {
  const faults = readFaults(store)
  const atMs = readClock() + faults.clockAheadMs
  return { store, settings, faults, origin, atMs, atS: Math.floor(atMs / 1000) }
}
