import { asc, eq, gt, isNotNull, type SQL, sql } from 'drizzle-orm'
import type { Reader } from '#db/connection.ts'
import {
  accounts,
  lineLots,
  lots,
  orderLines,
  orders,
  payments,
  postings,
  refundLines,
  refunds,
  transfers,
  waves,
} from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>

/** Where two accounts of one thing differ. Each query is one statement: the books may move on while they are checked. */
export type Difference = { subject: string; kept: number; reckoned: number }

const differencesAtMost = 20
const number = (figure: SQL) => sql<number>`${figure}`.mapWith(Number)

const debits = sql`coalesce((select sum(${transfers.amountFen}) from ${transfers} where ${transfers.debit} = ${accounts.id}), 0)`
const credits = sql`coalesce((select sum(${transfers.amountFen}) from ${transfers} where ${transfers.credit} = ${accounts.id}), 0)`

/** Kept balances that are not what the transfers say. */
export const findWrongBalances = (db: Db): Promise<Difference[]> =>
  differing(
    db
      .select({ subject: accounts.id, kept: number(sql`${accounts.balanceFen}`), reckoned: number(sql`${debits} - ${credits}`) })
      .from(accounts)
      .where(sql`${accounts.balanceFen} is not null and ${accounts.balanceFen} <> ${debits} - ${credits}`)
      .limit(differencesAtMost),
  )

/** What all accounts amount to: kept balances, and system accounts summed. Debits are credits, so it is 0. */
export async function sumAllBalances(db: Db): Promise<{ accounts: number; sumFen: number }> {
  const [row] = await db
    .select({
      accounts: number(sql`count(*)`),
      sumFen: number(sql`coalesce(sum(coalesce(${accounts.balanceFen}, ${debits} - ${credits})), 0)`),
    })
    .from(accounts)
  return row ?? { accounts: 0, sumFen: 0 }
}

const escrowId = sql`'2010:' || ${orders.id}`
const ofEscrow = (side: SQL, events: SQL) =>
  sql`coalesce((select sum(${transfers.amountFen}) from ${transfers} inner join ${postings} on ${postings.key} = ${transfers.postingKey} where ${side} = ${escrowId} and ${postings.event} in (${events})), 0)`
const received = sql`(${ofEscrow(sql`${transfers.credit}`, sql`'payment_succeeded', 'transfer_received', 'credit_spent'`)} - ${ofEscrow(sql`${transfers.debit}`, sql`'reversal'`)})`
const deliveryOut = ofEscrow(sql`${transfers.debit}`, sql`'delivery'`)
const sharesOut = sql`(${ofEscrow(sql`${transfers.debit}`, sql`'line_accepted'`)} - ${ofEscrow(sql`${transfers.credit}`, sql`'line_accepted'`)})`
const lateFen = sql`coalesce((select sum(${payments.amountFen}) from ${payments} where ${payments.orderId} = ${orders.id} and ${payments.status} in ('late', 'returned')), 0)`
const couponFen = sql`coalesce((select sum(${orderLines.couponFen}) from ${orderLines} where ${orderLines.orderId} = ${orders.id}), 0)`
const creditHeld = sql`case when ${orders.status} in ('awaiting_payment', 'confirmed') then ${orders.creditFen} else 0 end`
const owedFen = sql`(case when ${orders.paidAt} is null then ${creditHeld} else ${orders.totalFen} + ${couponFen} end) + ${lateFen}`
const entered = sql`${refunds.status} not in ('proposed', 'declined')`
const beforeAcceptance = sql`${refunds.orderId} = ${orders.id} and ${refunds.bearer} = 'shared' and ${entered} and ${refunds.approvedAt} <= ${orders.completedAt}`
const goodsRefunded = sql`coalesce((select sum(${refundLines.baseFen}) from ${refundLines} inner join ${refunds} on ${refunds.id} = ${refundLines.refundId} where ${beforeAcceptance}), 0)`
const deliveryRefunded = sql`coalesce((select sum(${refunds.deliveryFen}) from ${refunds} where ${refunds.orderId} = ${orders.id} and ${entered} and ${refunds.approvedAt} <= ${orders.completedAt}), 0)`

const orderDifferences = (db: Db, kept: SQL, reckoned: SQL, which: SQL): Promise<Difference[]> =>
  differing(
    db
      .select({ subject: orders.id, kept: number(kept), reckoned: number(reckoned) })
      .from(orders)
      .where(sql`${which} and ${kept} <> ${reckoned}`)
      .limit(differencesAtMost),
  )

/** Orders whose escrow received something else than was paid. */
export const findWrongReceipts = (db: Db) => orderDifferences(db, owedFen, received, sql`${orders.id} is not null`)

/** Completed orders whose goods, or whose delivery, left escrow at another amount than was paid for them and not refunded before. */
export const findWrongShares = (db: Db) =>
  orderDifferences(db, sql`${orders.goodsFen} + ${couponFen} - ${goodsRefunded}`, sharesOut, sql`${orders.status} = 'completed'`)
