import type { PlanRefusal } from '#app/domain/after-sales/plan-refund.ts'
import { invariant } from '#app/domain/invariant.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import { refundFromEscrow } from '#app/services/after-sales/refund-from-escrow.server.ts'
import type { Database } from '#db/connection.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import { findLinesToPack } from '#db/queries/farm/short-picks.server.ts'
import { giveUpParcel } from '#db/queries/first-mile/missing-parcels.server.ts'
import { lockConsignments } from '#db/queries/first-mile/scans.server.ts'
import { lockOrder } from '#db/queries/payments/refunds.server.ts'
import { leaveEmptyDrops, planWithoutThem } from './leave-empty-drops.server.ts'

export type RefundMissing = { consignmentId: string; officeUserId: string; now: Date }
export type RefundMissingRefusal = { code: 'unknown_consignment' } | { code: 'not_missing' } | PlanRefusal

/**
 * What could not be found is not waited for: the rest of its lines goes back to the customer from escrow, as a short pick does.
 * Nobody drives to a drop in which nothing is left. Asked twice it is given back once.
 */
export async function refundMissing(
  database: Database,
  { consignmentId, officeUserId, now }: RefundMissing,
): Promise<Result<{ refundId: string }, RefundMissingRefusal>> {
  const given = await database.transact(async (tx): Promise<Result<{ refundId: string; waveId: string }, RefundMissingRefusal>> => {
    const [parcel] = await lockConsignments(tx, [consignmentId])
    if (!parcel) return refuse({ code: 'unknown_consignment' })
    const { farmId, orderId, waveId, alias } = parcel
    if (parcel.missingAt === null || parcel.status === 'delivered' || parcel.status === 'cancelled') return refuse({ code: 'not_missing' })
    const order = await lockOrder(tx, orderId)
    invariant(order, `consignment ${consignmentId} has no order`)
    const wanted = await findLinesToPack(tx, { farmId, consignmentIds: [consignmentId] })
    const lines = wanted.map(({ id }) => ({ lineId: id, part: { by: 'rest' as const } }))
    const asked = { order, requestKey: `missing:${consignmentId}`, reason: 'short_pick', lines, userId: officeUserId, now } as const
    const refunded = await refundFromEscrow(tx, asked)
    if (!refunded.ok) return refunded
    await giveUpParcel(tx, consignmentId)
    await leaveEmptyDrops(tx, { parcels: [parcel], now })
    const detail = { alias, refundId: refunded.value.refundId }
    await insertAuditEntry(tx, { actorId: officeUserId, actsFor: 'alliance', action: 'missing_refunded', subject: waveId, detail, at: now })
    return accept({ ...refunded.value, waveId })
  })
  if (given.ok) await planWithoutThem(database, { waveIds: [given.value.waveId], actorId: officeUserId, now })
  return given
}
