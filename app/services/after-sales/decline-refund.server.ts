import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Database } from '#db/connection.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import { findRefund, moveRefund } from '#db/queries/payments/refund-steps.server.ts'

export type DeclineRefusal = { code: 'unknown_refund' } | { code: 'already_decided' }

/** A proposed refund is not made; whoever proposed it may take it back too. Nothing was posted for it. */
export function declineRefund(
  { transact }: Pick<Database, 'transact'>,
  { refundId, userId, now }: { refundId: string; userId: string; now: Date },
): Promise<Result<{ declined: true }, DeclineRefusal>> {
  return transact(async (tx) => {
    if (!(await findRefund(tx, refundId))) return refuse({ code: 'unknown_refund' })
    const decided = { approvedBy: userId, approvedAt: now, settledAt: now }
    const declined = await moveRefund(tx, { refundId, from: ['proposed'], to: 'declined', ...decided })
    if (!declined) return refuse({ code: 'already_decided' })
    const { orderId, cashFen } = declined
    const entry = { actorId: userId, actsFor: 'alliance', subject: refundId, detail: { orderId, cashFen }, at: now }
    await insertAuditEntry(tx, { ...entry, action: 'refund_declined' })
    return accept({ declined: true })
  })
}
