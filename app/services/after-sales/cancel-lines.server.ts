import type { PlanRefusal } from '#app/domain/after-sales/plan-refund.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Database, Tx } from '#db/connection.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import { findLinesToCallOff, findWaitingRefunds } from '#db/queries/ordering/called-off-lines.server.ts'
import { findOpenDispute } from '#db/queries/payments/disputes.server.ts'
import { findRefundByRequest, moveRefund } from '#db/queries/payments/refund-steps.server.ts'
import { lockOrder } from '#db/queries/payments/refunds.server.ts'
import { callOffLines } from './close-refunded-lines.server.ts'
import { refundFromEscrow } from './refund-from-escrow.server.ts'

export type CancelLines = {
  orderId: string
  lineIds: readonly string[]
  requestKey: string
  userId: string
  /** its customer asks, who may until the cut-off; the office may until it is packed */
  isCustomer?: boolean
  /** the farm whose harvest does not come */
  farmId?: string
  now: Date
}

export type CancelRefusal =
  | { code: 'unknown_order' }
  | { code: 'not_under_way' }
  | { code: 'in_dispute' }
  | { code: 'packed_already' }
  | { code: 'too_late' }
  | PlanRefusal

/**
 * Lines that no farm has packed yet are not wanted any more: the goods go back to their lots, places in waves are given up,
 * and what was paid goes back from escrow. With the last line goes the order, and its delivery fee too. An order that is not
 * paid yet owes nothing when all of it is cancelled; what a part would have cost comes back once it is paid.
 * @returns the refund, null where nothing had been paid
 */
export function cancelLines(
  { transact }: Pick<Database, 'transact'>,
  asked: CancelLines,
): Promise<Result<{ refundId: string | null }, CancelRefusal>> {
  return transact((tx) => cancelInside(tx, asked))
}

export async function cancelInside(
  tx: Tx,
  { orderId, lineIds, requestKey, userId, isCustomer = false, farmId, now }: CancelLines,
): Promise<Result<{ refundId: string | null }, CancelRefusal>> {
  const order = await lockOrder(tx, orderId)
  if (!order) return refuse({ code: 'unknown_order' })
  const known = await findRefundByRequest(tx, requestKey)
  if (known) return accept({ refundId: known.id })
  if (order.status !== 'confirmed') return refuse({ code: 'not_under_way' })
  if (await findOpenDispute(tx, orderId)) return refuse({ code: 'in_dispute' })
  const lines = (await findLinesToCallOff(tx, orderId)).filter((line) => line.status !== 'cancelled')
  const chosen = lines.filter((line) => lineIds.includes(line.id))
  if (chosen.length === 0 || chosen.length !== new Set(lineIds).size) return refuse({ code: 'not_of_this_order' })
  if (chosen.some((line) => line.packing !== 'to_pack')) return refuse({ code: 'packed_already' })
  if (isCustomer && chosen.some((line) => line.waveStatus !== 'open' || line.cutoffAt <= now)) return refuse({ code: 'too_late' })
  const actsFor = isCustomer ? 'customer' : (farmId ?? 'alliance')
  const audit = { actorId: userId, actsFor, action: 'lines_cancelled', subject: orderId, at: now }
  await insertAuditEntry(tx, { ...audit, detail: { lines: chosen.length, of: lines.length } })
  if (order.paidAt === null && chosen.length === lines.length) {
    for (const { id: refundId } of await findWaitingRefunds(tx, orderId)) {
      await moveRefund(tx, { refundId, from: ['proposed'], to: 'declined', settledAt: now })
    }
    await callOffLines(tx, { orderId, lineIds, stockBack: true, now })
    return accept({ refundId: null })
  }
  const whole = chosen.map(({ id }) => ({ lineId: id, part: { by: 'rest' as const } }))
  const refunded = await refundFromEscrow(tx, { order, requestKey, reason: 'cancelled', lines: whole, userId, now })
  if (!refunded.ok) return refunded
  await callOffLines(tx, { orderId, lineIds, stockBack: true, now })
  return refunded
}
