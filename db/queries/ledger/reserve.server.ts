import { and, asc, desc, eq, sql } from 'drizzle-orm'
import type { SystemAccount } from '#app/domain/ledger/accounts.ts'
import { type Fen, fen } from '#app/domain/money/fen.ts'
import type { Reader, Tx } from '#db/connection.ts'
import { accounts, auditEntries, farms, postings, reserveClaims, transfers, users } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>
const total = sql<number>`coalesce(sum(${transfers.amountFen}), 0)`.mapWith(Number)

/** What stands in a system account, summed from the books: debit positive, fen. */
export async function sumAccount(db: Db, id: SystemAccount): Promise<Fen> {
  const [debits] = await db.select({ total }).from(transfers).where(eq(transfers.debit, id))
  const [credits] = await db.select({ total }).from(transfers).where(eq(transfers.credit, id))
  return fen((debits?.total ?? 0) - (credits?.total ?? 0))
}

/** Locks a system account until the transaction ends: of two who take out of it at once, one sees what is left then. */
export async function lockAndSum(tx: Tx, id: SystemAccount): Promise<Fen> {
  await tx.update(accounts).set({ balanceFen: null }).where(eq(accounts.id, id))
  return sumAccount(tx, id)
}

/** What went into the reserve and out of it, by the other account's code. */
export async function findReserveFlows(db: Db): Promise<{ intoFen: Record<string, number>; outOfFen: Record<string, number> }> {
  const other = accounts.code
  const [into, outOf] = await Promise.all([
    db
      .select({ code: other, total })
      .from(transfers)
      .innerJoin(accounts, eq(accounts.id, transfers.debit))
      .where(eq(transfers.credit, '2610'))
      .groupBy(other),
    db
      .select({ code: other, total })
      .from(transfers)
      .innerJoin(accounts, eq(accounts.id, transfers.credit))
      .where(eq(transfers.debit, '2610'))
      .groupBy(other),
  ])
  const byCode = (rows: { code: string; total: number }[]) => Object.fromEntries(rows.map((row) => [row.code, row.total]))
  return { intoFen: byCode(into), outOfFen: byCode(outOf) }
}

/** What each farm put into the reserve, the largest first. */
export const findContributions = (db: Db) =>
  db
    .select({ farmId: farms.id, nameZh: farms.nameZh, nameEn: farms.nameEn, greenYears: farms.greenYears, amountFen: total })
    .from(transfers)
    .innerJoin(accounts, and(eq(accounts.id, transfers.debit), eq(accounts.code, '2110')))
    .innerJoin(farms, eq(farms.id, accounts.party))
    .where(eq(transfers.credit, '2610'))
    .groupBy(farms.id)
    .orderBy(desc(total), asc(farms.id))

const nameOf = (userId: typeof reserveClaims.proposedBy | typeof reserveClaims.decidedBy) =>
  sql<string | null>`(select ${users.name} from ${users} where ${users.id} = ${userId})`

/** Every claim, those to be decided first. */
export const findClaims = (db: Db) =>
  db
    .select({
      claim: reserveClaims,
      farmZh: farms.nameZh,
      farmEn: farms.nameEn,
      proposer: nameOf(reserveClaims.proposedBy),
      decider: nameOf(reserveClaims.decidedBy),
    })
    .from(reserveClaims)
    .innerJoin(farms, eq(farms.id, reserveClaims.farmId))
    .orderBy(
      asc(sql`case ${reserveClaims.status} when 'proposed' then 0 else 1 end`),
      desc(reserveClaims.proposedAt),
      desc(reserveClaims.id),
    )

export const findClaim = async (db: Db, claimId: string) => (await db.select().from(reserveClaims).where(eq(reserveClaims.id, claimId)))[0]

export const insertClaim = (tx: Tx, row: typeof reserveClaims.$inferInsert) => tx.insert(reserveClaims).values(row)

type Decision = { claimId: string; status: 'paid' | 'declined'; by: string; at: Date }

/** @returns false when it has been decided before */
export async function decideIfProposed(tx: Tx, { claimId, status, by, at }: Decision): Promise<boolean> {
  const decided = await tx
    .update(reserveClaims)
    .set({ status, decidedBy: by, decidedAt: at })
    .where(and(eq(reserveClaims.id, claimId), eq(reserveClaims.status, 'proposed')))
    .returning({ id: reserveClaims.id })
  return decided.length === 1
}

/** Money that came in from outside, with what was noted about it, newest first. */
export const findReceipts = (db: Db, { action, limit }: { action: 'match_received' | 'licence_fee_received'; limit: number }) =>
  db
    .select({ id: auditEntries.id, detail: auditEntries.detail, at: auditEntries.at, by: users.name })
    .from(auditEntries)
    .leftJoin(users, eq(users.id, auditEntries.actorId))
    .where(eq(auditEntries.action, action))
    .orderBy(desc(auditEntries.id))
    .limit(limit)

export const hasPosting = async (db: Db, key: string) =>
  (await db.select({ key: postings.key }).from(postings).where(eq(postings.key, key))).length > 0
