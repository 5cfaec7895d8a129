import { and, asc, desc, eq, isNotNull, isNull, lt, type SQL, sql } from 'drizzle-orm'
import type { Reader } from '#db/connection.ts'
import { accounts, farms, orders, postings, transfers } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>

const debits = sql`coalesce((select sum(${transfers.amountFen}) from ${transfers} where ${transfers.debit} = ${accounts.id}), 0)`
const credits = sql`coalesce((select sum(${transfers.amountFen}) from ${transfers} where ${transfers.credit} = ${accounts.id}), 0)`

/** Each code of the chart with how many accounts it has and what they amount to together; debit positive. */
export async function findChart(db: Db): Promise<{ code: string; accounts: number; balanceFen: number }[]> {
  const kept = db
    .select({
      code: accounts.code,
      accounts: sql<number>`count(*)`.mapWith(Number),
      balanceFen: sql<number>`sum(${accounts.balanceFen})`.mapWith(Number),
    })
    .from(accounts)
    .where(isNotNull(accounts.balanceFen))
    .groupBy(accounts.code)
  const summed = db
    .select({
      code: accounts.code,
      accounts: sql<number>`1`.mapWith(Number),
      balanceFen: sql<number>`${debits} - ${credits}`.mapWith(Number),
    })
    .from(accounts)
    .where(isNull(accounts.balanceFen))
  return [...(await kept), ...(await summed)].sort((a, b) => (a.code < b.code ? -1 : 1))
}

/** The parties of one code, those with the largest balance first. */
export const findPartyAccounts = (db: Db, { code, limit }: { code: string; limit: number }) =>
  db
    .select({
      id: accounts.id,
      balanceFen: sql<number>`${accounts.balanceFen}`.mapWith(Number),
      farmZh: farms.nameZh,
      farmEn: farms.nameEn,
      orderNumber: orders.number,
    })
    .from(accounts)
    .leftJoin(farms, eq(farms.id, accounts.party))
    .leftJoin(orders, eq(orders.id, accounts.party))
    .where(and(eq(accounts.code, code), isNotNull(accounts.balanceFen)))
    .orderBy(desc(sql`abs(${accounts.balanceFen})`), asc(accounts.id))
    .limit(limit)

type PostingPage = { account: string | null; before: string | null; limit: number }

/**
 * Of the whole ledger, postings by their first transfer; of one account, each transfer. Newest first; a page begins below the
 * transfer `before`. An account's debits and credits are read each along their own index and then merged: a page costs the
 * same however long its history is.
 */
export async function findPostings(db: Db, { account, ...page }: PostingPage) {
  if (account === null) return await postingsQuery(db, eq(transfers.position, 0), page)
  const [debits, credits] = await Promise.all([
    postingsQuery(db, eq(transfers.debit, account), page),
    postingsQuery(db, eq(transfers.credit, account), page),
  ])
  return [...debits, ...credits].sort((a, b) => (a.transferId < b.transferId ? 1 : -1)).slice(0, page.limit)
}

const postingsQuery = (db: Db, which: SQL, { before, limit }: Omit<PostingPage, 'account'>) =>
  db
    .select({
      transferId: transfers.id,
      key: postings.key,
      event: postings.event,
      orderNumber: orders.number,
      postedAt: postings.postedAt,
      effectiveAt: postings.effectiveAt,
      debit: transfers.debit,
      credit: transfers.credit,
      amountFen: transfers.amountFen,
      postingFen:
        sql<number>`(select sum(of_posting.amount_fen) from ${transfers} as of_posting where of_posting.posting_key = ${postings.key})`.mapWith(
          Number,
        ),
    })
    .from(transfers)
    .innerJoin(postings, eq(postings.key, transfers.postingKey))
    .leftJoin(orders, eq(orders.id, postings.orderId))
    .where(and(which, before === null ? undefined : lt(transfers.id, before)))
    .orderBy(desc(transfers.id))
    .limit(limit)

/** One posting with its transfers; null when there is none. */
export async function findPosting(db: Db, key: string) {
  const [posting] = await db
    .select({ posting: postings, orderNumber: orders.number })
    .from(postings)
    .leftJoin(orders, eq(orders.id, postings.orderId))
    .where(eq(postings.key, key))
  if (!posting) return null
  const moved = await db
    .select({
      id: transfers.id,
      debit: transfers.debit,
      credit: transfers.credit,
      amountFen: transfers.amountFen,
      lineId: transfers.lineId,
    })
    .from(transfers)
    .where(eq(transfers.postingKey, key))
    .orderBy(asc(transfers.position))
  return { ...posting.posting, orderNumber: posting.orderNumber, transfers: moved }
}
