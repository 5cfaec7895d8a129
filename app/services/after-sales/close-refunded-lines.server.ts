import { freeNumbersOf } from '#app/services/ahead/give-numbers.server.ts'
import type { Tx } from '#db/connection.ts'
import { newId } from '#db/new-id.server.ts'
import { insertOrderEvent } from '#db/queries/ordering/acceptance.server.ts'
import * as calledOff from '#db/queries/ordering/called-off-lines.server.ts'
import { findRefundableLines, findRefundedFromEscrow } from '#db/queries/payments/refunds.server.ts'

type Close = { order: { id: string; status: string }; stockBack: boolean; now: Date }

/** Lines of an order under way of which the whole price has gone back from escrow are not wanted any more. */
export async function closeRefundedLines(tx: Tx, { order, ...how }: Close): Promise<void> {
  if (order.status !== 'confirmed') return
  const refunded = new Map((await findRefundedFromEscrow(tx, order.id)).map((line) => [line.lineId, line.baseFen]))
  const lines = await findRefundableLines(tx, order.id)
  const gone = lines.filter((line) => line.status === 'placed' && refunded.get(line.id) === line.amountFen - line.discountFen)
  if (gone.length > 0) await callOffLines(tx, { ...how, orderId: order.id, lineIds: gone.map(({ id }) => id) })
}

/**
 * Lines are not wanted any more: what they took from their lots was not sold, consignments with nothing left in them and
 * places in waves are given up, adoptions that bring nothing any more are over, and an order without any line left is cancelled.
 * @param stockBack the goods exist and can be sold again
 */
export async function callOffLines(
  tx: Tx,
  { orderId, lineIds, stockBack, now }: { orderId: string; lineIds: readonly string[]; stockBack: boolean; now: Date },
): Promise<void> {
  const cancelled = await calledOff.markLinesCancelled(tx, lineIds)
  if (cancelled.length === 0) return
  await calledOff.unsellLots(tx, { lineIds: cancelled.map(({ id }) => id), stockBack })
  const wanted = await calledOff.findWantedLines(tx, orderId)
  await calledOff.cancelEmptyConsignments(tx, { orderId, wanted })
  await freeNumbersOf(tx, { orderId, now })
  const freed = new Set(cancelled.map(({ waveId }) => waveId).filter((id) => !wanted.some(({ waveId }) => waveId === id)))
  for (const waveId of [...freed].sort()) await calledOff.giveBackPlace(tx, waveId)
  if (wanted.length === 0 && (await calledOff.cancelOrder(tx, orderId))) {
    await insertOrderEvent(tx, { id: newId('evt'), orderId, kind: 'cancelled', farmId: null, at: now })
  }
}
