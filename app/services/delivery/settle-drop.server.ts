import { type DropOutcome, settleDrop as decide, type SettleDropRefusal } from '#app/domain/delivery/settle-drop.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import { narrowWindows } from '#app/services/live/narrow-windows.server.ts'
import type { Database, Tx } from '#db/connection.ts'
import { newId } from '#db/new-id.server.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import * as runWrites from '#db/queries/delivery/run-writes.server.ts'

export type SettleDrop = {
  dropId: string
  /** who says so: the run's driver, or the office for any drop, those no run takes included */
  by: { driverId: string } | { officeUserId: string }
  outcome: DropOutcome
  now: Date
}

export type SettleRefusal = SettleDropRefusal | { code: 'unknown_drop' | 'not_on_road' }

type Settled = Result<{ changed: boolean; runId: string | null }, SettleRefusal>

/**
 * A drop was delivered or could not be: notes it with its proof or reason, hands the consignments over, ends the run and the
 * wave with the last one. Saying the same twice changes nothing.
 */
export const settleDrop = ({ transact }: Database, settling: SettleDrop): Promise<Settled> =>
  transact((tx) => settleDropInside(tx, settling))

/** The same within a transaction: for what a driver's phone has queued. `heardAt`: when we came to know, where that is later. */
export async function settleDropInside(
  tx: Tx,
  { dropId, by, outcome, now, heardAt = now }: SettleDrop & { heardAt?: Date },
): Promise<Settled> {
  const drop = await runWrites.lockDropOf(tx, { dropId, driverId: 'driverId' in by ? by.driverId : null })
  if (!drop) return refuse({ code: 'unknown_drop' })
  if (drop.runId !== null && drop.runStatus === 'planned') return refuse({ code: 'not_on_road' })
  const decided = decide(drop.status, outcome, await runWrites.findPickupCodes(tx, dropId))
  if (!decided.ok) return decided
  const { runId, waveId } = drop
  if (decided.value === null) return accept({ changed: false, runId })

  const settled = await runWrites.settleDropRow(tx, { dropId, from: drop.status, ...decided.value, at: now })
  if (!settled) return accept({ changed: false, runId })
  const { status } = decided.value
  if (status === 'planned' && runId !== null) await runWrites.putLast(tx, { dropId, runId })
  if (status === 'delivered') await tell(tx, 'delivered', await runWrites.deliverConsignments(tx, { dropId, at: now }), now)
  if (status === 'failed') await tell(tx, 'not_delivered', await runWrites.findOrdersOfDrop(tx, dropId), now)
  if ('officeUserId' in by) {
    const detail = decided.value
    await insertAuditEntry(tx, {
      actorId: by.officeUserId,
      actsFor: 'alliance',
      action: 'drop_settled',
      subject: dropId,
      detail,
      at: now,
    })
  }
  await runWrites.finishWhatIsDone(tx, { runId, waveId })
  if (runId !== null) await narrowWindows(tx, { runId, now: heardAt })
  return accept({ changed: true, runId })
}

const tell = (tx: Tx, kind: 'delivered' | 'not_delivered', orderIds: readonly string[], at: Date) =>
  runWrites.tellOrders(
    tx,
    orderIds.map((orderId) => ({ id: newId('evt'), orderId, kind, farmId: null, at })),
  )
