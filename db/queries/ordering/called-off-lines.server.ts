import { and, asc, eq, inArray, ne, sql } from 'drizzle-orm'
import type { Reader, Tx } from '#db/connection.ts'
import { consignments, lineLots, lots, orderLines, orders, refunds, waves } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>

/** Each line of an order with how its consignment stands; its order has been confirmed. */
export const findLinesToCallOff = (db: Db, orderId: string) =>
  db
    .select({
      id: orderLines.id,
      status: orderLines.status,
      packing: consignments.status,
      waveStatus: waves.status,
      cutoffAt: waves.cutoffAt,
    })
    .from(orderLines)
    .innerJoin(waves, eq(waves.id, orderLines.waveId))
    .innerJoin(
      consignments,
      and(
        eq(consignments.orderId, orderLines.orderId),
        eq(consignments.farmId, orderLines.farmId),
        eq(consignments.waveId, orderLines.waveId),
      ),
    )
    .where(eq(orderLines.orderId, orderId))
    .orderBy(asc(orderLines.position))

/** Marks lines still to come as cancelled. @returns those that were, with their waves */
export const markLinesCancelled = (tx: Tx, lineIds: readonly string[]) =>
  tx
    .update(orderLines)
    .set({ status: 'cancelled' })
    .where(and(inArray(orderLines.id, [...lineIds]), eq(orderLines.status, 'placed')))
    .returning({ id: orderLines.id, waveId: orderLines.waveId })

/** What they took from their lots was not sold after all; goods that exist may be sold again. */
export async function unsellLots(tx: Tx, { lineIds, stockBack }: { lineIds: readonly string[]; stockBack: boolean }) {
  const taken = await tx
    .select({ lotId: lineLots.lotId, quantity: lineLots.quantity })
    .from(lineLots)
    .where(inArray(lineLots.lineId, [...lineIds]))
    .orderBy(asc(lineLots.lotId))
  for (const { lotId, quantity } of taken) {
    await tx
      .update(lots)
      .set({ sold: sql`${lots.sold} - ${quantity}`, ...(stockBack ? { available: sql`${lots.available} + ${quantity}` } : {}) })
      .where(eq(lots.id, lotId))
  }
}

/** The order's lines that are still wanted, by farm and wave. */
export const findWantedLines = (db: Db, orderId: string) =>
  db
    .select({ farmId: orderLines.farmId, waveId: orderLines.waveId })
    .from(orderLines)
    .where(and(eq(orderLines.orderId, orderId), ne(orderLines.status, 'cancelled')))

/** Consignments of the order that have not left, for farms and waves of which nothing is wanted any more. */
export async function cancelEmptyConsignments(
  tx: Tx,
  { orderId, wanted }: { orderId: string; wanted: readonly { farmId: string; waveId: string }[] },
) {
  const rows = await tx
    .select({ id: consignments.id, farmId: consignments.farmId, waveId: consignments.waveId })
    .from(consignments)
    .where(and(eq(consignments.orderId, orderId), inArray(consignments.status, ['to_pack', 'packed', 'handed_over', 'at_hub'])))
  const empty = rows.filter((row) => !wanted.some(({ farmId, waveId }) => farmId === row.farmId && waveId === row.waveId))
  if (empty.length === 0) return
  const ids = empty.map(({ id }) => id)
  await tx.update(consignments).set({ status: 'cancelled' }).where(inArray(consignments.id, ids))
}

export const giveBackPlace = (tx: Tx, waveId: string) =>
  tx
    .update(waves)
    .set({ bookedDrops: sql`${waves.bookedDrops} - 1` })
    .where(eq(waves.id, waveId))

/** @returns false when it was not confirmed any more */
export async function cancelOrder(tx: Tx, orderId: string): Promise<boolean> {
  const cancelled = await tx
    .update(orders)
    .set({ status: 'cancelled' })
    .where(and(eq(orders.id, orderId), eq(orders.status, 'confirmed')))
    .returning({ id: orders.id })
  return cancelled.length === 1
}

/** Refunds that wait for their order's payment; oldest first. */
export const findWaitingRefunds = (db: Db, orderId: string) =>
  db
    .select({ id: refunds.id, requestedBy: refunds.requestedBy })
    .from(refunds)
    .where(
      and(
        eq(refunds.orderId, orderId),
        eq(refunds.status, 'proposed'),
        inArray(refunds.reason, ['short_pick', 'cancelled', 'delivery_changed']),
      ),
    )
    .orderBy(asc(refunds.requestedAt), asc(refunds.id))
