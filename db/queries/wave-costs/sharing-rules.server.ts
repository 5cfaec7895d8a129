import { and, desc, eq } from 'drizzle-orm'
import type { AgreedRule } from '#app/domain/delivery/sharing-rule.ts'
import type { Reader, Tx } from '#db/connection.ts'
import { sharingRules, users } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>

export async function findAgreedRules(db: Db): Promise<AgreedRule[]> {
  const rows = await db
    .select({
      rule: sharingRules.rule,
      fromOn: sharingRules.fromOn,
      decidedAt: sharingRules.decidedAt,
      proposedAt: sharingRules.proposedAt,
    })
    .from(sharingRules)
    .where(eq(sharingRules.status, 'agreed'))
  return rows.map(({ decidedAt, proposedAt, ...rule }) => ({ ...rule, decidedAt: decidedAt ?? proposedAt }))
}

export const findSharingRules = (db: Db) =>
  db
    .select({
      id: sharingRules.id,
      rule: sharingRules.rule,
      fromOn: sharingRules.fromOn,
      status: sharingRules.status,
      proposedBy: sharingRules.proposedBy,
      proposer: users.name,
      proposedAt: sharingRules.proposedAt,
      decidedAt: sharingRules.decidedAt,
    })
    .from(sharingRules)
    .leftJoin(users, eq(users.id, sharingRules.proposedBy))
    .orderBy(desc(sharingRules.fromOn), desc(sharingRules.proposedAt))

export const findSharingRule = async (db: Db, id: string) => (await db.select().from(sharingRules).where(eq(sharingRules.id, id)))[0]

export const insertSharingRule = (tx: Tx, row: typeof sharingRules.$inferInsert) => tx.insert(sharingRules).values(row)

/** @returns false when somebody else has decided */
export async function decideIfProposed(
  tx: Tx,
  { id, status, by, at }: { id: string; status: 'agreed' | 'declined'; by: string; at: Date },
) {
  const decided = await tx
    .update(sharingRules)
    .set({ status, decidedBy: by, decidedAt: at })
    .where(and(eq(sharingRules.id, id), eq(sharingRules.status, 'proposed')))
    .returning({ id: sharingRules.id })
  return decided.length === 1
}
