import { and, eq, inArray, isNull, lte, ne, sql } from 'drizzle-orm'
import { type Fen, fen } from '#app/domain/money/fen.ts'
import type { Reader, Tx } from '#db/client.server.ts'
import { insertRows, prepared, slotFor } from '#db/prepared.ts'
import {
  basketLines,
  consignments,
  lineLots,
  lots,
  orderEvents,
  orderLines,
  orders,
  payments,
  processorEvents,
  waves,
} from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>
const slot = sql.placeholder

/** @returns false when this event was handled before: the primary key is the lock */
export async function claimProcessorEvent(tx: Tx, event: typeof processorEvents.$inferInsert): Promise<boolean> {
  return ((await insertEvent(tx, event)) as unknown[]).length === 1
}
const insertEvent = prepared<Tx, Record<string, unknown>, unknown>('processor_event', (tx) =>
  tx
    .insert(processorEvents)
    .values({ id: slot('id'), type: slot('type'), objectId: slot('objectId'), receivedAt: slot('receivedAt') } as never)
    .onConflictDoNothing()
    .returning({ id: processorEvents.id }),
)

type PaymentRow = {
  id: string
  orderId: string
  status: (typeof payments.$inferSelect)['status']
  amountFen: Fen
  sessionId: string | null
}

export const findPayment = async (db: Db, paymentId: string) => (await paymentById(db, { paymentId }))[0]
const paymentById = prepared<Db, { paymentId: string }, PaymentRow[]>('payment_by_id', (db) =>
  db
    .select({
      id: payments.id,
      orderId: payments.orderId,
      status: payments.status,
      amountFen: payments.amountFen,
      sessionId: payments.sessionId,
    })
    .from(payments)
    .where(eq(payments.id, slot('paymentId'))),
)

/** The processor has opened a session for this payment; a payment already settled stays as it is. */
export const noteSession = prepared<Tx, { paymentId: string; sessionId: string; url: string }, unknown>('payment_session', (tx) =>
  tx
    .update(payments)
    .set({ sessionId: slotFor(payments.sessionId, 'sessionId'), url: slotFor(payments.url, 'url'), status: 'open' })
    .where(and(eq(payments.id, slot('paymentId')), inArray(payments.status, ['opening', 'unknown']))),
)

/** An order that still waits is held until then. */
export const prolongHold = (tx: Tx, { orderId, heldUntil }: { orderId: string; heldUntil: Date }) =>
  tx
    .update(orders)
    .set({ expiresAt: heldUntil })
    .where(and(eq(orders.id, orderId), eq(orders.status, 'awaiting_payment')))

export const markPaymentUnknown = (tx: Tx, paymentId: string) =>
  tx
    .update(payments)
    .set({ status: 'unknown' })
    .where(and(eq(payments.id, paymentId), eq(payments.status, 'opening')))

export const settlePayment = prepared<
  Tx,
  { paymentId: string; status: 'succeeded' | 'late'; paymentIntentId: string | null; at: Date },
  unknown
>('payment_settle', (tx) =>
  tx
    .update(payments)
    .set({
      status: slotFor(payments.status, 'status'),
      paymentIntentId: slotFor(payments.paymentIntentId, 'paymentIntentId'),
      succeededAt: slotFor(payments.succeededAt, 'at'),
    })
    .where(eq(payments.id, slot('paymentId'))),
)

/** @returns the order if it was still waiting; undefined when it was confirmed, expired or cancelled before */
export async function confirmIfWaiting(tx: Tx, { orderId, paidAt }: { orderId: string; paidAt: Date | null }) {
  return ((await confirmWaiting(tx, { orderId, paidAt })) as { basketId: string; placedAt: Date }[])[0]
}
const confirmWaiting = prepared<Tx, { orderId: string; paidAt: Date | null }, unknown>('order_confirm', (tx) =>
  tx
    .update(orders)
    .set({ status: 'confirmed', paidAt: slotFor(orders.paidAt, 'paidAt') })
    .where(and(eq(orders.id, slot('orderId')), eq(orders.status, 'awaiting_payment')))
    .returning({ basketId: orders.basketId, placedAt: orders.placedAt }),
)

