import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import { type Fen, fen } from '#app/domain/money/fen.ts'
import type { Reader, Tx } from '#db/connection.ts'
import { disputes, orders, payments, postings, transfers } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>
export type DisputeRow = typeof disputes.$inferSelect

export const findOpenDispute = async (db: Db, orderId: string) =>
  (
    await db
      .select({ id: disputes.id })
      .from(disputes)
      .where(and(eq(disputes.orderId, orderId), eq(disputes.status, 'open')))
      .limit(1)
  )[0]

/** The payment a dispute is about, by the processor's name for it. */
export const findPaymentByIntent = async (db: Db, paymentIntentId: string) =>
  (
    await db
      .select({ id: payments.id, orderId: payments.orderId })
      .from(payments)
      .where(eq(payments.paymentIntentId, paymentIntentId))
      .limit(1)
  )[0]

/** Kept once, by the processor's id. @returns false when it was known before */
export async function claimDispute(tx: Tx, dispute: typeof disputes.$inferInsert): Promise<boolean> {
  return (
    (await tx.insert(disputes).values(dispute).onConflictDoNothing({ target: disputes.id }).returning({ id: disputes.id })).length === 1
  )
}

/** Locks a dispute until the transaction ends. */
export const lockDispute = async (tx: Tx, disputeId: string) =>
  (
    await tx
      .update(disputes)
      .set({ status: sql`${disputes.status}` })
      .where(eq(disputes.id, disputeId))
      .returning()
  )[0]

export const noteDisputeFee = (tx: Tx, { disputeId, feeFen }: { disputeId: string; feeFen: Fen }) =>
  tx.update(disputes).set({ feeFen }).where(eq(disputes.id, disputeId))

export const closeDispute = (tx: Tx, { disputeId, status, at }: { disputeId: string; status: 'won' | 'lost'; at: Date }) =>
  tx.update(disputes).set({ status, closedAt: at }).where(eq(disputes.id, disputeId))

export const findDisputes = (db: Db, limit: number) =>
  db
    .select({
      id: disputes.id,
      orderId: disputes.orderId,
      number: orders.number,
      amountFen: disputes.amountFen,
      feeFen: disputes.feeFen,
      reason: disputes.reason,
      status: disputes.status,
      openedAt: disputes.openedAt,
      closedAt: disputes.closedAt,
    })
    .from(disputes)
    .innerJoin(orders, eq(orders.id, disputes.orderId))
    .orderBy(desc(disputes.openedAt), desc(disputes.id))
    .limit(limit)

/**
 * What each party got, less what it gave back, of orders with an open dispute: not to be paid out while it is open. A farm's
 * shares count for its account of sales (2110), commissions (2210) and payable (2120) alike; ask for the one you pay from.
 * @param partyAccountIds e.g. '2120:farm_x', '2310:lea_y'; those with nothing held are left out of the answer
 */
export async function findHeldShares(db: Db, { partyAccountIds }: { partyAccountIds: readonly string[] }): Promise<Map<string, Fen>> {
  const inDispute = db.select({ orderId: disputes.orderId }).from(disputes).where(eq(disputes.status, 'open'))
  const moves = await db
    .select({ debit: transfers.debit, credit: transfers.credit, amountFen: transfers.amountFen })
    .from(postings)
    .innerJoin(transfers, eq(transfers.postingKey, postings.key))
    .where(and(inArray(postings.orderId, inDispute), inArray(postings.event, ['line_accepted', 'delivery', 'refund', 'short_pick'])))
  const byParty = new Map<string, number>()
  const add = (account: string, amountFen: number) => {
    const party = holderOf(account)
    if (party !== null) byParty.set(party, (byParty.get(party) ?? 0) + amountFen)
  }
  for (const { debit, credit, amountFen } of moves) {
    add(credit, amountFen)
    add(debit, -amountFen)
  }
  const held = new Map<string, Fen>()
  for (const accountId of partyAccountIds) {
    const amount = byParty.get(holderOf(accountId) ?? '') ?? 0
    if (amount > 0) held.set(accountId, fen(amount))
  }
  return held
}

/** A farm whichever of its accounts it is, a leader; null for anyone who is not paid out. */
function holderOf(account: string): string | null {
  const [code, party] = account.split(':')
  if (party === undefined) return null
  if (code === '2110' || code === '2120' || code === '2210') return `farm:${party}`
  return code === '2310' ? `leader:${party}` : null
}
