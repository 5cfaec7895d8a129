import { and, eq, sql } from 'drizzle-orm'
import { fen } from '#app/domain/money/fen.ts'
import type { ProposedRefund } from '#app/services/after-sales/propose-refund.server.ts'
import { acceptOrder } from '#app/services/ledger/accept-order.server.ts'
import { accounts, orderEvents, orderLines, payments, postings, refunds, transfers } from '#db/schema/index.ts'
import { deliverAll, openFleet, orderFor } from './open-fleet.ts'
import type { Market } from './open-market.ts'

/** Tuesday noon: the wave has been delivered. */
export const noon = new Date('2026-11-24T04:00:00Z')
export const later = (hours: number) => new Date(noon.getTime() + hours * 3600_000)

/** A paid order of 20 yuan of the hill farm's and 10 of the brook farm's, and its lines; nothing is packed yet. */
export async function openPaid(
  boxes: readonly (readonly [string, number])[] = [
    ['hill', 2],
    ['brook', 1],
  ],
) {
  const db = await openFleet()
  const orderId = await orderFor(db, '8', boxes)
  await db.transact((tx) => tx.update(payments).set({ paymentIntentId: sql`'pi_' || ${payments.id}` }))
  return { db, orderId, ...(await linesOf(db, orderId)) }
}

/** The same, delivered, and accepted a day later. */
export async function openAccepted(boxes?: readonly (readonly [string, number])[]) {
  const world = await openPaid(boxes)
  await deliverAll(world.db, noon)
  await acceptOrder(world.db, { orderId: world.orderId, now: later(24) })
  return world
}

async function linesOf(db: Market, orderId: string) {
  const lines = await db.reader.select().from(orderLines).where(eq(orderLines.orderId, orderId)).orderBy(orderLines.position)
  return { hill: lines.find(({ farmId }) => farmId === 'hill')?.id ?? '', brook: lines.find(({ farmId }) => farmId === 'brook')?.id ?? '' }
}

/** A complaint about one line, by an amount in fen. */
export const complaint = (orderId: string, lineId: string, cash: number, change: Partial<ProposedRefund> = {}): ProposedRefund => ({
  requestKey: `request-${lineId}-${cash}`,
  orderId,
  reason: 'quality',
  bearer: 'shared',
  lines: [{ lineId, part: { by: 'amount', cashFen: fen(cash) } }],
  deliveryFen: fen(0),
  goodsReturned: false,
  asCredit: false,
  note: '',
  userId: 'user_one',
  now: later(30),
  ...change,
})

export const balanceOf = async (db: Market, id: string): Promise<number> =>
  (await db.reader.select().from(accounts).where(eq(accounts.id, id)))[0]?.balanceFen ?? 0

/** What stands on an account that is summed, not kept; debit positive. */
export async function sumOf(db: Market, id: string): Promise<number> {
  const rows = await db.reader.select().from(transfers)
  return rows.reduce((sum, { debit, credit, amountFen }) => sum + (debit === id ? amountFen : 0) - (credit === id ? amountFen : 0), 0)
}

export const refundOf = async (db: Market, id: string) => (await db.reader.select().from(refunds).where(eq(refunds.id, id)))[0]!

export const postedOf = async (db: Market, key: string) =>
  (await db.reader.select().from(transfers).where(eq(transfers.postingKey, key)).orderBy(transfers.position)).map(
    ({ debit, credit, amountFen }) => [debit, credit, amountFen] as const,
  )

export const countPostings = (db: Market) => db.reader.$count(postings)

export const eventsOf = async (db: Market, orderId: string, kinds: readonly string[]) =>
  (
    await db.reader
      .select()
      .from(orderEvents)
      .where(and(eq(orderEvents.orderId, orderId)))
  )
    .map(({ kind }) => kind)
    .filter((kind) => kinds.includes(kind))
