import { and, desc, eq, gte, inArray, lt, type SQL } from 'drizzle-orm'
import type { AccountMove } from '#app/domain/ledger/party-statement.ts'
import { fen } from '#app/domain/money/fen.ts'
import type { Reader } from '#db/connection.ts'
import { idFloor } from '#db/new-id.server.ts'
import { accounts, periods, postings, transfers } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>

/** What each account is owed, as kept by the books; an account nobody has posted to is owed nothing. */
export async function findOwed(db: Db, accountIds: readonly string[]) {
  const kept = await db
    .select({ id: accounts.id, balanceFen: accounts.balanceFen })
    .from(accounts)
    .where(inArray(accounts.id, [...accountIds]))
  const owed = new Map(kept.map(({ id, balanceFen }) => [id, fen(0 - (balanceFen ?? 0))]))
  return accountIds.map((id) => owed.get(id) ?? fen(0))
}

export type MovesQuestion = {
  accountId: string
  /** the id after which the page goes on; null from the newest */
  before: string | null
  /** instants, `from` included; null for all time */
  during: { from: Date; until: Date } | null
  limit: number
}

/**
 * What moved an account, newest first. Its debits and credits are read each along their own index and then merged, so a
 * page costs the same however long the account's history is.
 */
export async function findMoves(db: Db, question: MovesQuestion): Promise<AccountMove[]> {
  const [debits, credits] = await Promise.all([movesQuery(db, question, 'debit'), movesQuery(db, question, 'credit')])
  return [
    ...debits.map((move) => ({ ...move, signedFen: fen(-move.amountFen) })),
    ...credits.map((move) => ({ ...move, signedFen: move.amountFen })),
  ]
    .sort((a, b) => (a.id < b.id ? 1 : -1))
    .slice(0, question.limit)
    .map(({ amountFen: _, ...move }) => move)
}

function movesQuery(db: Db, { accountId, before, during, limit }: MovesQuestion, side: 'debit' | 'credit') {
  const conditions: (SQL | undefined)[] = [
    eq(transfers[side], accountId),
    before === null ? undefined : lt(transfers.id, before),
    during === null ? undefined : postedDuring(during),
  ]
  return db
    .select({
      id: transfers.id,
      postingKey: transfers.postingKey,
      event: postings.event,
      lineId: transfers.lineId,
      at: transfers.postedAt,
      amountFen: transfers.amountFen,
    })
    .from(transfers)
    .innerJoin(postings, eq(postings.key, transfers.postingKey))
    .where(and(...conditions))
    .orderBy(desc(transfers.id))
    .limit(limit)
}

/** Posted in that span: a transfer's id carries when it was posted, so its account's index says where to begin and to end. */
const postedDuring = ({ from, until }: { from: Date; until: Date }) =>
  and(gte(transfers.id, idFloor('tr', from)), lt(transfers.id, idFloor('tr', until)))

/** The months the books are kept for, up to `month`, the latest first. */
export const findMonths = async (db: Db, month: string) =>
  (
    await db
      .select({ id: periods.id })
      .from(periods)
      .where(lt(periods.id, `${month}~`))
      .orderBy(desc(periods.id))
      .limit(24)
  ).map(({ id }) => id)
