import { asc, eq, inArray } from 'drizzle-orm'
import type { AccountId } from '#app/domain/ledger/accounts.ts'
import type { Transfer } from '#app/domain/ledger/posting.ts'
import type { Reader } from '#db/connection.ts'
import { accounts, postings, transfers } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>

/** A posting with its transfers as they were posted; null when there is none. */
export async function findPostingToReverse(db: Db, key: string) {
  const [posting] = await db
    .select({ key: postings.key, event: postings.event, orderId: postings.orderId })
    .from(postings)
    .where(eq(postings.key, key))
  if (!posting) return null
  const moved = await db
    .select({ debit: transfers.debit, credit: transfers.credit, amountFen: transfers.amountFen, lineId: transfers.lineId })
    .from(transfers)
    .where(eq(transfers.postingKey, key))
    .orderBy(asc(transfers.position))
  return { ...posting, transfers: moved.map(transferOf) }
}

const transferOf = ({
  debit,
  credit,
  amountFen,
  lineId,
}: {
  debit: string
  credit: string
  amountFen: Transfer['amountFen']
  lineId: string | null
}): Transfer => ({
  debit: debit as AccountId,
  credit: credit as AccountId,
  amountFen,
  ...(lineId === null ? {} : { lineId }),
})

/** The posting that reverses this one; null when none does. */
export const findReversalOf = async (db: Db, key: string): Promise<string | null> =>
  (await db.select({ key: postings.key }).from(postings).where(eq(postings.reverses, key)))[0]?.key ?? null

/** Balances of those of the accounts that keep one, debit positive. */
export async function findKeptBalances(db: Db, ids: readonly string[]): Promise<Map<string, number>> {
  const kept = await db
    .select({ id: accounts.id, balanceFen: accounts.balanceFen })
    .from(accounts)
    .where(inArray(accounts.id, [...ids]))
  return new Map(kept.flatMap(({ id, balanceFen }) => (balanceFen === null ? [] : [[id, Number(balanceFen)] as const])))
}