export type HeldLot = { lineId: string; lotId: string; quantity: number; farmId: string; waveId: string; couponFen: Fen }

/** The lots that fill an order, in lot order: two transactions that touch the same lots never wait for one another in a circle. */
export const findHeldLots = prepared<Db, { orderId: string }, HeldLot[]>('order_lots', (db) =>
  db
    .select({
      lineId: lineLots.lineId,
      lotId: lineLots.lotId,
      quantity: lineLots.quantity,
      farmId: orderLines.farmId,
      waveId: orderLines.waveId,
      couponFen: orderLines.couponFen,
    })
    .from(lineLots)
    .innerJoin(orderLines, eq(orderLines.id, lineLots.lineId))
    .where(eq(lineLots.orderId, slot('orderId')))
    .orderBy(lineLots.lotId),
)

export const sellFromLot = prepared<Tx, { lotId: string; quantity: number }, unknown>('lot_sell', (tx) =>
  tx
    .update(lots)
    .set({ held: sql`${lots.held} - ${slot('quantity')}`, sold: sql`${lots.sold} + ${slot('quantity')}` })
    .where(eq(lots.id, slot('lotId'))),
)

export const giveBackToLot = prepared<Tx, { lotId: string; quantity: number }, unknown>('lot_give_back', (tx) =>
  tx
    .update(lots)
    .set({ held: sql`${lots.held} - ${slot('quantity')}`, available: sql`${lots.available} + ${slot('quantity')}` })
    .where(eq(lots.id, slot('lotId'))),
)

export const giveBackWavePlace = (tx: Tx, waveId: string) =>
  tx
    .update(waves)
    .set({ bookedDrops: sql`${waves.bookedDrops} - 1` })
    .where(eq(waves.id, waveId))

export const insertConsignments = (tx: Tx, rows: (typeof consignments.$inferInsert)[]) => insertRows(tx, consignments, rows)
export const insertOrderEvents = (tx: Tx, rows: (typeof orderEvents.$inferInsert)[]) => insertRows(tx, orderEvents, rows)

/** What was ordered leaves the basket; what was added since stays. */
export const emptyBasket = prepared<Tx, { basketId: string; placedAt: Date }, unknown>('basket_empty', (tx) =>
  tx
    .delete(basketLines)
    .where(and(eq(basketLines.basketId, slot('basketId')), lte(basketLines.addedAt, slotFor(basketLines.addedAt, 'placedAt')))),
)

/** @returns what the order had taken besides stock, if it was still waiting; undefined when it was confirmed or expired before */
export async function expireIfWaiting(tx: Tx, orderId: string) {
  const [expired] = await tx
    .update(orders)
    .set({ status: 'expired' })
    .where(and(eq(orders.id, orderId), eq(orders.status, 'awaiting_payment')))
    .returning({
      customerId: orders.customerId,
      creditFen: orders.creditFen,
      promotionId: orders.promotionId,
      couponId: orders.couponId,
    })
  if (expired) await tx.update(payments).set({ status: 'expired' }).where(eq(payments.orderId, orderId))
  return expired
}

/** The alliance's coupon on an order's lines, fen. */
export const findCoupon = async (db: Db, orderId: string) =>
  fen(
    Number(
      (
        await db
          .select({ couponFen: sql<number>`coalesce(sum(${orderLines.couponFen}), 0)` })
          .from(orderLines)
          .where(eq(orderLines.orderId, orderId))
      )[0]?.couponFen ?? 0,
    ),
  )

/** A leader's order that is paid later, and its money has come: paid once. @returns what was owed, undefined when nothing was */
export async function markPaidLater(tx: Tx, { orderId, at }: { orderId: string; at: Date }) {
  const paid = await tx
    .update(orders)
    .set({ paidAt: at })
    .where(and(eq(orders.id, orderId), ne(orders.payment, 'online'), eq(orders.status, 'confirmed'), isNull(orders.paidAt)))
    .returning({ payment: orders.payment, totalFen: orders.totalFen, creditFen: orders.creditFen })
  return paid[0] && { payment: paid[0].payment, amountFen: fen(paid[0].totalFen - paid[0].creditFen) }
}
