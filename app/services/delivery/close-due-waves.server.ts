import type { Database } from '#db/connection.ts'
import { findWavesToClose } from '#db/queries/delivery/wave-planning.server.ts'
import { closeWave } from './close-wave.server.ts'

const atOnce = 20

/**
 * Closes and plans every wave that is due, and takes into the plan who paid after it. What is refused (somebody may still
 * pay, it changed under the planner) is due again at the next sweep. One that fails holds up no other.
 * @throws {AggregateError} when all have been tried and some failed
 */
export async function closeDueWaves(database: Database, now: Date): Promise<{ planned: number; waiting: number }> {
  let planned = 0
  let waiting = 0
  const failures: unknown[] = []
  for (const { id: waveId } of await findWavesToClose(database.reader, { now, limit: atOnce })) {
    try {
      const closed = await closeWave(database, { waveId, now })
      if (!closed.ok) waiting++
      else if (closed.value.planned) planned++
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} waves could not be closed`)
  return { planned, waiting }
}
