import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import { type Fen, fen } from '#app/domain/money/fen.ts'
import type { Reader, Tx } from '#db/connection.ts'
import { accounts, farms, payouts, recoveries } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>
export type Recovery = typeof recoveries.$inferSelect

export const insertRecovery = (tx: Tx, recovery: typeof recoveries.$inferInsert) => tx.insert(recoveries).values(recovery)

export const isKnownRequest = async (db: Db, requestKey: string): Promise<boolean> =>
  (await db.select({ id: recoveries.id }).from(recoveries).where(eq(recoveries.requestKey, requestKey)).limit(1)).length > 0

export const findUnderWay = async (db: Db, farmId: string): Promise<Recovery | null> =>
  (
    await db
      .select()
      .from(recoveries)
      .where(and(eq(recoveries.farmId, farmId), inArray(recoveries.status, ['proposed', 'sending'])))
      .limit(1)
  )[0] ?? null

/**
 * What a farm owes; locks it until the transaction ends: of two who act on its debt at once, one waits and sees what is left.
 */
export async function lockDebt(tx: Tx, farmId: string): Promise<Fen> {
  await tx
    .update(farms)
    .set({ position: sql`${farms.position}` })
    .where(eq(farms.id, farmId))
  const [row] = await tx
    .select({ balanceFen: accounts.balanceFen })
    .from(accounts)
    .where(eq(accounts.id, `2120:${farmId}`))
  return fen(Math.max(0, row?.balanceFen ?? 0))
}

export const findRecovery = async (db: Db, id: string): Promise<Recovery | null> =>
  (await db.select().from(recoveries).where(eq(recoveries.id, id)))[0] ?? null

type Step = { id: string; from: Recovery['status']; to: Recovery['status']; decidedBy?: string; at: Date }

/** @returns false when it did not stand at `from` */
export const moveRecovery = async (tx: Tx, { id, from, to, decidedBy, at }: Step): Promise<boolean> =>
  (
    await tx
      .update(recoveries)
      .set({ status: to, settledAt: at, ...(decidedBy === undefined ? {} : { decidedBy }) })
      .where(and(eq(recoveries.id, id), eq(recoveries.status, from)))
      .returning({ id: recoveries.id })
  ).length === 1

/** Reversals that the processor has not answered yet. */
export const findDueReversals = (db: Db, limit: number) =>
  db
    .select({ recovery: recoveries, payoutId: payouts.id, reservedFen: payouts.recoveredFen })
    .from(recoveries)
    .innerJoin(payouts, eq(payouts.id, recoveries.payoutId))
    .where(and(eq(recoveries.kind, 'reversal'), eq(recoveries.status, 'sending')))
    .orderBy(recoveries.requestedAt)
    .limit(limit)

/** Farms that owe the alliance, the largest debt first. */
export const findDebts = (db: Db) =>
  db
    .select({ farmId: farms.id, nameZh: farms.nameZh, nameEn: farms.nameEn, owedFen: sql<number>`${accounts.balanceFen}`.mapWith(Number) })
    .from(accounts)
    .innerJoin(farms, eq(farms.id, accounts.party))
    .where(and(eq(accounts.code, '2120'), sql`${accounts.balanceFen} > 0`))
    .orderBy(desc(accounts.balanceFen), farms.id)

export const findRecoveries = (db: Db, limit: number) =>
  db
    .select({ recovery: recoveries, nameZh: farms.nameZh, nameEn: farms.nameEn })
    .from(recoveries)
    .innerJoin(farms, eq(farms.id, recoveries.farmId))
    .orderBy(desc(recoveries.requestedAt))
    .limit(limit)
