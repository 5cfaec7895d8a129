import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Database } from '#db/connection.ts'
import { newId } from '#db/new-id.server.ts'
import * as runWrites from '#db/queries/run-writes.server.ts'

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
export function startRun(
  { transact }: Database,
  { runId, driverId, aboard, now }: StartRun,
): Promise<Result<{ left: boolean }, { code: 'unknown_run' }>> {
  return transact(async (tx) => {
    const run = await runWrites.findRunOf(tx, { runId, driverId })
    if (!run) return refuse({ code: 'unknown_run' })
    if (!(await runWrites.sendRun(tx, runId))) return accept({ left: false })
    await runWrites.markPackedAfterAll(tx, { runId, aboard, at: now })
    const orderIds = await runWrites.loadConsignments(tx, runId)
    await runWrites.tellOrders(
      tx,
      orderIds.map((orderId) => ({ id: newId('evt'), orderId, kind: 'on_the_way' as const, farmId: null, at: now })),
    )
    await runWrites.markWaveOnRoad(tx, run.waveId)
    return accept({ left: true })
  })
}
