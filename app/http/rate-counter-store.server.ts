import type { Options, Store } from 'express-rate-limit'
import { countTry, forgetTries, takeBackTry } from '#app/services/identity/count-try.server.ts'
import type { Database } from '#db/client.server.ts'

/** express-rate-limit's counts in our database: all processes on it share one limit. */
export function rateCounterStore({ transact }: Pick<Database, 'transact'>, prefix: string, now: () => Date): Store {
  let windowMs = 60_000
  const keyOf = (key: string) => `${prefix}:${key}`
  return {
    prefix,
    localKeys: false,
    init(options: Options) {
      windowMs = options.windowMs
    },
    async increment(key) {
      const { hits, resetAt } = await countTry({ transact }, { key: keyOf(key), windowMs, now: now() })
      return { totalHits: hits, resetTime: resetAt }
    },
    decrement: (key) => takeBackTry({ transact }, { key: keyOf(key) }),
    resetKey: (key) => forgetTries({ transact }, { key: keyOf(key) }),
  }
}
