import { and, asc, desc, eq, gt, inArray, lt, sql } from 'drizzle-orm'
import { fen } from '#app/domain/money/fen.ts'
import type { SettledLine } from '#app/domain/settlement/reckon-party.ts'
import type { Reader, Tx } from '#db/connection.ts'
import { insertRows } from '#db/prepared.ts'
import { farms, leaders, payouts, settlementLines, settlements, users } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>
export type Settlement = typeof settlements.$inferSelect

export const settlementId = (period: string) => `settlement_${period}`

export const findSettlement = async (db: Db, id: string): Promise<Settlement | null> =>
  (await db.select().from(settlements).where(eq(settlements.id, id)))[0] ?? null

/** Newest first, with what each pays out in all. */
export const findSettlements = (db: Db, limit: number) =>
  db
    .select({
      id: settlements.id,
      period: settlements.period,
      fromOn: settlements.fromOn,
      untilOn: settlements.untilOn,
      status: settlements.status,
      parties: sql<number>`count(${settlementLines.partyId})`.mapWith(Number),
      netFen: sql<number>`coalesce(sum(${settlementLines.netFen}), 0)`.mapWith(Number),
      payoutFen: sql<number>`coalesce(sum(${settlementLines.payoutFen}), 0)`.mapWith(Number),
    })
    .from(settlements)
    .leftJoin(settlementLines, eq(settlementLines.settlementId, settlements.id))
    .groupBy(settlements.id)
    .orderBy(desc(settlements.period))
    .limit(limit)

/** Where a settlement's window begins: at the end of the one before it. */
export async function findPreviousUntil(db: Db, period: string): Promise<string | null> {
  const [row] = await db
    .select({ untilOn: settlements.untilOn })
    .from(settlements)
    .where(and(lt(settlements.period, period), inArray(settlements.status, ['approved', 'paid'])))
    .orderBy(desc(settlements.period))
    .limit(1)
  return row?.untilOn ?? null
}

/** A settlement of another period that stands in the way: an earlier one not approved yet, or any later one. */
export async function findInTheWay(db: Db, period: string): Promise<{ code: 'earlier_open' | 'later_made'; period: string } | null> {
  const [earlier] = await db
    .select({ period: settlements.period })
    .from(settlements)
    .where(and(lt(settlements.period, period), inArray(settlements.status, ['draft', 'in_review'])))
    .limit(1)
  if (earlier) return { code: 'earlier_open', ...earlier }
  const [later] = await db.select({ period: settlements.period }).from(settlements).where(gt(settlements.period, period)).limit(1)
  return later ? { code: 'later_made', ...later } : null
}

type Draft = { period: string; fromOn: string; untilOn: string; userId: string; at: Date }

/** Opens a period's draft, or takes one not yet approved back to a draft. @returns false when it is approved */
export async function claimDraft(tx: Tx, { period, fromOn, untilOn, userId, at }: Draft): Promise<boolean> {
  const opened = {
    status: 'draft' as const,
    draftedBy: userId,
    draftedAt: at,
    reviewedBy: null,
    reviewedAt: null,
  }
  const id = settlementId(period)
  const inserted = await tx
    .insert(settlements)
    .values({ id, period, fromOn, untilOn, ...opened })
    .onConflictDoNothing({ target: settlements.period })
    .returning({ id: settlements.id })
  if (inserted.length === 1) return true
  const taken = await tx
    .update(settlements)
    .set(opened)
    .where(and(eq(settlements.id, id), inArray(settlements.status, ['draft', 'in_review'])))
    .returning({ id: settlements.id })
  return taken.length === 1
}

/** Locks a settlement as it stands until the transaction ends: of two who decide at once, one waits and sees what was decided. */
export const lockSettlement = async (tx: Tx, id: string): Promise<Settlement | null> =>
  (
    await tx
      .update(settlements)
      .set({ period: sql`${settlements.period}` })
      .where(eq(settlements.id, id))
      .returning()
  )[0] ?? null

