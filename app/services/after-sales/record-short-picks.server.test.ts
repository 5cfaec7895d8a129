import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { fen } from '#app/domain/money/fen.ts'
import { acceptOrder } from '#app/services/ledger/accept-order.server.ts'
import { verifyLedger } from '#app/services/ledger/verify-ledger.server.ts'
import { confirmTransfer } from '#app/services/ordering/confirm-transfer.server.ts'
import { packConsignments } from '#app/services/ordering/pack-consignments.server.ts'
import { findShortPicks } from '#db/queries/farm/short-picks.server.ts'
import { accounts, consignments, lots, orderLines, orders, refunds } from '#db/schema/index.ts'
import { deliverAll } from '#tests/support/open-fleet.ts'
import { type Market, marketDay } from '#tests/support/open-market.ts'
import { balanceOf, later, noon, openPaid, postedOf, refundOf } from '#tests/support/open-refunds.ts'
import type { Packed } from './record-short-picks.server.ts'

const soundBooks = async (db: Market) => expect((await verifyLedger(db.reader)).differences).toEqual([])

async function pack(db: Market, farmId: string, packed: readonly Packed[]) {
  const rows = await db.reader.select().from(consignments).where(eq(consignments.farmId, farmId))
  const consignmentIds = rows.map(({ id }) => id)
  return packConsignments(db, { farmId, userId: 'user_farm', consignmentIds, packed, now: marketDay })
}
const onlyRefund = async (db: Market) => (await db.reader.select().from(refunds))[0]!

test('a box short of two goes back at once and by itself; acceptance shares out the rest by its weight', async () => {
  const { db, orderId, hill } = await openPaid()
  expect(await pack(db, 'hill', [{ lineId: hill, quantity: 1 }])).toMatchObject({ value: { short: 1 } })
  const { id } = await onlyRefund(db)
  expect(await refundOf(db, id)).toMatchObject({ reason: 'short_pick', status: 'approved', cashFen: 1000, requestedBy: 'user_farm' })
  expect(await postedOf(db, `${id}:refund`)).toEqual([[`2010:${orderId}`, `2030:${id}`, 1000]])
  await deliverAll(db, noon)
  await acceptOrder(db, { orderId, now: later(24) })
  expect(await balanceOf(db, '2110:hill')).toBe(-(1000 - 50 - 40 - 10) + 20)
  await soundBooks(db)
})

test('the short pick of the worked example: 0.6 kg of 10 kg, base 694 = cash 681 + coupon 13', async () => {
  const { db, orderId, hill } = await openPaid([['hill', 2]])
  // line 1 of the example: base 11566, of which a coupon of 217; the alliance's part stands in escrow with the customer's
  const line = { amountFen: fen(12_000), unitPriceFen: fen(6000), discountFen: fen(434), couponFen: fen(217), netWeightG: 10_000 }
  await db.transact(async (tx) => {
    await tx
      .update(orderLines)
      .set({ ...line, pricedByWeight: true })
      .where(eq(orderLines.id, hill))
    await tx
      .update(accounts)
      .set({ balanceFen: fen(-20_000) })
      .where(eq(accounts.id, `2010:${orderId}`))
  })
  await pack(db, 'hill', [{ lineId: hill, weightG: 9400 }])
  const { id } = await onlyRefund(db)
  expect(await postedOf(db, `${id}:refund`)).toEqual([
    [`2010:${orderId}`, `2030:${id}`, 681],
    [`2010:${orderId}`, '5020', 13],
  ])
})

test('a box with nothing in it cancels its line; with nothing at all in any, the order, and its delivery goes back', async () => {
  const { db, orderId, hill, brook } = await openPaid()
  await pack(db, 'hill', [{ lineId: hill, quantity: 0 }])
  expect(await db.reader.select().from(consignments).where(eq(consignments.farmId, 'hill'))).toMatchObject([{ status: 'cancelled' }])
  const [lot] = await db.reader.select().from(lots).where(eq(lots.id, 'lot_hill_hill'))
  expect(lot).toMatchObject({ sold: 0, available: 498 }) // what was not there cannot be sold again
  await pack(db, 'brook', [{ lineId: brook, quantity: 0 }])
  expect(await db.reader.select().from(orders)).toMatchObject([{ status: 'cancelled' }])
  expect(await balanceOf(db, `2010:${orderId}`)).toBe(0)
  await soundBooks(db)
})

test('more than was ordered is not packed, and nothing beside it', async () => {
  const { db, hill } = await openPaid()
  expect(await pack(db, 'hill', [{ lineId: hill, quantity: 3 }])).toMatchObject({ refusal: { code: 'over_ordered', lineIds: [hill] } })
  expect(await db.reader.select().from(consignments).where(eq(consignments.farmId, 'hill'))).toMatchObject([{ status: 'to_pack' }])
})

test("of another farm's line nothing is known, and packing twice gives back once", async () => {
  const { db, hill, brook } = await openPaid()
  await pack(db, 'hill', [
    { lineId: brook, quantity: 0 },
    { lineId: hill, quantity: 2 },
  ])
  expect(await db.reader.$count(refunds)).toBe(0)
  const short = [{ lineId: brook, quantity: 0 }]
  await Promise.all([1, 2].map(() => pack(db, 'brook', short)))
  expect(await db.reader.$count(refunds)).toBe(1)
})

test('what an unpaid order is short of waits, and goes back when it is paid', async () => {
  const { db, orderId, hill } = await openPaid()
  await db.transact(async (tx) => {
    await tx.update(orders).set({ paidAt: null, payment: 'on_account' })
    await tx
      .update(accounts)
      .set({ balanceFen: fen(0) })
      .where(eq(accounts.id, `2010:${orderId}`))
  })
  await pack(db, 'hill', [{ lineId: hill, quantity: 1 }])
  expect(await onlyRefund(db)).toMatchObject({ status: 'proposed', way: 'bank' })
  await confirmTransfer(db, { orderId, userId: 'user_office', now: later(1) })
  const { id } = await onlyRefund(db)
  expect(await refundOf(db, id)).toMatchObject({ status: 'approved', way: 'bank', cashFen: 1000 })
})

test('the farm reads what its sale fell by', async () => {
  const { db, hill } = await openPaid()
  await pack(db, 'hill', [{ lineId: hill, quantity: 1 }])
  expect(await findShortPicks(db.reader, { farmId: 'hill', waveId: 'tue' })).toEqual([
    { lineId: hill, quantity: 1, weightG: expect.any(Number), baseFen: 1000 },
  ])
  expect(await findShortPicks(db.reader, { farmId: 'brook', waveId: 'tue' })).toEqual([])
})
