import { and, asc, type Column, eq, inArray, ne, notInArray, sql } from 'drizzle-orm'
import { type Fen, fen } from '#app/domain/money/fen.ts'
import type { Reader, Tx } from '#db/connection.ts'
import { accounts, orderLines, orders, postings, refundLines, refunds, settlements, transfers } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>
/** Nothing adds up to nothing. */
export const total = (column: Column) => sql<number>`coalesce(sum(${column}), 0)`.mapWith(Number)

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

/** Locks a kept account, so that what is read of it holds until the transaction ends. @returns its balance, debit positive */
export const lockBalance = async (tx: Tx, accountId: string): Promise<Fen> =>
  (
    await tx
      .update(accounts)
      .set({ balanceFen: sql`${accounts.balanceFen}` })
      .where(eq(accounts.id, accountId))
      .returning({ balanceFen: accounts.balanceFen })
  )[0]?.balanceFen ?? fen(0)
