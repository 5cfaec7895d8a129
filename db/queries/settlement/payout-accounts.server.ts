import { and, asc, desc, eq } from 'drizzle-orm'
import type { Party } from '#app/domain/settlement/party.ts'
import type { Reader, Tx } from '#db/connection.ts'
import { payoutAccounts } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>
export type PayoutAccount = typeof payoutAccounts.$inferSelect

export const insertPayoutAccount = (tx: Tx, account: typeof payoutAccounts.$inferInsert) => tx.insert(payoutAccounts).values(account)

/** Where a party is paid now: the newest it has entered. */
export const findPayoutAccount = async (db: Db, party: Party): Promise<PayoutAccount | null> =>
  (
    await db
      .select()
      .from(payoutAccounts)
      .where(and(eq(payoutAccounts.partyType, party.type), eq(payoutAccounts.partyId, party.id)))
      .orderBy(desc(payoutAccounts.enteredAt), desc(payoutAccounts.id))
      .limit(1)
  )[0] ?? null

/** Every party's current account, by `type:id`. */
export async function findCurrentAccounts(db: Db): Promise<Map<string, PayoutAccount>> {
  const rows = await db.select().from(payoutAccounts).orderBy(asc(payoutAccounts.enteredAt), asc(payoutAccounts.id))
  return new Map(rows.map((row) => [`${row.partyType}:${row.partyId}`, row]))
}
