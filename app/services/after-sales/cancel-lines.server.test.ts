import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { verifyLedger } from '#app/services/ledger/verify-ledger.server.ts'
import { packConsignments } from '#app/services/ordering/pack-consignments.server.ts'
import { consignments, lots, orderLines, orders, refunds, waves } from '#db/schema/index.ts'
import type { Market } from '#tests/support/open-market.ts'
import { marketDay } from '#tests/support/open-market.ts'
import { balanceOf, eventsOf, openAccepted, openPaid, postedOf } from '#tests/support/open-refunds.ts'
import { cancelLines } from './cancel-lines.server.ts'

const soundBooks = async (db: Market) => expect((await verifyLedger(db.reader)).differences).toEqual([])
const hillStock = async (db: Market) => (await db.reader.select().from(lots).where(eq(lots.id, 'lot_hill_hill')))[0]
const cancelling = (orderId: string, ...lineIds: string[]) => ({
  orderId,
  lineIds,
  requestKey: `cancel-${lineIds.join('-')}`,
  userId: 'user_one',
  now: marketDay,
})

test('a line that is not packed yet is cancelled: paid back from escrow, its goods for sale again, its consignment gone', async () => {
  const { db, orderId, hill } = await openPaid()
  const before = await hillStock(db)
  const answer = await cancelLines(db, cancelling(orderId, hill))
  const id = answer.ok ? answer.value.refundId : null
  expect(await postedOf(db, `${id}:refund`)).toEqual([[`2010:${orderId}`, `2030:${id}`, 2000]])
  expect(await hillStock(db)).toMatchObject({ available: before!.available + 2, sold: before!.sold - 2 })
  expect(await db.reader.select().from(consignments).where(eq(consignments.farmId, 'hill'))).toMatchObject([{ status: 'cancelled' }])
  expect(await db.reader.select().from(orders)).toMatchObject([{ status: 'confirmed' }])
  expect(await db.reader.select().from(waves).where(eq(waves.id, 'tue'))).toMatchObject([{ bookedDrops: 1 }])
  await soundBooks(db)
})

test('with the last line goes the order: delivery too, the place in the wave, nothing left in escrow', async () => {
  const { db, orderId, hill, brook } = await openPaid()
  await cancelLines(db, cancelling(orderId, hill))
  await cancelLines(db, cancelling(orderId, brook))
  const [order] = await db.reader.select().from(orders)
  expect(order).toMatchObject({ status: 'cancelled' })
  expect(await balanceOf(db, `2010:${orderId}`)).toBe(0)
  const back = await db.reader.select().from(refunds)
  expect(back.reduce((sum, { cashFen }) => sum + cashFen, 0)).toBe(order!.totalFen)
  expect(await db.reader.select().from(waves).where(eq(waves.id, 'tue'))).toMatchObject([{ bookedDrops: 0 }])
  expect(await eventsOf(db, orderId, ['cancelled'])).toHaveLength(1)
  await soundBooks(db)
})

test('cancelling twice, also at once, gives back once', async () => {
  const { db, orderId, hill, brook } = await openPaid()
  const answers = await Promise.all([1, 2, 3].map(() => cancelLines(db, cancelling(orderId, hill, brook))))
  expect(new Set(answers.map((answer) => answer.ok && answer.value.refundId)).size).toBe(1)
  const again = await cancelLines(db, { ...cancelling(orderId, hill, brook), requestKey: 'another' })
  expect(again).toMatchObject({ refusal: { code: 'not_under_way' } })
  expect(await db.reader.$count(refunds)).toBe(1)
  await soundBooks(db)
})

test('what a farm has packed is not cancelled, nor beside it what it has not', async () => {
  const { db, orderId, hill, brook } = await openPaid()
  const [packed] = await db.reader.select().from(consignments).where(eq(consignments.farmId, 'hill'))
  await packConsignments(db, { farmId: 'hill', userId: 'user_farm', consignmentIds: [packed!.id], now: marketDay })
  expect(await cancelLines(db, cancelling(orderId, hill, brook))).toMatchObject({ refusal: { code: 'packed_already' } })
  expect(await db.reader.$count(refunds)).toBe(0)
})

test('an order that is over, another line, or no line at all: refused', async () => {
  const { db, orderId, hill } = await openAccepted()
  expect(await cancelLines(db, cancelling(orderId, hill))).toMatchObject({ refusal: { code: 'not_under_way' } })
  const open = await openPaid()
  expect(await cancelLines(open.db, cancelling(open.orderId, 'line_none'))).toMatchObject({ refusal: { code: 'not_of_this_order' } })
  expect(await cancelLines(open.db, cancelling(open.orderId))).toMatchObject({ refusal: { code: 'not_of_this_order' } })
  expect(await cancelLines(open.db, cancelling('ord_none', hill))).toMatchObject({ refusal: { code: 'unknown_order' } })
})

test('an order that nobody has paid owes nothing when it is cancelled whole', async () => {
  const { db, orderId, hill, brook } = await openPaid()
  await db.transact((tx) => tx.update(orders).set({ paidAt: null, payment: 'on_account' }))
  expect(await cancelLines(db, cancelling(orderId, hill, brook))).toEqual({ ok: true, value: { refundId: null } })
  expect(await db.reader.select().from(orders)).toMatchObject([{ status: 'cancelled' }])
  expect(await db.reader.select().from(orderLines)).toMatchObject([{ status: 'cancelled' }, { status: 'cancelled' }])
})
