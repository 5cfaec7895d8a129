import { transferReceived } from '#app/domain/ledger/post-order-events.ts'
import type { Fen } from '#app/domain/money/fen.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import { releaseWaitingRefunds } from '#app/services/after-sales/refund-from-escrow.server.ts'
import { post } from '#app/services/ledger/post.server.ts'
import type { Database } from '#db/connection.ts'
import { newId } from '#db/new-id.server.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import { insertOrderEvent } from '#db/queries/ordering/acceptance.server.ts'
import { findCoupon, markPaidLater } from '#db/queries/ordering/confirmation.server.ts'
import { lockOrder } from '#db/queries/payments/refunds.server.ts'

/**
 * The office has seen the money for an order that is paid later: a bank transfer, or what a leader handed over on pick-up, which
 * never confirms itself. The order is paid and its money in escrow, once, with who saw it in the audit log.
 * What was short of it meanwhile goes back now. Anything but an unpaid order of that kind owes nothing.
 */
export function confirmTransfer(
  { transact }: Database,
  { orderId, userId, now }: { orderId: string; userId: string; now: Date },
): Promise<Result<{ amountFen: Fen }, { code: 'owes_nothing' }>> {
  return transact(async (tx) => {
    const owed = await markPaidLater(tx, { orderId, at: now })
    if (owed === undefined) return refuse({ code: 'owes_nothing' })
    const { payment, amountFen } = owed
    await post(tx, transferReceived({ orderId, amountFen, couponFen: await findCoupon(tx, orderId), at: now }), now)
    await insertOrderEvent(tx, { id: newId('evt'), orderId, kind: 'paid', farmId: null, at: now })
    const entry = {
      actorId: userId,
      actsFor: 'alliance',
      action: payment === 'on_pickup' ? 'pickup_payment_received' : 'transfer_received',
      subject: orderId,
      detail: { amountFen },
      at: now,
    }
    await insertAuditEntry(tx, entry)
    const order = await lockOrder(tx, orderId)
    if (order) await releaseWaitingRefunds(tx, { order, now })
    return accept({ amountFen })
  })
}
