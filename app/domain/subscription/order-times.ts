const hourMs = 3_600_000

/** A week's order is placed so long before its wave is cut off; until then the week can be changed. */
export const orderedBeforeMs = 36 * hourMs
const heldAtMostMs = 20 * hourMs
const heldBeforeCutoffMs = 2 * hourMs
/** Later than this there is no time left in which it could be paid for. */
const latestBeforeCutoffMs = 3 * hourMs

/** Until when a week may be skipped or changed, and from when it is ordered. */
export const changeUntil = (cutoffAt: Date): Date => new Date(cutoffAt.getTime() - orderedBeforeMs)

export const canChange = (cutoffAt: Date, now: Date): boolean => now < changeUntil(cutoffAt)

/** Whether a week's order can still be placed: what was missed by then is not ordered any more. */
export const canOrder = (cutoffAt: Date, now: Date): boolean => now.getTime() <= cutoffAt.getTime() - latestBeforeCutoffMs

/** How long a week's order waits for its payment: twenty hours, and never into the last two before the cut-off. */
export const holdUntil = (now: Date, cutoffAt: Date): Date =>
  new Date(Math.min(now.getTime() + heldAtMostMs, cutoffAt.getTime() - heldBeforeCutoffMs))
