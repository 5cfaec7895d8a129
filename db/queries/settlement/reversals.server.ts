import { and, asc, desc, eq, ne } from 'drizzle-orm'
import type { Reader, Tx } from '#db/connection.ts'
import { reversals, users } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>
export type ReversalRow = typeof reversals.$inferSelect

const asked = (db: Db) =>
  db
    .select({
      id: reversals.id,
      postingKey: reversals.postingKey,
      amountFen: reversals.amountFen,
      reason: reversals.reason,
      status: reversals.status,
      proposedBy: reversals.proposedBy,
      proposer: users.name,
      proposedAt: reversals.proposedAt,
      decidedBy: reversals.decidedBy,
      decidedAt: reversals.decidedAt,
    })
    .from(reversals)
    .leftJoin(users, eq(users.id, reversals.proposedBy))

/** What was last asked about a posting and not declined, with who confirmed it; null when nothing was. */
export async function findLastReversal(db: Db, postingKey: string) {
  const ofPosting = and(eq(reversals.postingKey, postingKey), ne(reversals.status, 'declined'))
  const [last] = await asked(db).where(ofPosting).orderBy(desc(reversals.proposedAt), desc(reversals.id)).limit(1)
  if (!last) return null
  const [decider] = last.decidedBy === null ? [] : await db.select({ name: users.name }).from(users).where(eq(users.id, last.decidedBy))
  return { ...last, decider: decider?.name ?? last.decidedBy }
}

/** Those that wait for a second person, the longest first. */
export const findProposedReversals = (db: Db) => asked(db).where(eq(reversals.status, 'proposed')).orderBy(asc(reversals.proposedAt))

export const findReversal = async (db: Db, id: string): Promise<ReversalRow | undefined> =>
  (await db.select().from(reversals).where(eq(reversals.id, id)))[0]

/** @returns false when one of this posting is open already */
export async function insertReversal(tx: Tx, row: typeof reversals.$inferInsert): Promise<boolean> {
  const inserted = await tx.insert(reversals).values(row).onConflictDoNothing().returning({ id: reversals.id })
  return inserted.length === 1
}

/** @returns false when somebody else has decided */
export async function settleReversal(
  tx: Tx,
  { id, status, by, at }: { id: string; status: 'confirmed' | 'declined'; by: string; at: Date },
): Promise<boolean> {
  const decided = await tx
    .update(reversals)
    .set({ status, decidedBy: by, decidedAt: at })
    .where(and(eq(reversals.id, id), eq(reversals.status, 'proposed')))
    .returning({ id: reversals.id })
  return decided.length === 1
}
