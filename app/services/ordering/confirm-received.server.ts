import { type Result, refuse } from '#app/domain/result.ts'
import { type AcceptOrderRefusal, acceptInside } from '#app/services/ledger/accept-order.server.ts'
import type { Database } from '#db/connection.ts'
import { isOrderOf } from '#db/queries/ordering/acceptance.server.ts'

/**
 * The customer says that all is well: the complaint window is over, and everyone is paid at once. Another's order is unknown;
 * saying it twice changes nothing.
 */
export function confirmReceived(
  { transact }: Database,
  { orderId, customerId, now }: { orderId: string; customerId: string; now: Date },
): Promise<Result<{ accepted: boolean }, AcceptOrderRefusal>> {
  return transact(async (tx) => {
    if (!(await isOrderOf(tx, { orderId, customerId }))) return refuse({ code: 'unknown_order' })
    return acceptInside(tx, { orderId, waived: true, now })
  })
}
