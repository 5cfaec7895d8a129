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

/** Every transfer of orders with an open dispute. */
function findDisputedMoves(db: Db) {
  const inDispute = db.select({ orderId: disputes.orderId }).from(disputes).where(eq(disputes.status, 'open'))
  return db
    .select({ debit: transfers.debit, credit: transfers.credit, amountFen: transfers.amountFen })
    .from(postings)
    .innerJoin(transfers, eq(transfers.postingKey, postings.key))
    .where(inArray(postings.orderId, inDispute))
}

/** Credits less debits by `keyOf` an account; nulls are left out, and what comes to nothing. */
function netOf(moves: Awaited<ReturnType<typeof findDisputedMoves>>, keyOf: (account: string) => string | null): Map<string, Fen> {
  const net = new Map<string, Fen>()
  const add = (account: string, amountFen: number) => {
    const key = keyOf(account)
    if (key !== null) net.set(key, fen((net.get(key) ?? 0) + amountFen))
  }
  for (const { debit, credit, amountFen } of moves) {
    add(credit, amountFen)
    add(debit, -amountFen)
  }
  for (const [key, amountFen] of net) if (amountFen === 0) net.delete(key)
  return net
}

/**
 * What each of the accounts got, less what it gave back, of orders with an open dispute: not to be paid out while it is open.
 * Account by account: what a farm gave back from 2120 of a share it got on 2110 stands against it there, negative. Sum them.
 * @param partyAccountIds e.g. '2110:farm_x', '2310:lea_y'; those with nothing are left out of the answer
 */
export async function findHeldShares(db: Db, { partyAccountIds }: { partyAccountIds: readonly string[] }): Promise<Map<string, Fen>> {
  const asked = new Set(partyAccountIds)
  return netOf(await findDisputedMoves(db), (account) => (asked.has(account) ? account : null))
}

const paidOut = new Set(['2110', '2120', '2210', '2310'])

/** The same by farm and leader, over all the accounts they are paid from. */
export async function findHeldByParty(db: Db): Promise<Map<string, Fen>> {
  return netOf(await findDisputedMoves(db), (account) => {
    const [code = '', party] = account.split(':')
    return party !== undefined && paidOut.has(code) ? party : null
  })
}
