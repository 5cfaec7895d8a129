import { and, eq, inArray, ne } from 'drizzle-orm'
import { type Fen, fen } from '#app/domain/money/fen.ts'
import type { Cover } from '#app/domain/settlement/payout-cover.ts'
import type { Reader, Tx } from '#db/connection.ts'
import { accounts, refunds } from '#db/schema/index.ts'
import { sumAccount } from '../ledger/reserve.server.ts'

type Db = Pick<Reader, 'select'>

const sumOwed = (rows: readonly { balanceFen: Fen | null }[]) => fen(rows.reduce((sum, { balanceFen }) => sum - (balanceFen ?? 0), 0))

/** What stands in the accounts of one code: parties' balances are kept, and few of these are open at a time. */
const findOwed = async (db: Db, code: '2030' | '2130'): Promise<Fen> =>
  sumOwed(
    await db
      .select({ balanceFen: accounts.balanceFen })
      .from(accounts)
      .where(and(eq(accounts.code, code), ne(accounts.balanceFen, fen(0)))),
  )

const findOwedByBank = async (db: Db): Promise<Fen> =>
  sumOwed(
    await db
      .select({ balanceFen: accounts.balanceFen })
      .from(accounts)
      .innerJoin(refunds, and(eq(refunds.id, accounts.party), eq(refunds.way, 'bank')))
      .where(and(eq(accounts.code, '2030'), ne(accounts.balanceFen, fen(0)))),
  )

/** What may be paid at the processor and at the bank, as the books stand. A refund goes through the processor unless it is known to go by bank. */
export async function findCover(db: Db): Promise<Cover> {
  const byBankFen = await findOwedByBank(db)
  return {
    processor: {
      availableFen: await sumAccount(db, '1020'),
      refundsFen: fen((await findOwed(db, '2030')) - byBankFen),
      inTransitFen: await findOwed(db, '2130'),
    },
    bank: { availableFen: await sumAccount(db, '1030'), refundsFen: byBankFen },
  }
}

/** The same for who is about to take out of it: until the transaction ends nobody else who asks this way is answered. */
export async function lockCover(tx: Tx): Promise<Cover> {
  await tx
    .update(accounts)
    .set({ balanceFen: null })
    .where(inArray(accounts.id, ['1020', '1030']))
  return findCover(tx)
}
