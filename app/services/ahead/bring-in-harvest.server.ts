import { businessDay } from '#app/domain/business-day.ts'
import { goWithout } from '#app/domain/catalog/sold-ahead.ts'
import { groupBy } from '#app/domain/group-by.ts'
import { invariant } from '#app/domain/invariant.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import { refundFromEscrow } from '#app/services/after-sales/refund-from-escrow.server.ts'
import { planWithoutThem } from '#app/services/first-mile/leave-empty-drops.server.ts'
import type { Database, Tx } from '#db/connection.ts'
import { findPromisedLines, type LockedLot, lockOwnLot, type PromisedLine, turnIntoHarvest } from '#db/queries/ahead/forecasts.server.ts'
import { settlePresale } from '#db/queries/ahead/presales.server.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import { markChanged } from '#db/queries/farm/listing-writes.server.ts'
import { lockOrder } from '#db/queries/payments/refunds.server.ts'
import { type CarryAfterRefusal, carryLinesAfter } from './carry-lines-after.server.ts'

export type BringIn = {
  farmId: string
  userId: string
  lotId: string
  harvestedOn: string
  bestBeforeOn: string
  quantity: number
  now: Date
}

/** `being_paid`: somebody is paying for what there may not be; an unpaid hold ends within the hour. */
export type BringInRefusal =
  | { code: 'not_found' }
  | { code: 'in_already' }
  | { code: 'not_yet' }
  | { code: 'spoils_before' }
  | { code: 'being_paid'; held: number }
  | CarryAfterRefusal

export type BroughtIn = { short: number; moved: number }

/**
 * The real harvest takes the place of a farm's forecast. Where it is less than was sold, those who ordered last go without and
 * have the exact share back, as for every short pick; where it was later than promised, what was to come before it is carried into
 * the first wave after it. What is more than was sold is for sale. The farm decides none of that. Said twice it is done once.
 */
export async function bringInHarvest(database: Database, asked: BringIn): Promise<Result<BroughtIn, BringInRefusal>> {
  const { farmId, userId, lotId, harvestedOn, bestBeforeOn, quantity, now } = asked
  const done = await database.transact(async (tx): Promise<Result<BroughtIn & { fromWaveIds: string[] }, BringInRefusal>> => {
    const lot = await lockOwnLot(tx, { farmId, lotId })
    if (!lot) return refuse({ code: 'not_found' })
    if (!lot.forecast) {
      const same = lot.harvestedOn === harvestedOn && lot.bestBeforeOn === bestBeforeOn
      return same ? accept({ short: 0, moved: 0, fromWaveIds: [] }) : refuse({ code: 'in_already' })
    }
    if (harvestedOn > businessDay(now)) return refuse({ code: 'not_yet' })
    if (quantity < lot.sold + lot.held && lot.held > 0) return refuse({ code: 'being_paid', held: lot.held })
    const carried = await carryLinesAfter(tx, { lines: await findPromisedLines(tx, lotId), harvestedOn, now })
    if (!carried.ok) return carried
    const lines = await findPromisedLines(tx, lotId)
    if (lines.some(({ deliversOn }) => deliversOn > bestBeforeOn)) return refuse({ code: 'spoils_before' })
    const short = Math.max(0, lot.sold - quantity)
    await giveBackShort(tx, { lines, short, lotId, userId, now })
    await turnIntoHarvest(tx, { lotId, harvestedOn, bestBeforeOn, available: Math.max(0, quantity - lot.sold - lot.held) })
    await settlePresale(tx, { lotId, farmId, to: 'harvested', at: now })
    await note(tx, asked, lot, { short, moved: carried.value.moved })
    return accept({ short, ...carried.value })
  })
  if (!done.ok) return done
  const { fromWaveIds, ...said } = done.value
  await planWithoutThem(database, { waveIds: fromWaveIds, actorId: userId, now })
  return accept(said)
}

type Short = { lines: readonly PromisedLine[]; short: number; lotId: string; userId: string; now: Date }

async function giveBackShort(tx: Tx, { lines, short, lotId, userId, now }: Short): Promise<void> {
  const without = goWithout(lines, short)
  for (const [orderId, ofOrder] of groupBy(without, ({ line }) => line.orderId)) {
    const order = await lockOrder(tx, orderId)
    invariant(order, `order ${orderId} is gone`)
    const parts = ofOrder.map(({ line, missing }) => ({
      lineId: line.lineId,
      part: missing === line.lineQuantity ? { by: 'rest' as const } : { by: 'quantity' as const, quantity: missing },
    }))
    const refund = { order, requestKey: `harvest:${lotId}:${orderId}`, reason: 'short_pick', lines: parts, userId, now } as const
    const refunded = await refundFromEscrow(tx, refund)
    invariant(refunded.ok, `the short harvest of ${lotId} is refused for ${orderId}`)
  }
}

async function note(tx: Tx, { farmId, userId, lotId, harvestedOn, quantity, now }: BringIn, lot: LockedLot, said: BroughtIn) {
  await markChanged(tx, [lot.productId], now)
  const detail = { harvestedOn, quantity, ...said }
  await insertAuditEntry(tx, { actorId: userId, actsFor: farmId, action: 'harvest_brought_in', subject: lotId, detail, at: now })
}
