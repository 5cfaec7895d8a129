import type { Database } from '#db/client.server.ts'
import { countRelated } from '#db/queries/finding/related.server.ts'

/** Half a year: what goes together changes with the seasons. */
const reachMs = 183 * 24 * 3600 * 1000

/** "Others also took", from the confirmed orders of the last half year. Safe to run again at any time. */
export const countRelatedProducts = ({ transact }: Pick<Database, 'transact'>, now: Date): Promise<void> =>
  transact((tx) => countRelated(tx, new Date(now.getTime() - reachMs)))
