import { and, asc, eq, gt, inArray, isNotNull, lte, ne, notExists, or, sql } from 'drizzle-orm'
import type { Reader, Tx } from '#db/connection.ts'
import { accounts, commissionTerms, dropOrders, drops, orderEvents, orderLines, orders, runs, waveCosts } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>

export const findOrderToAccept = async (db: Db, orderId: string) =>
  (
    await db
      .select({
        id: orders.id,
        status: orders.status,
        deliveryFen: orders.deliveryFen,
        directFen: orders.directFen,
        paidAt: orders.paidAt,
      })
      .from(orders)
      .where(eq(orders.id, orderId))
  )[0]

export const isOrderOf = async (db: Db, { orderId, customerId }: { orderId: string; customerId: string }) =>
  (
    await db
      .select({ id: orders.id })
      .from(orders)
      .where(and(eq(orders.id, orderId), eq(orders.customerId, customerId)))
  ).length === 1

/** The lines of an order that come, or have come; a cancelled one does not. */
export const findLinesToAccept = (db: Db, orderId: string) =>
  db
    .select({
      id: orderLines.id,
      farmId: orderLines.farmId,
      amountFen: orderLines.amountFen,
      discountFen: orderLines.discountFen,
      netWeightG: orderLines.netWeightG,
      grossWeightG: orderLines.grossWeightG,
      terms: orderLines.terms,
      status: orderLines.status,
      deliveredAt: orderLines.deliveredAt,
    })
    .from(orderLines)
    .where(and(eq(orderLines.orderId, orderId), ne(orderLines.status, 'cancelled')))
    .orderBy(asc(orderLines.position))

/** What each carrier's runs cost for this order; a drop that no run took cost none. */
export const findCarriersCost = (db: Db, orderId: string) =>
  db
    .select({ carrierId: runs.carrierId, costFen: sql<number>`sum(${dropOrders.costFen})`.mapWith(Number) })
    .from(dropOrders)
    .innerJoin(drops, eq(drops.id, dropOrders.dropId))
    .innerJoin(runs, eq(runs.id, drops.runId))
    .where(eq(dropOrders.orderId, orderId))
    .groupBy(runs.carrierId)
    .orderBy(asc(runs.carrierId))

/** What each of an order's drops costs it, by carrier; null for a drop no run took. */
export async function findDropCosts(db: Db, orderId: string) {
  const rows = await db
    .select({ carrierId: runs.carrierId, costFen: dropOrders.costFen, leaderFen: dropOrders.leaderFen, reckonedAt: waveCosts.reckonedAt })
    .from(dropOrders)
    .innerJoin(drops, eq(drops.id, dropOrders.dropId))
    .leftJoin(runs, eq(runs.id, drops.runId))
    .leftJoin(waveCosts, eq(waveCosts.waveId, drops.waveId))
    .where(eq(dropOrders.orderId, orderId))
    .orderBy(asc(runs.carrierId), asc(drops.id))
  return rows.map(({ reckonedAt, ...drop }) => ({ ...drop, reckoned: reckonedAt !== null }))
}

/** Notes what acceptance paid the carriers: the drops on a run of a wave that is not reckoned yet. */
export const markCarriersPaid = (tx: Tx, orderId: string) =>
  tx
    .update(dropOrders)
    .set({ paidFen: dropOrders.costFen })
    .where(
      and(
        eq(dropOrders.orderId, orderId),
        inArray(
          dropOrders.dropId,
          tx
            .select({ id: drops.id })
            .from(drops)
            .where(and(isNotNull(drops.runId), notExists(tx.select().from(waveCosts).where(eq(waveCosts.waveId, drops.waveId))))),
        ),
      ),
    )

/** The leader's part of the saving in versions of the terms; versions never change. */
export async function findSavingRates(db: Db, termsIds: readonly string[]): Promise<Map<string, number>> {
  const ids = [...new Set(termsIds)]
  const rows = await db
    .select({ id: commissionTerms.id, bp: commissionTerms.leaderSavingBp })
    .from(commissionTerms)
    .where(inArray(commissionTerms.id, ids))
  return new Map(rows.map(({ id, bp }) => [id, bp]))
}

/** @returns false when it was completed before */
export async function completeOrder(tx: Tx, { orderId, at }: { orderId: string; at: Date }): Promise<boolean> {
  const completed = await tx
    .update(orders)
    .set({ status: 'completed', completedAt: at })
    .where(and(eq(orders.id, orderId), eq(orders.status, 'confirmed'), isNotNull(orders.paidAt)))
    .returning({ id: orders.id })
  return completed.length === 1
}

export const acceptLines = (tx: Tx, { orderId, at }: { orderId: string; at: Date }) =>
  tx
    .update(orderLines)
    .set({ status: 'accepted', acceptedAt: at })
    .where(and(eq(orderLines.orderId, orderId), eq(orderLines.status, 'delivered')))

export const insertOrderEvent = (tx: Tx, event: typeof orderEvents.$inferInsert) => tx.insert(orderEvents).values(event)

/** What is left of an order's money in escrow, fen; as a positive amount. */
export const findEscrow = async (db: Db, orderId: string) =>
  -(
    (
      await db
        .select({ balanceFen: accounts.balanceFen })
        .from(accounts)
        .where(eq(accounts.id, `2010:${orderId}`))
    )[0]?.balanceFen ?? 0
  )

/** Paid orders, all of which was delivered by `deliveredBy`, oldest first. */
export const findOrdersToAccept = (db: Db, { deliveredBy, limit }: { deliveredBy: Date; limit: number }) =>
  db
    .select({ orderId: orders.id })
    .from(orders)
    .where(
      and(
        eq(orders.status, 'confirmed'),
        isNotNull(orders.paidAt),
        inArray(
          orders.id,
          db
            .select({ orderId: orderLines.orderId })
            .from(orderLines)
            .where(and(eq(orderLines.status, 'delivered'), lte(orderLines.deliveredAt, deliveredBy))),
        ),
        notExists(
          db
            .select({ id: orderLines.id })
            .from(orderLines)
            .where(and(eq(orderLines.orderId, orders.id), or(eq(orderLines.status, 'placed'), gt(orderLines.deliveredAt, deliveredBy)))),
        ),
      ),
    )
    .orderBy(asc(orders.placedAt))
    .limit(limit)
