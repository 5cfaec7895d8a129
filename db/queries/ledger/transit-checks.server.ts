import { type SQL, sql } from 'drizzle-orm'
import type { Reader } from '#db/connection.ts'
import { accounts, disputes, orderLines, orders, payouts, refundLines, refunds, transfers } from '#db/schema/index.ts'
import type { Difference } from './checks.server.ts'

type Db = Pick<Reader, 'select'>

const differencesAtMost = 20
const number = (figure: SQL) => sql<number>`${figure}`.mapWith(Number)
const listed = async (query: PromiseLike<Difference[]>): Promise<Difference[]> => await query

/** What is on its way by a row's state, and by its account in the books; what of a refund became credit is no longer on its way. */
const became = sql`coalesce((select sum(${transfers.amountFen}) from ${transfers} where ${transfers.debit} = '2030:' || ${refunds.id} and substr(${transfers.credit}, 1, 4) = '2020'), 0)`
const refundOnItsWay = sql`case when ${refunds.status} in ('approved', 'sending', 'unknown', 'pending') then ${refunds.cashFen} - ${became} else 0 end`
const payoutOnItsWay = sql`case when ${payouts.status} in ('made', 'sending', 'unknown') then ${payouts.amountFen} else 0 end`
const disputeOpen = sql`case when ${disputes.status} = 'open' then ${disputes.amountFen} else 0 end`
const owed = sql`-coalesce(${accounts.balanceFen}, 0)`
const taken = sql`coalesce(${accounts.balanceFen}, 0)`

/** Refunds, payouts and disputes whose state says something else than what is in transit for them. */
export async function findWrongTransit(db: Db): Promise<Difference[]> {
  return [
    ...(await listed(
      db
        .select({ subject: refunds.id, kept: number(refundOnItsWay), reckoned: number(owed) })
        .from(refunds)
        .leftJoin(accounts, sql`${accounts.id} = '2030:' || ${refunds.id}`)
        .where(sql`${refundOnItsWay} <> ${owed}`)
        .limit(differencesAtMost),
    )),
    ...(await listed(
      db
        .select({ subject: payouts.id, kept: number(payoutOnItsWay), reckoned: number(owed) })
        .from(payouts)
        .leftJoin(accounts, sql`${accounts.id} = '2130:' || ${payouts.id}`)
        .where(sql`${payoutOnItsWay} <> ${owed}`)
        .limit(differencesAtMost),
    )),
    ...(await listed(
      db
        .select({ subject: disputes.id, kept: number(disputeOpen), reckoned: number(taken) })
        .from(disputes)
        .leftJoin(accounts, sql`${accounts.id} = '1130:' || ${disputes.id}`)
        .where(sql`${disputeOpen} <> ${taken}`)
        .limit(differencesAtMost),
    )),
    ...(await listed(
      db
        .select({ subject: accounts.id, kept: number(sql`0`), reckoned: number(sql`${accounts.balanceFen}`) })
        .from(accounts)
        .leftJoin(refunds, sql`${refunds.id} = ${accounts.party}`)
        .leftJoin(payouts, sql`${payouts.id} = ${accounts.party}`)
        .leftJoin(disputes, sql`${disputes.id} = ${accounts.party}`)
        .where(
          sql`${accounts.balanceFen} <> 0 and ((${accounts.code} = '2030' and ${refunds.id} is null) or (${accounts.code} = '2130' and ${payouts.id} is null) or (${accounts.code} = '1130' and ${disputes.id} is null))`,
        )
        .limit(differencesAtMost),
    )),
  ]
}

const escrowId = sql`'2010:' || ${orders.id}`
const shareCodes = sql`('2110', '2210', '2310', '4010', '4020', '4030', '2410', '2810')`
/** What went out to the parties of an order's lines and has not come back; the alliance's top-up to a floor is none of it. */
const sharesLeft = sql`(
  coalesce((select sum(${transfers.amountFen}) from ${transfers} where ${transfers.debit} = ${escrowId} and substr(${transfers.credit}, 1, 4) in ${shareCodes}), 0)
  - coalesce((select sum(${transfers.amountFen}) from ${transfers} where ${transfers.credit} = ${escrowId} and ${transfers.lineId} is not null), 0))`
const baseFen = sql`coalesce((select sum(${orderLines.amountFen} - ${orderLines.discountFen}) from ${orderLines} where ${orderLines.orderId} = ${orders.id}), 0)`
const refundedFen = sql`coalesce((select sum(${refundLines.baseFen}) from ${refundLines} inner join ${refunds} on ${refunds.id} = ${refundLines.refundId} where ${refunds.orderId} = ${orders.id} and ${refunds.bearer} = 'shared' and ${refunds.status} not in ('proposed', 'declined')), 0)`

/** Completed orders whose parties have something else left than the lines' price less what was refunded of it. */
export const findWrongRemains = (db: Db) =>
  listed(
    db
      .select({ subject: orders.id, kept: number(sql`${baseFen} - ${refundedFen}`), reckoned: number(sharesLeft) })
      .from(orders)
      .where(sql`${orders.status} = 'completed' and ${baseFen} - ${refundedFen} <> ${sharesLeft}`)
      .limit(differencesAtMost),
  )
