import { type DropOutcome, settleDrop as decide, type SettleDropRefusal } from '#app/domain/delivery/settle-drop.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Database } from '#db/connection.ts'
import { newId } from '#db/new-id.server.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import * as runWrites from '#db/queries/run-writes.server.ts'

export type SettleDrop = {
  dropId: string
  /** who says so: the run's driver, or the office for any drop, those no run takes included */
  by: { driverId: string } | { officeUserId: string }
  outcome: DropOutcome
  now: Date
}

export type SettleRefusal = SettleDropRefusal | { code: 'unknown_drop' | 'not_on_road' }

/**
 * A drop was delivered or could not be: notes it with its proof or reason, hands the consignments over, ends the run and the
 * wave with the last one. Saying the same twice changes nothing.
 */
export function settleDrop(
  { transact }: Database,
  { dropId, by, outcome, now }: SettleDrop,
): Promise<Result<{ changed: boolean; runId: string | null }, SettleRefusal>> {
  const driverId = 'driverId' in by ? by.driverId : null
  return transact(async (tx) => {
    const drop = await runWrites.findDropOf(tx, { dropId, driverId })
    if (!drop) return refuse({ code: 'unknown_drop' })
    if (drop.runId !== null && drop.runStatus === 'planned') return refuse({ code: 'not_on_road' })
    const decided = decide(drop.status, outcome, await runWrites.findPickupCodes(tx, dropId))
    if (!decided.ok) return decided
    const { runId, waveId } = drop
    if (decided.value === null) return accept({ changed: false, runId })

    const settled = await runWrites.settleDropRow(tx, { dropId, from: drop.status, ...decided.value, at: now })
    if (!settled) return accept({ changed: false, runId })
    if (decided.value.status === 'delivered') {
      const orderIds = await runWrites.deliverConsignments(tx, { dropId, at: now })
      await runWrites.tellOrders(
        tx,
        orderIds.map((orderId) => ({ id: newId('evt'), orderId, kind: 'delivered' as const, farmId: null, at: now })),
      )
    }
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
    return accept({ changed: true, runId })
  })
}
