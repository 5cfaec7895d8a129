import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Fen } from '#app/domain/money/fen.ts'
import type { Party } from '#app/domain/settlement/party.ts'
import type { Reader, Tx } from '#db/connection.ts'
import { payoutAccounts, payoutBatches, payouts } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>
export type Payout = typeof payouts.$inferSelect
export type PayoutStatus = Payout['status']
export type PayoutBatch = typeof payoutBatches.$inferSelect

export const insertPayout = (tx: Tx, payout: typeof payouts.$inferInsert) => tx.insert(payouts).values(payout)

/** A settlement's payouts with where they go, the latest attempt of each party last. */
export const findPayoutsOf = (db: Db, settlementId: string) =>
  db
    .select({ payout: payouts, account: payoutAccounts })
    .from(payouts)
    .innerJoin(payoutAccounts, eq(payoutAccounts.id, payouts.accountId))
    .where(eq(payouts.settlementId, settlementId))
    .orderBy(asc(payouts.partyType), asc(payouts.partyId), asc(payouts.attempt))

/** One party's attempts to be paid by one settlement, the latest first. */
export const findAttempts = (db: Db, { settlementId, party }: { settlementId: string; party: Party }): PromiseLike<Payout[]> =>
  db
    .select()
    .from(payouts)
    .where(and(eq(payouts.settlementId, settlementId), eq(payouts.partyType, party.type), eq(payouts.partyId, party.id)))
    .orderBy(desc(payouts.attempt))

type Step = {
  id: string
  from: readonly PayoutStatus[]
  to: PayoutStatus
  failure?: string | null
  transferId?: string
  settledAt?: Date
}

/** Takes a payout from one of `from` to `to`. @returns false when it was in none of them: somebody else has been here */
export async function movePayout(tx: Tx, { id, from, to, failure, transferId, settledAt }: Step): Promise<boolean> {
  const moved = await tx
    .update(payouts)
    .set({
      status: to,
      ...(failure === undefined ? {} : { failure }),
      ...(transferId === undefined ? {} : { processorTransferId: transferId }),
      ...(settledAt === undefined ? {} : { settledAt }),
    })
    .where(and(eq(payouts.id, id), inArray(payouts.status, [...from])))
    .returning({ id: payouts.id })
  return moved.length === 1
}

/** What a processor has to be asked to do, or asked about: sent by a process that has not said how it ended, or without an answer. */
export const findDuePayouts = (db: Db, limit: number) =>
  db
    .select({ payout: payouts, account: payoutAccounts })
    .from(payouts)
    .innerJoin(payoutAccounts, eq(payoutAccounts.id, payouts.accountId))
    .where(and(eq(payouts.rail, 'stripe'), inArray(payouts.status, ['made', 'sending', 'unknown'])))
    .orderBy(asc(payouts.madeAt), asc(payouts.id))
    .limit(limit)

/** What the next file for the bank holds. */
export const findUnfiled = (db: Db, settlementId: string) =>
  db
    .select({ payout: payouts, account: payoutAccounts })
    .from(payouts)
    .innerJoin(payoutAccounts, eq(payoutAccounts.id, payouts.accountId))
    .where(and(eq(payouts.settlementId, settlementId), eq(payouts.rail, 'bank'), eq(payouts.status, 'made'), isNull(payouts.batchId)))
    .orderBy(asc(payouts.id))

export const findFiled = (db: Db, batchId: string) =>
  db
    .select({ payout: payouts, account: payoutAccounts })
    .from(payouts)
    .innerJoin(payoutAccounts, eq(payoutAccounts.id, payouts.accountId))
    .where(eq(payouts.batchId, batchId))
    .orderBy(asc(payouts.id))

export const insertBatch = (tx: Tx, batch: typeof payoutBatches.$inferInsert) => tx.insert(payoutBatches).values(batch)

/** @returns how many were put into the batch: those somebody else has filed meanwhile are not */
export const filePayouts = async (tx: Tx, { ids, batchId }: { ids: readonly string[]; batchId: string }): Promise<number> =>
  (
    await tx
      .update(payouts)
      .set({ batchId, status: 'sending' })
      .where(and(inArray(payouts.id, [...ids]), eq(payouts.status, 'made'), isNull(payouts.batchId)))
      .returning({ id: payouts.id })
  ).length

export const findBatch = async (db: Db, id: string): Promise<PayoutBatch | null> =>
  (await db.select().from(payoutBatches).where(eq(payoutBatches.id, id)))[0] ?? null

export const findBatches = (db: Db, settlementId: string): PromiseLike<PayoutBatch[]> =>
  db.select().from(payoutBatches).where(eq(payoutBatches.settlementId, settlementId)).orderBy(asc(payoutBatches.createdAt))

/** A batch is answered once. @returns false when it has been */
export async function claimAnswer(tx: Tx, { id, userId, at }: { id: string; userId: string; at: Date }): Promise<boolean> {
  const claimed = await tx
    .update(payoutBatches)
    .set({ answeredBy: userId, answeredAt: at })
    .where(and(eq(payoutBatches.id, id), isNull(payoutBatches.answeredAt)))
    .returning({ id: payoutBatches.id })
  return claimed.length === 1
}

/** Reserves what is taken back from a confirmed transfer. @returns false when there is not that much left of it */
export async function reserveRecovery(tx: Tx, { id, amountFen }: { id: string; amountFen: Fen }): Promise<boolean> {
  const reserved = await tx
    .update(payouts)
    .set({ recoveredFen: sql`${payouts.recoveredFen} + ${amountFen}` })
    .where(and(eq(payouts.id, id), eq(payouts.status, 'confirmed'), sql`${payouts.recoveredFen} + ${amountFen} <= ${payouts.amountFen}`))
    .returning({ id: payouts.id })
  return reserved.length === 1
}

export const releaseRecovery = (tx: Tx, { id, amountFen }: { id: string; amountFen: Fen }) =>
  tx
    .update(payouts)
    .set({ recoveredFen: sql`${payouts.recoveredFen} - ${amountFen}` })
    .where(eq(payouts.id, id))

/** A farm's confirmed transfers of which something may be taken back, the newest first. */
export const findReversible = (db: Db, farmId: string): PromiseLike<Payout[]> =>
  db
    .select()
    .from(payouts)
    .where(
      and(
        eq(payouts.partyType, 'farm'),
        eq(payouts.partyId, farmId),
        eq(payouts.rail, 'stripe'),
        eq(payouts.status, 'confirmed'),
        sql`${payouts.recoveredFen} < ${payouts.amountFen}`,
      ),
    )
    .orderBy(desc(payouts.madeAt))
