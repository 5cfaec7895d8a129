import { refundSucceeded } from '#app/domain/ledger/post-refund-events.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import { post } from '#app/services/ledger/post.server.ts'
import type { Database } from '#db/connection.ts'
import { newId } from '#db/new-id.server.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import { insertOrderEvent } from '#db/queries/ordering/acceptance.server.ts'
import { findInTransit, findRefund, moveRefund } from '#db/queries/payments/refund-steps.server.ts'
import { lockOrder } from '#db/queries/payments/refunds.server.ts'

export type ConfirmBankRefusal = { code: 'unknown_refund' } | { code: 'not_by_bank' }

/** The office has sent an approved refund by the bank: in transit → bank, once. */
export function confirmBankRefund(
  { transact }: Pick<Database, 'transact'>,
  { refundId, userId, now }: { refundId: string; userId: string; now: Date },
): Promise<Result<{ confirmed: boolean }, ConfirmBankRefusal>> {
  return transact(async (tx) => {
    const refund = await findRefund(tx, refundId)
    if (!refund) return refuse({ code: 'unknown_refund' })
    const { orderId, way } = refund
    await lockOrder(tx, orderId)
    if (way !== 'bank') return refuse({ code: 'not_by_bank' })
    const sent = await moveRefund(tx, { refundId, from: ['approved'], to: 'succeeded', settledAt: now })
    if (!sent) return accept({ confirmed: false })
    const amountFen = await findInTransit(tx, refundId)
    await post(tx, refundSucceeded({ refundId, orderId, amountFen, from: '1030', at: now }), now)
    await insertOrderEvent(tx, { id: newId('evt'), orderId, kind: 'refunded', farmId: null, at: now })
    const entry = { actorId: userId, actsFor: 'alliance', subject: refundId, detail: { orderId, amountFen }, at: now }
    await insertAuditEntry(tx, { ...entry, action: 'refund_sent_by_bank' })
    return accept({ confirmed: true })
  })
}
