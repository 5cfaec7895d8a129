import { and, asc, eq, inArray, isNotNull } from 'drizzle-orm'
import type { RefundStatus } from '#app/domain/after-sales/refund-words.ts'
import { type Fen, fen } from '#app/domain/money/fen.ts'
import type { Reader, Tx } from '#db/connection.ts'
import { accounts, orderLines, payments, refundLines, refunds, transfers } from '#db/schema/index.ts'
import { total, whole } from './refunds.server.ts'

type Db = Pick<Reader, 'select'>

/** One refund, from its request until its money has arrived or become credit. */
export const findRefund = async (db: Db, refundId: string) => (await db.select().from(refunds).where(eq(refunds.id, refundId)))[0]
export type RefundRow = typeof refunds.$inferSelect

export const findRefundByRequest = async (db: Db, requestKey: string) =>
  (await db.select().from(refunds).where(eq(refunds.requestKey, requestKey)))[0]

export const findPartsOfRefund = (db: Db, refundId: string) =>
  db
    .select({
      lineId: refundLines.lineId,
      quantity: whole(refundLines.quantity),
      weightG: whole(refundLines.weightG),
      cashFen: refundLines.cashFen,
      couponFen: refundLines.couponFen,
      baseFen: refundLines.baseFen,
    })
    .from(refundLines)
    .innerJoin(orderLines, eq(orderLines.id, refundLines.lineId))
    .where(eq(refundLines.refundId, refundId))
    .orderBy(asc(orderLines.position))

export async function insertRefund(
  tx: Tx,
  refund: typeof refunds.$inferInsert,
  parts: readonly Omit<typeof refundLines.$inferInsert, 'refundId'>[],
) {
  await tx.insert(refunds).values(refund)
  if (parts.length > 0) await tx.insert(refundLines).values(parts.map((part) => ({ refundId: refund.id, ...part })))
}

/** From one of the states to another, once. @returns the refund, undefined when it was in none of them any more */
export const moveRefund = async (
  tx: Tx,
  { refundId, from, to, ...change }: { refundId: string; from: readonly RefundStatus[]; to: RefundStatus } & Partial<RefundRow>,
) =>
  (
    await tx
      .update(refunds)
      .set({ ...change, status: to })
      .where(and(eq(refunds.id, refundId), inArray(refunds.status, [...from])))
      .returning()
  )[0]

/** What of a refund is on its way to the customer still, as the books say. */
export async function findInTransit(db: Db, refundId: string): Promise<Fen> {
  const [row] = await db
    .select({ balanceFen: accounts.balanceFen })
    .from(accounts)
    .where(eq(accounts.id, `2030:${refundId}`))
  return fen(-(row?.balanceFen ?? 0))
}

/** What of a failed refund became the customer's credit. */
export async function findFailedAmount(db: Db, refundId: string): Promise<Fen> {
  const [row] = await db
    .select({ sum: total(transfers.amountFen) })
    .from(transfers)
    .where(eq(transfers.postingKey, `${refundId}:failed`))
  return fen(row?.sum ?? 0)
}

/** The processor's payment of an order, with what of it has not been asked back yet. */
export async function findRefundablePayment(db: Db, orderId: string) {
  const [payment] = await db
    .select({ id: payments.id, amountFen: payments.amountFen, paymentIntentId: payments.paymentIntentId })
    .from(payments)
    .where(and(eq(payments.orderId, orderId), eq(payments.status, 'succeeded')))
  if (!payment) return null
  const [asked] = await db
    .select({ cashFen: total(refunds.cashFen) })
    .from(refunds)
    .where(
      and(
        eq(refunds.paymentId, payment.id),
        eq(refunds.way, 'processor'),
        inArray(refunds.status, ['approved', 'sending', 'unknown', 'pending', 'succeeded']),
      ),
    )
  return { ...payment, leftFen: fen(Math.max(0, payment.amountFen - (asked?.cashFen ?? 0))) }
}

const toSend = {
  id: refunds.id,
  orderId: refunds.orderId,
  status: refunds.status,
  paymentIntentId: payments.paymentIntentId,
}

/** Refunds that wait for the processor to be asked, or for what it said to be looked up, oldest first. */
export const findRefundsToSend = (db: Db, { statuses, limit }: { statuses: readonly RefundStatus[]; limit: number }) =>
  db
    .select(toSend)
    .from(refunds)
    .innerJoin(payments, eq(payments.id, refunds.paymentId))
    .where(and(inArray(refunds.status, [...statuses]), eq(refunds.way, 'processor'), isNotNull(payments.paymentIntentId)))
    .orderBy(asc(refunds.requestedAt), asc(refunds.id))
    .limit(limit)

/** Money that came too late has gone back. */
export const markPaymentReturned = (tx: Tx, paymentId: string) =>
  tx
    .update(payments)
    .set({ status: 'returned' })
    .where(and(eq(payments.id, paymentId), eq(payments.status, 'late')))
