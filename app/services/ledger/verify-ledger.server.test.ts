import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { fen } from '#app/domain/money/fen.ts'
import { accounts, lots, orders, postings, waves } from '#db/schema/index.ts'
import { deliverAll, openFleet, orderFor, placeFor } from '#tests/support/open-fleet.ts'
import { acceptOrder } from './accept-order.server.ts'
import { verifyLedger } from './verify-ledger.server.ts'

const noon = new Date('2026-11-24T04:00:00Z')
const nextNoon = new Date('2026-11-25T04:00:00Z')

async function openBooks() {
  const db = await openFleet()
  const orderId = await orderFor(db, '8', [
    ['hill', 2],
    ['brook', 1],
  ])
  await deliverAll(db, noon)
  await acceptOrder(db, { orderId, now: nextNoon })
  return { db, orderId }
}

test('books kept by the services are sound, and it is said how much was checked', async () => {
  const { db } = await openBooks()
  await placeFor(db, '9', [['lake', 4]], { waveId: 'fri' })
  const { counts, differences } = await verifyLedger(db.reader)
  expect(differences).toEqual([])
  expect(counts).toMatchObject({ paidOrders: 1, postings: 4, waves: 2 })
})

test('a balance changed by hand is found', async () => {
  const { db } = await openBooks()
  await db.transact((tx) =>
    tx
      .update(accounts)
      .set({ balanceFen: fen(-1) })
      .where(eq(accounts.id, '2110:hill')),
  )
  const checks = (await verifyLedger(db.reader)).differences.map(({ check }) => check)
  expect(checks).toContain('balance')
  expect(checks).toContain('debits_and_credits')
})

test('a posting without the transfers its hash was taken of is found', async () => {
  const { db } = await openBooks()
  const header = { event: 'refund', orderId: null, period: '2026-11', reverses: null, effectiveAt: noon, postedAt: noon }
  await db.transact((tx) => tx.insert(postings).values({ key: 'forged', bodyHash: 'x', ...header }))
  expect((await verifyLedger(db.reader)).differences).toMatchObject([{ check: 'posting_body', subject: 'forged' }])
})

test('stock, places and totals that orders do not account for are found', async () => {
  const { db, orderId } = await openBooks()
  await db.transact(async (tx) => {
    await tx.update(lots).set({ held: 3, sold: 9 }).where(eq(lots.id, 'lot_lake_lake'))
    await tx.update(waves).set({ bookedDrops: 7 }).where(eq(waves.id, 'fri'))
    const { goodsFen, totalFen } = (await tx.select().from(orders).where(eq(orders.id, orderId)))[0]!
    await tx
      .update(orders)
      .set({ goodsFen: fen(goodsFen + 1), totalFen: fen(totalFen + 1) })
      .where(eq(orders.id, orderId))
  })
  const { differences } = await verifyLedger(db.reader)
  expect(differences.map(({ check }) => check).sort()).toEqual(['lot_held', 'lot_sold', 'received', 'shares', 'wave_booked'])
})
