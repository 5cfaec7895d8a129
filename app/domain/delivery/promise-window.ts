/** What a customer is told: the goods come between these two instants. */
export type PromiseWindow = { readonly from: Date; readonly until: Date }

const QUARTER_MS = 15 * 60_000
/** A van is seldom more than half an hour early, and an hour late. Our planning figures. */
const EARLY_MS = 30 * 60_000
const LATE_MS = 60 * 60_000

/**
 * The window that is promised for a planned arrival, on the quarters of the clock. What was promised before stays while the
 * arrival is still inside it: a customer is told another time only when it matters.
 */
export function promiseWindow(arrivesAt: Date, before: PromiseWindow | null): PromiseWindow {
  if (before && before.from <= arrivesAt && arrivesAt <= before.until) return before
  const from = Math.floor((arrivesAt.getTime() - EARLY_MS) / QUARTER_MS) * QUARTER_MS
  const until = Math.ceil((arrivesAt.getTime() + LATE_MS) / QUARTER_MS) * QUARTER_MS
  return { from: new Date(from), until: new Date(until) }
}
