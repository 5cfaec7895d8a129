import { eq, sql } from 'drizzle-orm'
import { type Fen, fen } from '#app/domain/money/fen.ts'
import type { Reader } from '#db/connection.ts'
import { preparedAs } from '#db/prepared.ts'
import { accounts } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>

const balanceOf = preparedAs<{ accountId: string }>()('customer_credit', (db: Db) =>
  db
    .select({ balanceFen: accounts.balanceFen })
    .from(accounts)
    .where(eq(accounts.id, sql.placeholder('accountId'))),
)

/** What the alliance owes a customer (2020), fen; below zero when more was spent than there is. */
export async function findCredit(db: Db, customerId: string): Promise<Fen> {
  const [account] = await balanceOf(db, { accountId: `2020:${customerId}` })
  return fen(0 - (account?.balanceFen ?? 0))
}
