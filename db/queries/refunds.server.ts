import { and, asc, type Column, eq, inArray, isNotNull, ne, notInArray, sql } from 'drizzle-orm'
import type { RefundStatus } from '#app/domain/after-sales/refund-words.ts'
import { type Fen, fen } from '#app/domain/money/fen.ts'
import type { Reader, Tx } from '#db/connection.ts'
import { accounts, orderLines, orders, payments, postings, refundLines, refunds, settlements, transfers } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>
const total = (column: Column) => sql<number>`coalesce(sum(${column}), 0)`.mapWith(Number)

/** By weight or by amount no units are named, and the other way round. */
export const whole = (column: Column) => sql<number>`coalesce(${column}, 0)`.mapWith(Number)

const orderColumns = {
  id: orders.id,
  number: orders.number,
  customerId: orders.customerId,
  status: orders.status,
  payment: orders.payment,
  deliveryFen: orders.deliveryFen,
  paidAt: orders.paidAt,
  completedAt: orders.completedAt,
}
export type RefundedOrder = Awaited<ReturnType<typeof findRefundedOrder>>

/** Locks the order until the transaction ends: of two who give back at once, one waits and sees what is left then. */
export const lockOrder = async (tx: Tx, orderId: string) =>
  (
    await tx
      .update(orders)
      .set({ status: sql`${orders.status}` })
      .where(eq(orders.id, orderId))
      .returning(orderColumns)
  )[0]

export const findRefundedOrder = async (db: Db, orderId: string) =>
  (await db.select(orderColumns).from(orders).where(eq(orders.id, orderId)))[0]

export const findRefundableLines = (db: Db, orderId: string) =>
  db
    .select({
      id: orderLines.id,
      farmId: orderLines.farmId,
      quantity: orderLines.quantity,
      amountFen: orderLines.amountFen,
      discountFen: orderLines.discountFen,
      couponFen: orderLines.couponFen,
      netWeightG: orderLines.netWeightG,
      status: orderLines.status,
    })
    .from(orderLines)
    .where(eq(orderLines.orderId, orderId))
    .orderBy(asc(orderLines.position))

const notDeclined = ne(refunds.status, 'declined')

/** What refunds take of each line; those proposed count as well, `except` for one of them. */
export const findTakenOfLines = (db: Db, { orderId, except }: { orderId: string; except: string | null }) =>
  db
    .select({
      lineId: refundLines.lineId,
      quantity: total(refundLines.quantity),
      weightG: total(refundLines.weightG),
      cashFen: total(refundLines.cashFen),
      couponFen: total(refundLines.couponFen),
    })
    .from(refundLines)
    .innerJoin(refunds, eq(refunds.id, refundLines.refundId))
    .where(and(eq(refunds.orderId, orderId), notDeclined, except === null ? undefined : ne(refunds.id, except)))
    .groupBy(refundLines.lineId)

export async function findTakenOfDelivery(db: Db, { orderId, except }: { orderId: string; except: string | null }): Promise<Fen> {
  const [row] = await db
    .select({ sum: total(refunds.deliveryFen) })
    .from(refunds)
    .where(and(eq(refunds.orderId, orderId), notDeclined, except === null ? undefined : ne(refunds.id, except)))
  return fen(row?.sum ?? 0)
}

/**
 * What was given back of an order's escrow before its acceptance, which shares out the rest: of each line its base and weight.
 * A refund somebody bears alone takes nothing from escrow; a proposed one nothing yet.
 */
export const findRefundedFromEscrow = (db: Db, orderId: string) =>
  db
    .select({ lineId: refundLines.lineId, baseFen: total(refundLines.baseFen), weightG: total(refundLines.weightG) })
    .from(refundLines)
    .innerJoin(refunds, eq(refunds.id, refundLines.refundId))
    .where(and(eq(refunds.orderId, orderId), eq(refunds.bearer, 'shared'), notInArray(refunds.status, ['proposed', 'declined'])))
    .groupBy(refundLines.lineId)

/** The same of its delivery fee. */
export async function findDeliveryRefunded(db: Db, orderId: string): Promise<Fen> {
  const [row] = await db
    .select({ sum: total(refunds.deliveryFen) })
    .from(refunds)
    .where(and(eq(refunds.orderId, orderId), notInArray(refunds.status, ['proposed', 'declined'])))
  return fen(row?.sum ?? 0)
}

/** Every transfer of an order's postings, oldest first. */
export const findOrderMoves = (db: Db, orderId: string) =>
  db
    .select({
      event: postings.event,
      lineId: transfers.lineId,
      debit: transfers.debit,
      credit: transfers.credit,
      amountFen: transfers.amountFen,
    })
    .from(postings)
    .innerJoin(transfers, eq(transfers.postingKey, postings.key))
    .where(eq(postings.orderId, orderId))
    .orderBy(asc(transfers.id))

/** The day before which everything accepted has been settled; null before the first settlement. */
export async function findSettledUntil(db: Db): Promise<string | null> {
  const [row] = await db
    .select({ untilOn: sql<string | null>`max(${settlements.untilOn})` })
    .from(settlements)
    .where(inArray(settlements.status, ['approved', 'paid']))
  return row?.untilOn ?? null
}

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

/** Locks a kept account, so that what is read of it holds until the transaction ends. @returns its balance, debit positive */
export const lockBalance = async (tx: Tx, accountId: string): Promise<Fen> =>
  (
    await tx
      .update(accounts)
      .set({ balanceFen: sql`${accounts.balanceFen}` })
      .where(eq(accounts.id, accountId))
      .returning({ balanceFen: accounts.balanceFen })
  )[0]?.balanceFen ?? fen(0)