export const markInReview = (tx: Tx, { id, userId, at }: { id: string; userId: string; at: Date }) =>
  tx.update(settlements).set({ status: 'in_review', reviewedBy: userId, reviewedAt: at }).where(eq(settlements.id, id))

export const markApproved = (tx: Tx, { id, userId, at }: { id: string; userId: string; at: Date }) =>
  tx.update(settlements).set({ status: 'approved', approvedBy: userId, approvedAt: at }).where(eq(settlements.id, id))

/** An approved settlement is paid once every line that pays something has a confirmed payout. */
export async function markPaidIfDone(tx: Tx, { id, at }: { id: string; at: Date }): Promise<void> {
  const [open] = await tx
    .select({ partyId: settlementLines.partyId })
    .from(settlementLines)
    .leftJoin(
      payouts,
      and(
        eq(payouts.settlementId, settlementLines.settlementId),
        eq(payouts.partyType, settlementLines.partyType),
        eq(payouts.partyId, settlementLines.partyId),
        eq(payouts.status, 'confirmed'),
      ),
    )
    .where(and(eq(settlementLines.settlementId, id), gt(settlementLines.payoutFen, fen(0)), sql`${payouts.id} is null`))
    .limit(1)
  if (!open) {
    await tx
      .update(settlements)
      .set({ status: 'paid', paidAt: at })
      .where(and(eq(settlements.id, id), eq(settlements.status, 'approved')))
  }
}

const lineColumns = {
  partyType: settlementLines.partyType,
  partyId: settlementLines.partyId,
  grossFen: settlementLines.grossFen,
  feesFen: settlementLines.feesFen,
  freightFen: settlementLines.freightFen,
  commissionFen: settlementLines.commissionFen,
  adjustmentsFen: settlementLines.adjustmentsFen,
  netFen: settlementLines.netFen,
  broughtForwardFen: settlementLines.broughtForwardFen,
  heldFen: settlementLines.heldFen,
  taxFen: settlementLines.taxFen,
  payoutFen: settlementLines.payoutFen,
  orders: settlementLines.orders,
}

/** Farms before leaders, in the order of their ids. */
export async function findLines(db: Db, id: string): Promise<SettledLine[]> {
  const rows = await db
    .select(lineColumns)
    .from(settlementLines)
    .where(eq(settlementLines.settlementId, id))
    .orderBy(asc(settlementLines.partyType), asc(settlementLines.partyId))
  return rows.map(({ partyType, partyId, ...line }) => ({ party: { type: partyType, id: partyId }, ...line }))
}

export async function replaceLines(tx: Tx, id: string, lines: readonly SettledLine[]): Promise<void> {
  await tx.delete(settlementLines).where(eq(settlementLines.settlementId, id))
  const rows = lines.map(({ party, ...line }) => ({ settlementId: id, partyType: party.type, partyId: party.id, ...line }))
  await insertRows(tx, settlementLines, rows)
}

/** Names of those who drafted, reviewed and approved. */
export const findNames = async (db: Db, userIds: readonly (string | null)[]) =>
  new Map(
    (
      await db
        .select({ id: users.id, name: users.name })
        .from(users)
        .where(
          inArray(
            users.id,
            userIds.flatMap((id) => id ?? []),
          ),
        )
    ).map(({ id, name }) => [id, name]),
  )

/** What each farm and leader is called, by `type:id`. */
export async function findPartyNames(db: Db): Promise<Map<string, { zh: string; en: string }>> {
  const [farmRows, leaderRows] = await Promise.all([
    db.select({ id: farms.id, zh: farms.nameZh, en: farms.nameEn }).from(farms),
    db.select({ id: leaders.id, zh: leaders.communityZh, en: leaders.communityEn }).from(leaders),
  ])
  return new Map([
    ...farmRows.map(({ id, ...name }) => [`farm:${id}`, name] as const),
    ...leaderRows.map(({ id, ...name }) => [`leader:${id}`, name] as const),
  ])
}