export const findWrongDeliveries = (db: Db) =>
  orderDifferences(db, sql`${orders.deliveryFen} - ${deliveryRefunded}`, deliveryOut, sql`${orders.status} = 'completed'`)

const sentFen = sql`coalesce((select sum(${transfers.amountFen}) from ${transfers} where ${transfers.credit} = '2030:' || ${refunds.id}), 0)`

/** Refunds of which something else went into transit than was approved; what a dispute took went to the dispute. */
export const findWrongRefunds = (db: Db): Promise<Difference[]> =>
  differing(
    db
      .select({ subject: refunds.id, kept: number(sql`${refunds.cashFen}`), reckoned: number(sentFen) })
      .from(refunds)
      .where(sql`${entered} and ${refunds.reason} <> 'dispute' and ${refunds.cashFen} <> ${sentFen}`)
      .limit(differencesAtMost),
  )

/** Orders that are over, completed, cancelled or expired, with money left in escrow. */
export const findLeftEscrow = (db: Db): Promise<Difference[]> =>
  differing(
    db
      .select({ subject: orders.id, kept: number(sql`-${accounts.balanceFen}`), reckoned: number(sql`0`) })
      .from(orders)
      .innerJoin(accounts, sql`${accounts.id} = ${escrowId}`)
      .where(sql`${orders.status} in ('completed', 'cancelled', 'expired') and ${accounts.balanceFen} <> 0`)
      .limit(differencesAtMost),
  )

const promised = (statuses: SQL) =>
  sql`coalesce((select sum(${lineLots.quantity}) from ${lineLots} inner join ${orders} on ${orders.id} = ${lineLots.orderId} inner join ${orderLines} on ${orderLines.id} = ${lineLots.lineId} where ${lineLots.lotId} = ${lots.id} and ${orderLines.status} <> 'cancelled' and ${orders.status} in (${statuses})), 0)`
const heldByOrders = promised(sql`'awaiting_payment'`)
const soldToOrders = promised(sql`'confirmed', 'completed'`)

const lotDifferences = (db: Db, kept: SQL, reckoned: SQL): Promise<Difference[]> =>
  differing(
    db
      .select({ subject: lots.id, kept: number(kept), reckoned: number(reckoned) })
      .from(lots)
      .where(sql`${kept} <> ${reckoned}`)
      .limit(differencesAtMost),
  )

/** Lots that hold, or have sold, something else than orders took from them. */
export const findWrongHolds = (db: Db) => lotDifferences(db, sql`${lots.held}`, heldByOrders)
export const findWrongSales = (db: Db) => lotDifferences(db, sql`${lots.sold}`, soldToOrders)

const placesTaken = sql`(select count(distinct ${orders.id}) from ${orderLines} inner join ${orders} on ${orders.id} = ${orderLines.orderId} where ${orderLines.waveId} = ${waves.id} and ${orderLines.status} <> 'cancelled' and ${orders.status} in ('awaiting_payment', 'confirmed', 'completed'))`

/** Waves that count other places than orders hold in them. */
export const findWrongBookings = (db: Db): Promise<Difference[]> =>
  differing(
    db
      .select({ subject: waves.id, kept: number(sql`${waves.bookedDrops}`), reckoned: number(placesTaken) })
      .from(waves)
      .where(sql`${waves.bookedDrops} <> ${placesTaken}`)
      .limit(differencesAtMost),
  )

const differing = async (query: PromiseLike<Difference[]>): Promise<Difference[]> => await query

/** A page of postings after a key, each with its transfers in order. */
export function findPostingPage(db: Db, { after, limit }: { after: string; limit: number }) {
  const page = db.select().from(postings).where(gt(postings.key, after)).orderBy(asc(postings.key)).limit(limit).as('page')
  return db
    .select({
      key: page.key,
      bodyHash: page.bodyHash,
      event: page.event,
      orderId: page.orderId,
      reverses: page.reverses,
      period: page.period,
      postedAt: page.postedAt,
      debit: transfers.debit,
      credit: transfers.credit,
      amountFen: transfers.amountFen,
      lineId: transfers.lineId,
    })
    .from(page)
    .leftJoin(transfers, eq(transfers.postingKey, page.key))
    .orderBy(asc(page.key), asc(transfers.position))
}

/** How much was checked. */
export async function countBooks(db: Db) {
  const count = async (query: PromiseLike<{ n: number }[]>) => Number((await query)[0]?.n ?? 0)
  const n = sql<number>`count(*)`.mapWith(Number)
  return {
    accounts: await count(db.select({ n }).from(accounts)),
    postings: await count(db.select({ n }).from(postings)),
    transfers: await count(db.select({ n }).from(transfers)),
    paidOrders: await count(db.select({ n }).from(orders).where(isNotNull(orders.paidAt))),
    lots: await count(db.select({ n }).from(lots)),
    waves: await count(db.select({ n }).from(waves)),
  }
}
