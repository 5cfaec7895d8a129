import { groupBy } from '#app/domain/group-by.ts'
import { invariant } from '#app/domain/invariant.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import { cancelInside } from '#app/services/after-sales/cancel-lines.server.ts'
import type { Database } from '#db/connection.ts'
import { emptyLot, findPromisedLines, lockOwnLot } from '#db/queries/ahead/forecasts.server.ts'
import { settlePresale } from '#db/queries/ahead/presales.server.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import { markChanged } from '#db/queries/farm/listing-writes.server.ts'

type Own = { farmId: string; userId: string; lotId: string; now: Date }

export type CallOffRefusal =
  | { code: 'not_found' }
  | { code: 'in_already' }
  | { code: 'being_paid'; held: number }
  | { code: 'packed_already' }

/**
 * There will be no harvest: every line that was sold from it is cancelled and paid back whole. An order in a bank's dispute is left
 * to that. Called off twice, it is paid back once.
 * @returns how many orders were paid back
 */
export function callOffHarvest(
  { transact }: Pick<Database, 'transact'>,
  { farmId, userId, lotId, now }: Own,
): Promise<Result<{ orders: number }, CallOffRefusal>> {
  return transact(async (tx) => {
    const lot = await lockOwnLot(tx, { farmId, lotId })
    if (!lot) return refuse({ code: 'not_found' })
    if (!lot.forecast) return refuse({ code: 'in_already' })
    if (lot.held > 0) return refuse({ code: 'being_paid', held: lot.held })
    const lines = await findPromisedLines(tx, lotId)
    if (lines.some(({ packing }) => packing !== 'to_pack')) return refuse({ code: 'packed_already' })
    let orders = 0
    for (const [orderId, ofOrder] of groupBy(lines, (line) => line.orderId)) {
      const lineIds = ofOrder.map((line) => line.lineId)
      const cancelled = await cancelInside(tx, { orderId, lineIds, requestKey: `called-off:${lotId}:${orderId}`, userId, farmId, now })
      invariant(cancelled.ok || cancelled.refusal.code === 'in_dispute', `${orderId} keeps what ${lotId} will not bring`)
      if (cancelled.ok) orders += 1
    }
    await emptyLot(tx, lotId)
    const settled = await settlePresale(tx, { lotId, farmId, to: 'called_off', at: now })
    if (!settled && lines.length === 0) return accept({ orders: 0 })
    await markChanged(tx, [lot.productId], now)
    await insertAuditEntry(tx, {
      actorId: userId,
      actsFor: farmId,
      action: 'harvest_called_off',
      subject: lotId,
      detail: { orders },
      at: now,
    })
    return accept({ orders })
  })
}

/** Nothing more is promised of a harvest; what was sold stands. Closing it twice is closing it once. */
export function closePresale(
  { transact }: Pick<Database, 'transact'>,
  { farmId, userId, lotId, now }: Own,
): Promise<Result<null, { code: 'not_found' }>> {
  return transact(async (tx) => {
    const lot = await lockOwnLot(tx, { farmId, lotId })
    if (!lot) return refuse({ code: 'not_found' })
    if (!(await settlePresale(tx, { lotId, farmId, to: 'closed', at: now }))) return accept(null)
    await markChanged(tx, [lot.productId], now)
    await insertAuditEntry(tx, { actorId: userId, actsFor: farmId, action: 'presale_closed', subject: lotId, detail: {}, at: now })
    return accept(null)
  })
}
