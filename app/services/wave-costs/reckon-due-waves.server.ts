import type { Database } from '#db/connection.ts'
import { findWavesToReckon } from '#db/queries/wave-costs/wave-reckoning.server.ts'
import { readCostsStart } from './costs-start.server.ts'
import { reckonWave } from './reckon-wave.server.ts'

/** How long a driver has to read the odometer; after that a run counts as it was planned. */
const odometerWaitMs = 12 * 3600_000
const wavesAtOnce = 100

/** Reckons every wave that was done since costs are reckoned and whose runs are read, or wait no longer. Safe to run beside itself. */
export async function reckonDueWaves(database: Database, now: Date): Promise<{ reckoned: number }> {
  let reckoned = 0
  const before = new Date(now.getTime() - odometerWaitMs)
  const startedAt = await readCostsStart(database.reader)
  for (const { id: waveId } of await findWavesToReckon(database.reader, { before, startedAt, limit: wavesAtOnce })) {
    const answer = await reckonWave(database, { waveId, userId: null, now })
    if (answer.ok && answer.value.reckoned) reckoned += 1
  }
  return { reckoned }
}
