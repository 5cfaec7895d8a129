import type { Database } from '#db/client.server.ts'
import * as counters from '#db/queries/rate-counters.server.ts'

type Writer = Pick<Database, 'transact'>

/**
 * One more try under a key, counted in the database so that all processes share the count. A window
 * starts with its first try; the first try after it starts the next. Counters nobody needs any more go then.
 * @returns how many tries the window has seen, this one included, and when it ends
 */
export function countTry({ transact }: Writer, { key, windowMs, now }: { key: string; windowMs: number; now: Date }) {
  return transact(async (tx) => {
    const counter = await counters.addHit(tx, { key, now, resetAt: new Date(now.getTime() + windowMs) })
    if (counter.hits === 1) await counters.dropCountersOver(tx, now)
    return counter
  })
}

/** One try less: it turned out to be none. */
export const takeBackTry = async ({ transact }: Writer, { key }: { key: string }) => {
  await transact((tx) => counters.takeBackHit(tx, key))
}

/** Whoever came in is not guessing. */
export const forgetTries = async ({ transact }: Writer, { key }: { key: string }) => {
  await transact((tx) => counters.dropCounter(tx, key))
}
