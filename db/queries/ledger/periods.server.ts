import { and, asc, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import { fen } from '#app/domain/money/fen.ts'
import type { Reader, Tx } from '#db/connection.ts'
import { accounts, disputes, payments, payouts, periods, refunds, transfers, users } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>

const figure = (of: SQL) => sql<number>`${of}`.mapWith((value) => fen(Number(value)))
const moved = (side: 'debit' | 'credit', account: string) =>
  sql`coalesce((select sum(${transfers.amountFen}) from ${transfers} where ${transfers[side]} = ${account}), 0)`
const balanceOf = (account: string) => sql`${moved('debit', account)} - ${moved('credit', account)}`
/** One row to ask a question of that has no table. */
const once = eq(accounts.id, '9010')

/** Closed months, and who closed them. */
export const findClosedPeriods = (db: Db) =>
  db
    .select({ id: periods.id, closedAt: periods.closedAt, closedBy: sql<string>`coalesce(${users.name}, ${periods.closedBy}, '')` })
    .from(periods)
    .leftJoin(users, eq(users.id, periods.closedBy))
    .where(isNotNull(periods.closedAt))
    .orderBy(asc(periods.id))

export const findSuspense = async (db: Db) =>
  (
    await db
      .select({ balanceFen: figure(balanceOf('9010')) })
      .from(accounts)
      .where(once)
  )[0]?.balanceFen ?? fen(0)

/** What of a refund became the customer's credit instead. */
const credited = sql`coalesce((select sum(${transfers.amountFen}) from ${transfers} where ${transfers.debit} = ${accounts.id} and substr(${transfers.credit}, 1, 4) = '2020'), 0)`

/**
 * Money in transit against the rows it belongs to, one statement and so one moment: a refund being sent (less what became
 * credit), a payout made, a dispute that is open explain their amount. `unknown` explains nothing: nobody can say whether
 * that money is on its way.
 */
export const findUnexplained = (db: Db, { limit }: { limit: number }) => {
  const onItsWay = sql`case
    when ${accounts.code} = '2030' and ${refunds.status} in ('approved', 'sending', 'pending') then ${credited} - ${refunds.cashFen}
    when ${accounts.code} = '2130' and ${payouts.status} in ('made', 'sending') then -${payouts.amountFen}
    when ${accounts.code} = '1130' and ${disputes.status} = 'open' then ${disputes.amountFen}
    else 0 end`
  return db
    .select({ account: accounts.id, balanceFen: figure(sql`${accounts.balanceFen}`), explainedFen: figure(onItsWay) })
    .from(accounts)
    .leftJoin(refunds, eq(refunds.id, accounts.party))
    .leftJoin(payouts, eq(payouts.id, accounts.party))
    .leftJoin(disputes, eq(disputes.id, accounts.party))
    .where(and(sql`${accounts.code} in ('2030', '2130', '1130')`, sql`${accounts.balanceFen} <> ${onItsWay}`))
    .orderBy(asc(accounts.id))
    .limit(limit)
}

/** What the processor holds back by the books (1010), and by the payments whose money is not yet available, less known fees. */
export async function findPending(db: Db) {
  const waiting = sql`(select coalesce(sum(${payments.amountFen} - coalesce(${payments.feeFen}, 0)), 0) from ${payments} where ${payments.succeededAt} is not null and ${payments.fundsPostedAt} is null)`
  const [row] = await db
    .select({ balanceFen: figure(balanceOf('1010')), explainedFen: figure(waiting) })
    .from(accounts)
    .where(once)
  return row ?? { balanceFen: fen(0), explainedFen: fen(0) }
}

/** Closes a month, once. @returns false when it is closed already */
export async function markClosed(tx: Tx, { period, at, by }: { period: string; at: Date; by: string }): Promise<boolean> {
  await tx.insert(periods).values({ id: period, closedAt: null }).onConflictDoNothing({ target: periods.id })
  const closed = await tx
    .update(periods)
    .set({ closedAt: at, closedBy: by })
    .where(and(eq(periods.id, period), isNull(periods.closedAt)))
    .returning({ id: periods.id })
  return closed.length === 1
}
