import type { Database } from '#db/connection.ts'
import { findWavesToClose } from '#db/queries/wave-planning.server.ts'
import { closeWave } from './close-wave.server.ts'

const atOnce = 20

/**
 * Closes and plans every wave that is due, and takes into the plan who paid after it. What is refused (somebody may still
 * pay, it changed under the planner) is due again at the next sweep.
 */
export async function closeDueWaves(database: Database, now: Date): Promise<{ planned: number; waiting: number }> {
  let planned = 0
  let waiting = 0
  for (const { id: waveId } of await findWavesToClose(database.reader, { now, limit: atOnce })) {
    const closed = await closeWave(database, { waveId, now })
    if (!closed.ok) waiting++
    else if (closed.value.planned) planned++
  }
  return { planned, waiting }
}
