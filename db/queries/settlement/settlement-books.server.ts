import { and, eq, gte, inArray, lt, notInArray, sql } from 'drizzle-orm'
import { type Fen, fen } from '#app/domain/money/fen.ts'
import type { Party } from '#app/domain/settlement/party.ts'
import type { OwnMove } from '#app/domain/settlement/reckon-party.ts'
import type { Reader } from '#db/connection.ts'
import { idFloor } from '#db/new-id.server.ts'
import { accounts, postings, transfers } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select' | 'selectDistinct'>
type Column = typeof transfers.debit | typeof transfers.credit

const sumOf = sql<number>`coalesce(sum(${transfers.amountFen}), 0)`.mapWith((sum) => fen(Number(sum)))
const codeOf = (account: Column) => sql<string>`substr(${account}, 1, 4)`

/** Instants, `from` included and `until` not. */
export type Window = { from: Date; until: Date }

/** A transfer's id carries when it was posted, so its account's index says where to begin and to end. */
const postedSince = (at: Date) => gte(transfers.id, idFloor('tr', at))
const postedWithin = ({ from, until }: Window) => and(postedSince(from), lt(transfers.id, idFloor('tr', until)))

/** How settlements and payouts show on a party's account: they are what is reckoned, not what it is reckoned from. */
const ownEvents = ['settlement', 'payout', 'payout_rejected']

/** Every farm and leader that has an account they are owed on, farms first. */
export async function findSettledParties(db: Db): Promise<Party[]> {
  const rows = await db
    .selectDistinct({ code: accounts.code, party: accounts.party })
    .from(accounts)
    .where(inArray(accounts.code, ['2110', '2120', '2210', '2310']))
  const ids = (isLeader: boolean) =>
    [...new Set(rows.filter(({ code }) => (code === '2310') === isLeader).flatMap(({ party }) => party ?? []))].sort()
  return [...ids(false).map((id) => ({ type: 'farm', id }) as const), ...ids(true).map((id) => ({ type: 'leader', id }) as const)]
}

/** What moved one account within the window, by event and by the other account's code. */
export async function findOwnMoves(db: Db, { accountId, ...window }: Window & { accountId: string }): Promise<OwnMove[]> {
  const accountCode = accountId.slice(0, 4)
  const along = (side: 'debit' | 'credit') => {
    const other = codeOf(side === 'debit' ? transfers.credit : transfers.debit)
    return db
      .select({ event: postings.event, otherCode: other, amountFen: sumOf })
      .from(transfers)
      .innerJoin(postings, eq(postings.key, transfers.postingKey))
      .where(and(eq(transfers[side], accountId), postedWithin(window), notInArray(postings.event, ownEvents)))
      .groupBy(postings.event, other)
  }
  const [debits, credits] = [await along('debit'), await along('credit')]
  return [
    ...credits.map(({ amountFen, ...move }) => ({ accountCode, ...move, signedFen: amountFen })),
    ...debits.map(({ amountFen, ...move }) => ({ accountCode, ...move, signedFen: fen(-amountFen) })),
  ].sort((a, b) => (a.event + a.otherCode < b.event + b.otherCode ? -1 : 1))
}

/** All transfers of the acceptances of what a farm sold, summed by code: how the price of its sales was divided. */
export function findSalesDivided(db: Db, { farmId, ...window }: Window & { farmId: string }) {
  const sold = db
    .select({ key: transfers.postingKey })
    .from(transfers)
    .innerJoin(postings, and(eq(postings.key, transfers.postingKey), eq(postings.event, 'line_accepted')))
    .where(and(eq(transfers.credit, `2110:${farmId}`), postedWithin(window)))
  const [debitCode, creditCode] = [codeOf(transfers.debit), codeOf(transfers.credit)]
  return db
    .select({ debitCode, creditCode, amountFen: sumOf })
    .from(transfers)
    .where(inArray(transfers.postingKey, sold))
    .groupBy(debitCode, creditCode)
}

/** Of how many orders something was earned within the window. */
export async function countEarningOrders(db: Db, { accountIds, ...window }: Window & { accountIds: readonly string[] }): Promise<number> {
  const [row] = await db
    .select({ orders: sql<number>`count(distinct ${postings.orderId})`.mapWith(Number) })
    .from(transfers)
    .innerJoin(postings, and(eq(postings.key, transfers.postingKey), inArray(postings.event, ['line_accepted', 'delivery'])))
    .where(and(inArray(transfers.credit, [...accountIds]), postedWithin(window)))
  return row?.orders ?? 0
}

/** What was posted to an account from `since` on, apart from settlements, payouts and payouts that came back. */
export async function sumLaterMoves(
  db: Db,
  { accountId, since }: { accountId: string; since: Date },
): Promise<{ debits: Fen; credits: Fen }> {
  const along = async (side: 'debit' | 'credit') => {
    const [row] = await db
      .select({ amountFen: sumOf })
      .from(transfers)
      .innerJoin(postings, eq(postings.key, transfers.postingKey))
      .where(and(eq(transfers[side], accountId), postedSince(since), notInArray(postings.event, ownEvents)))
    return row?.amountFen ?? fen(0)
  }
  return { debits: await along('debit'), credits: await along('credit') }
}
