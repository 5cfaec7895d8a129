import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { fen } from '#app/domain/money/fen.ts'
import { approveRefund } from '#app/services/after-sales/approve-refund.server.ts'
import { proposeRefund } from '#app/services/after-sales/propose-refund.server.ts'
import type { Database } from '#db/client.server.ts'
import { dialect } from '#db/dialect/index.ts'
import { orders, postings, refundLines, refunds, transfers } from '#db/schema/index.ts'
import { complaint, openAccepted } from '#tests/support/open-refunds.ts'
import { postPlainly } from '#tests/support/post-plainly.ts'
import { runRaw } from '#tests/support/run-raw.ts'
import { reversePosting } from './reverse-posting.server.ts'
import { sealDueDays } from './seal-due-days.server.ts'
import { verifyLedger } from './verify-ledger.server.ts'

const nextWeek = new Date('2026-12-01T04:00:00Z')
const differences = async (db: Database) => (await verifyLedger(db.reader)).differences.map(({ check, subject }) => [check, subject])

async function openRefunded() {
  const world = await openAccepted()
  const { db, orderId, hill } = world
  const proposed = await proposeRefund(db, complaint(orderId, hill, 333))
  if (!proposed.ok) throw new Error(proposed.refusal.code)
  const { refundId } = proposed.value
  await approveRefund(db, { refundId, userId: 'user_two', now: nextWeek })
  return { ...world, refundId }
}

test('books with refunds, reversals and sealed days are sound, and it is said how many days are sealed', async () => {
  const { db } = await openRefunded()
  await postPlainly(db, 'capital:1', nextWeek, [['1030', '3010', 700]])
  await db.transact((tx) => reversePosting(tx, { key: 'capital:1', reason: 'twice', by: 'user_one', now: nextWeek }))
  await sealDueDays(db, nextWeek)
  const { counts, differences } = await verifyLedger(db.reader)
  expect(differences).toEqual([])
  expect(counts.sealedDays).toBeGreaterThan(3)
})

test('a refund said to have arrived while its money is in transit is found', async () => {
  const { db, refundId } = await openRefunded()
  await db.transact((tx) => tx.update(refunds).set({ status: 'succeeded' }).where(eq(refunds.id, refundId)))
  expect(await differences(db)).toEqual([['in_transit', refundId]])
})

test('money in transit that belongs to nothing is found', async () => {
  const { db } = await openRefunded()
  await postPlainly(db, 'blind', nextWeek, [['2120:hill', '2130:pay_blind', 10]], 'payout')
  expect(await differences(db)).toEqual([['in_transit', '2130:pay_blind']])
})

test('parties who have another amount left than the refunds of their order leave them are found', async () => {
  const { db, orderId, refundId } = await openRefunded()
  await db.transact((tx) =>
    tx
      .update(refundLines)
      .set({ baseFen: fen(334), cashFen: fen(334) })
      .where(eq(refundLines.refundId, refundId)),
  )
  expect(await differences(db)).toEqual([['shares_left', orderId]])
})

test('money left in the escrow of an order that is over is found', async () => {
  const { db, orderId } = await openAccepted()
  await postPlainly(db, 'stray', nextWeek, [['1030', `2010:${orderId}`, 5]])
  expect(await differences(db)).toEqual([['escrow_left', orderId]])
  await db.transact((tx) => tx.update(orders).set({ status: 'expired', paidAt: null }).where(eq(orders.id, orderId)))
  expect(await differences(db)).toContainEqual(['escrow_left', orderId])
})

test('a reversal that is no mirror, and a posting in a month it was not posted in, are found', async () => {
  const { db } = await openRefunded()
  await postPlainly(db, 'capital:1', nextWeek, [['1030', '3010', 700]])
  await postPlainly(db, 'half of it', nextWeek, [['3010', '1030', 350]], 'reversal')
  const off = { postgres: sql`alter table postings disable trigger postings_never_change`, sqlite: sql`drop trigger postings_never_change` }
  await runRaw(db, off[dialect])
  await db.transact((tx) => tx.update(postings).set({ reverses: 'capital:1', period: '2026-11' }).where(eq(postings.key, 'half of it')))
  expect((await differences(db)).map(([check]) => check).sort()).toEqual(['posting_body', 'posting_month', 'reversal'])
})

test('a row changed after its day was sealed names that day', async () => {
  const { db } = await openRefunded()
  await sealDueDays(db, nextWeek)
  const off = {
    postgres: sql`alter table transfers disable trigger transfers_never_change`,
    sqlite: sql`drop trigger transfers_never_change`,
  }
  await runRaw(db, off[dialect])
  const moved = sql`update ${transfers} set position = position + 100 where posting_key like '%:delivery'`
  await runRaw(db, moved)
  expect(await differences(db)).toEqual([['seal', '2026-11-25']])
})
