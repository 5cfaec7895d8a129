import { accept, type Result, refuse } from '#app/domain/result.ts'
import { type CarryOverRefusal, carryOverInside } from '#app/services/first-mile/carry-over.server.ts'
import type { Database } from '#db/client.server.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import { findDropOfOrder, settleWish } from '#db/queries/customers/delivery-wishes.server.ts'

type Failed = { orderId: string; dropId: string; officeUserId: string; now: Date }

export type RedeliverRefusal = CarryOverRefusal | { code: 'not_failed' }

/** The office has what could not be handed over brought again in a later wave; its customer is told the new day. */
export function redeliver(
  { transact }: Pick<Database, 'transact'>,
  { orderId, dropId, toWaveId, officeUserId, now }: Failed & { toWaveId: string },
): Promise<Result<{ moved: number }, RedeliverRefusal>> {
  return transact(async (tx) => {
    const drop = await findDropOfOrder(tx, { orderId, dropId })
    if (drop?.status !== 'failed' || drop.consignmentIds.length === 0) return refuse({ code: 'not_failed' })
    const carried = await carryOverInside(tx, { consignmentIds: drop.consignmentIds, toWaveId, now })
    if (!carried.ok) return carried
    await settleWish(tx, { dropId, orderId, by: officeUserId, at: now })
    const detail = { dropId, toWaveId, consignments: carried.value.moved }
    await insertAuditEntry(tx, {
      actorId: officeUserId,
      actsFor: 'alliance',
      action: 'order_redelivered',
      subject: orderId,
      detail,
      at: now,
    })
    return carried
  })
}

/** The office has seen to a failed delivery in another way: by telephone, by a refund. Saying so twice changes nothing. */
export function settleFailed(
  { transact }: Pick<Database, 'transact'>,
  { orderId, dropId, officeUserId, now }: Failed,
): Promise<Result<null, { code: 'not_failed' }>> {
  return transact(async (tx) => {
    const drop = await findDropOfOrder(tx, { orderId, dropId })
    if (drop?.status !== 'failed') return refuse({ code: 'not_failed' })
    await settleWish(tx, { dropId, orderId, by: officeUserId, at: now })
    const entry = { actorId: officeUserId, actsFor: 'alliance', action: 'failed_delivery_settled', subject: orderId }
    await insertAuditEntry(tx, { ...entry, detail: { dropId }, at: now })
    return accept(null)
  })
}
