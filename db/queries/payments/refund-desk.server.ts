import { and, asc, desc, eq, inArray, like, lt, or } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { RefundStatus } from '#app/domain/after-sales/refund-words.ts'
import type { Reader } from '#db/connection.ts'
import {
  farms,
  leaders,
  orderLines,
  orders,
  postings,
  products,
  refundLines,
  refunds,
  transfers,
  users,
  variants,
} from '#db/schema/index.ts'
import { whole } from './refunds.server.ts'

type Db = Pick<Reader, 'select'>

const asker = alias(users, 'asker')
const decider = alias(users, 'decider')

const row = {
  id: refunds.id,
  orderId: refunds.orderId,
  number: orders.number,
  paidAt: orders.paidAt,
  reason: refunds.reason,
  bearer: refunds.bearer,
  status: refunds.status,
  way: refunds.way,
  cashFen: refunds.cashFen,
  requestedAt: refunds.requestedAt,
  requestedBy: refunds.requestedBy,
  asker: asker.name,
}

/** Refunds in any of the states, the newest first; a page begins below the id `before`. */
export const findRefundQueue = (
  db: Db,
  { statuses, before, limit }: { statuses: readonly RefundStatus[]; before: string | null; limit: number },
) =>
  db
    .select(row)
    .from(refunds)
    .innerJoin(orders, eq(orders.id, refunds.orderId))
    .leftJoin(asker, eq(asker.id, refunds.requestedBy))
    .where(and(inArray(refunds.status, [...statuses]), before === null ? undefined : lt(refunds.id, before)))
    .orderBy(desc(refunds.id))
    .limit(limit)

/** One refund with what it is for and what was posted for it; null when there is none. */
export async function findRefundFile(db: Db, refundId: string) {
  const [refund] = await db
    .select({
      ...row,
      deliveryFen: refunds.deliveryFen,
      couponFen: refunds.couponFen,
      goodsReturned: refunds.goodsReturned,
      failure: refunds.failure,
      note: refunds.note,
      approvedBy: refunds.approvedBy,
      decider: decider.name,
      approvedAt: refunds.approvedAt,
      settledAt: refunds.settledAt,
    })
    .from(refunds)
    .innerJoin(orders, eq(orders.id, refunds.orderId))
    .leftJoin(asker, eq(asker.id, refunds.requestedBy))
    .leftJoin(decider, eq(decider.id, refunds.approvedBy))
    .where(eq(refunds.id, refundId))
  if (!refund) return null
  const lines = await db
    .select({
      lineId: refundLines.lineId,
      quantity: whole(refundLines.quantity),
      weightG: whole(refundLines.weightG),
      cashFen: refundLines.cashFen,
      couponFen: refundLines.couponFen,
      ...goods,
    })
    .from(refundLines)
    .innerJoin(orderLines, eq(orderLines.id, refundLines.lineId))
    .innerJoin(products, eq(products.id, orderLines.productId))
    .innerJoin(variants, eq(variants.id, orderLines.variantId))
    .innerJoin(farms, eq(farms.id, orderLines.farmId))
    .where(eq(refundLines.refundId, refundId))
    .orderBy(asc(orderLines.position))
  const moves = await db
    .select({
      id: transfers.id,
      key: postings.key,
      event: postings.event,
      debit: transfers.debit,
      credit: transfers.credit,
      amountFen: transfers.amountFen,
    })
    .from(postings)
    .innerJoin(transfers, eq(transfers.postingKey, postings.key))
    .where(and(eq(postings.orderId, refund.orderId), like(postings.key, `${refundId}:%`)))
    .orderBy(asc(transfers.id))
  return { refund, lines, moves }
}

const goods = {
  productZh: products.nameZh,
  productEn: products.nameEn,
  sizeZh: variants.nameZh,
  sizeEn: variants.nameEn,
  farmZh: farms.nameZh,
  farmEn: farms.nameEn,
}

/** The lines of an order as its customer and the office call them. */
export const findNamedLines = (db: Db, orderId: string) =>
  db
    .select({ id: orderLines.id, status: orderLines.status, ...goods })
    .from(orderLines)
    .innerJoin(products, eq(products.id, orderLines.productId))
    .innerJoin(variants, eq(variants.id, orderLines.variantId))
    .innerJoin(farms, eq(farms.id, orderLines.farmId))
    .where(eq(orderLines.orderId, orderId))
    .orderBy(asc(orderLines.position))

/** What farms and leaders among the parties of accounts are called. */
export async function findPartyNames(db: Db, parties: readonly string[]): Promise<Map<string, { zh: string; en: string }>> {
  const ids = parties.length === 0 ? ['—'] : [...parties]
  const named = await db.select({ id: farms.id, zh: farms.nameZh, en: farms.nameEn }).from(farms).where(inArray(farms.id, ids))
  const led = await db
    .select({ id: leaders.id, zh: leaders.communityZh, en: leaders.communityEn })
    .from(leaders)
    .where(inArray(leaders.id, ids))
  return new Map([...named, ...led].map(({ id, zh, en }) => [id, { zh, en }]))
}

/** What a customer reads of the refunds of an order; what was declined is nothing to them. */
export const findRefundsOfOrder = (db: Db, orderId: string) =>
  db
    .select({
      id: refunds.id,
      reason: refunds.reason,
      status: refunds.status,
      way: refunds.way,
      cashFen: refunds.cashFen,
      requestedAt: refunds.requestedAt,
    })
    .from(refunds)
    .where(and(eq(refunds.orderId, orderId), inArray(refunds.status, shownToCustomers)))
    .orderBy(asc(refunds.requestedAt), asc(refunds.id))

const shownToCustomers = ['proposed', 'approved', 'sending', 'unknown', 'pending', 'succeeded', 'credited'] as const

/** How a customer's credit moved, newest first, with the order each move belongs to. */
export const findCreditMoves = (db: Db, { customerId, limit }: { customerId: string; limit: number }) =>
  db
    .select({
      id: transfers.id,
      event: postings.event,
      orderId: postings.orderId,
      number: orders.number,
      debit: transfers.debit,
      amountFen: transfers.amountFen,
      at: transfers.postedAt,
    })
    .from(transfers)
    .innerJoin(postings, eq(postings.key, transfers.postingKey))
    .leftJoin(orders, eq(orders.id, postings.orderId))
    .where(or(eq(transfers.debit, `2020:${customerId}`), eq(transfers.credit, `2020:${customerId}`)))
    .orderBy(desc(transfers.id))
    .limit(limit)
