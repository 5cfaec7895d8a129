import { accept, type Result, refuse } from '#app/domain/result.ts'
import { narrowWindows } from '#app/services/live/narrow-windows.server.ts'
import type { Tx } from '#db/connection.ts'
import { newId } from '#db/new-id.server.ts'
import * as driving from '#db/queries/delivery/driver-writes.server.ts'
import * as runWrites from '#db/queries/delivery/run-writes.server.ts'

/**
 * A stop was marked by mistake: it is to be done again, its goods are on the van again. Only while the run is on the road, and
 * only while no customer has accepted what was noted as handed over.
 */
export async function reopenDropInside(
  tx: Tx,
  { dropId, driverId, now }: { dropId: string; driverId: string; now: Date },
): Promise<Result<{ changed: boolean }, { code: 'unknown_drop' | 'not_on_road' | 'accepted_already' }>> {
  const drop = await runWrites.lockDropOf(tx, { dropId, driverId })
  if (!drop || drop.runId === null) return refuse({ code: 'unknown_drop' })
  if (drop.runStatus !== 'on_road') return refuse({ code: 'not_on_road' })
  if (drop.status === 'planned') return accept({ changed: false })
  const orderIds = await driving.takeBackConsignments(tx, dropId)
  if (orderIds === null) return refuse({ code: 'accepted_already' })
  await runWrites.settleDropRow(tx, { dropId, from: drop.status, status: 'planned', statusReason: null, at: null })
  await runWrites.tellOrders(
    tx,
    orderIds.map((orderId) => ({ id: newId('evt'), orderId, kind: 'on_the_way' as const, farmId: null, at: now })),
  )
  await narrowWindows(tx, { runId: drop.runId, now })
  return accept({ changed: true })
}
