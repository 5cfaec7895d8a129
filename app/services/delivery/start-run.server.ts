import { accept, type Result, refuse } from '#app/domain/result.ts'
import { narrowWindows } from '#app/services/live/narrow-windows.server.ts'
import type { Database, Tx } from '#db/connection.ts'
import { newId } from '#db/new-id.server.ts'
import { lockWave } from '#db/queries/delivery/lock-wave.server.ts'
import * as runWrites from '#db/queries/delivery/run-writes.server.ts'

export type StartRun = {
  runId: string
  /** null: the office, which may send any run */
  driverId: string | null
  /** consignments nobody ticked off that the driver has loaded all the same */
  aboard: string[] | 'all'
  now: Date
}

/**
 * A run leaves the hub with what was packed for it; what was not stays behind, visibly. Safe to call twice.
 * @returns whether it left now
 */
export const startRun = ({ transact }: Database, start: StartRun): Promise<Result<{ left: boolean }, { code: 'unknown_run' }>> =>
  transact((tx) => startRunInside(tx, start))

/** The same within a transaction: for what a driver's phone has queued. `heardAt`: when we came to know, where that is later. */
export async function startRunInside(
  tx: Tx,
  { runId, driverId, aboard, now, heardAt = now }: StartRun & { heardAt?: Date },
): Promise<Result<{ left: boolean }, { code: 'unknown_run' }>> {
  const run = await runWrites.findRunOf(tx, { runId, driverId })
  if (!run) return refuse({ code: 'unknown_run' })
  await lockWave(tx, run.waveId)
  if (!(await runWrites.sendRun(tx, { runId, at: now }))) return accept({ left: false })
  await runWrites.markPackedAfterAll(tx, { runId, aboard, at: now })
  const orderIds = await runWrites.loadConsignments(tx, runId)
  await runWrites.tellOrders(
    tx,
    orderIds.map((orderId) => ({ id: newId('evt'), orderId, kind: 'on_the_way' as const, farmId: null, at: now })),
  )
  await runWrites.markWaveOnRoad(tx, run.waveId)
  await narrowWindows(tx, { runId, now: heardAt })
  return accept({ left: true })
}
