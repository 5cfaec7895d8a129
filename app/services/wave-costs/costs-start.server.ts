import { invariant } from '#app/domain/invariant.ts'
import type { Reader } from '#db/connection.ts'
import { findFact } from '#db/queries/facts.server.ts'

/** Written by the migration of a database whose waves had been driven before anybody reckoned what they cost. */
export const costsStartFact = 'wave_costs_from'

/**
 * Since when waves are reckoned: those that were done before stay as they were, their farms bear nothing of them.
 * @returns null when they always were
 */
export async function readCostsStart(db: Pick<Reader, 'select'>): Promise<Date | null> {
  const said = await findFact(db, costsStartFact)
  if (said === null) return null
  const startedAt = new Date(said)
  invariant(!Number.isNaN(startedAt.getTime()), `${costsStartFact} is no moment: ${said}`)
  return startedAt
}
