import { and, desc, eq, gte, inArray, lt, sql } from 'drizzle-orm'
import { monthSpan } from '#app/domain/ledger/month-span.ts'
import { type BookAccount, bookAccounts, type MonthMoves } from '#app/domain/ledger/open-books.ts'
import { fen } from '#app/domain/money/fen.ts'
import type { Reader } from '#db/connection.ts'
import { idFloor } from '#db/new-id.server.ts'
import { postings, transfers } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>

const sumOf = sql<number>`coalesce(sum(${transfers.amountFen}), 0)`.mapWith((sum) => fen(Number(sum)))
const count = sql<number>`count(distinct ${transfers.postingKey})`.mapWith(Number)

/** Posted from the beginning of `first` to the end of `last`, both YYYY-MM: a transfer's id carries when. */
const postedIn = (first: string, last: string) =>
  and(gte(transfers.id, idFloor('tr', monthSpan(first).from)), lt(transfers.id, idFloor('tr', monthSpan(last).until)))

/** What moved each of the alliance's open accounts, month by month; no party and no order is read. */
export async function findBookMoves(db: Db, { first, last }: { first: string; last: string }): Promise<MonthMoves[]> {
  const along = (side: 'debit' | 'credit') =>
    db
      .select({ month: postings.period, account: sql<BookAccount>`${transfers[side]}`, amountFen: sumOf })
      .from(transfers)
      .innerJoin(postings, eq(postings.key, transfers.postingKey))
      .where(and(inArray(transfers[side], [...bookAccounts]), postedIn(first, last)))
      .groupBy(postings.period, transfers[side])
  const [debits, credits] = [await along('debit'), await along('credit')]
  return [
    ...debits.map(({ amountFen, ...move }) => ({ ...move, debitFen: amountFen, creditFen: fen(0) })),
    ...credits.map(({ amountFen, ...move }) => ({ ...move, debitFen: fen(0), creditFen: amountFen })),
  ]
}

const codeOf = (account: typeof transfers.debit | typeof transfers.credit) => sql<string>`substr(${account}, 1, 4)`

/** One figure opened: by what happened and by the kind of account on the other side, how many postings and how much. */
export async function findBookFigure(db: Db, { account, month }: { account: BookAccount; month: string }) {
  const along = (side: 'debit' | 'credit') => {
    const otherCode = codeOf(side === 'debit' ? transfers.credit : transfers.debit)
    return db
      .select({ event: postings.event, otherCode, postings: count, amountFen: sumOf })
      .from(transfers)
      .innerJoin(postings, eq(postings.key, transfers.postingKey))
      .where(and(eq(transfers[side], account), postedIn(month, month)))
      .groupBy(postings.event, otherCode)
      .orderBy(desc(sumOf))
  }
  const [debits, credits] = [await along('debit'), await along('credit')]
  return [...credits.map((row) => ({ side: 'credit' as const, ...row })), ...debits.map((row) => ({ side: 'debit' as const, ...row }))]
}
