import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { verifyLedger } from '#app/services/ledger/verify-ledger.server.ts'
import type { Database } from '#db/client.server.ts'
import { orders, payments, postings, transfers } from '#db/schema/index.ts'
import { openPayingShop, type PayingShop } from '#tests/support/open-paying-shop.ts'
import { repairPayments } from './repair-payments.server.ts'

const day = 24 * 60 * 60_000
const orderOf = async (db: Database, id: string) => (await db.reader.select().from(orders).where(eq(orders.id, id)))[0]!
const paymentOf = async (db: Database, id: string) => (await db.reader.select().from(payments).where(eq(payments.id, id)))[0]!
const movesOf = (db: Database, key: string) =>
  db.reader
    .select({ debit: transfers.debit, credit: transfers.credit, amountFen: transfers.amountFen })
    .from(transfers)
    .where(eq(transfers.postingKey, key))
const repair = ({ db, processor, now }: PayingShop) => repairPayments(db, processor, now())

test('three days of lost webhooks are repaired from the list of events', async () => {
  const shop = await openPayingShop()
  shop.sandbox.setFaults({ webhooksToDrop: 1_000 })
  const placed = []
  for (const waveId of ['tue', 'fri', 'fri']) {
    const order = await shop.place(waveId)
    await shop.press(order.url, 'succeed')
    placed.push(order)
    shop.pass(day - 60_000)
  }
  await shop.sandbox.idle()
  for (const { orderId } of placed) expect((await orderOf(shop.db, orderId)).status).toBe('awaiting_payment')
  expect(await repair(shop)).toMatchObject({ handled: 9, refused: [] })
  for (const { orderId } of placed) expect((await orderOf(shop.db, orderId)).status).toBe('confirmed')
  expect(await repair(shop)).toMatchObject({ handled: 0 })
  expect((await verifyLedger(shop.db.reader)).differences).toEqual([])
})

test('an event lost between two that arrived is found too', async () => {
  const shop = await openPayingShop()
  await repair(shop)
  const lost = await shop.place()
  shop.sandbox.setFaults({ webhooksToDrop: 1 })
  await shop.press(lost.url, 'succeed')
  shop.sandbox.setFaults({ webhooksToDrop: 0 })
  await shop.press((await shop.place()).url, 'succeed')
  await shop.sandbox.idle()
  expect((await orderOf(shop.db, lost.orderId)).status).toBe('awaiting_payment')
  shop.pass(120_000)
  await repair(shop)
  expect((await orderOf(shop.db, lost.orderId)).status).toBe('confirmed')
})

test('money found only after the order expired is taken to escrow and goes back', async () => {
  const shop = await openPayingShop()
  const order = await shop.place()
  shop.sandbox.setFaults({ webhooksToDrop: 1_000 })
  await shop.press(order.url, 'succeed')
  await shop.db.transact((tx) => tx.update(orders).set({ status: 'expired' }).where(eq(orders.id, order.orderId)))
  await repair(shop)
  expect((await paymentOf(shop.db, order.paymentId)).status).toBe('late')
  const escrow = await shop.db.reader
    .select()
    .from(transfers)
    .where(eq(transfers.debit, `2010:${order.orderId}`))
  expect(escrow).toMatchObject([{ amountFen: order.totalFen }])
})

test('the fee is entered once it can be looked up, and the rest is available when its day has come, each once', async () => {
  const shop = await openPayingShop()
  const { paymentId, totalFen, url } = await shop.place()
  await shop.press(url, 'succeed')
  await shop.sandbox.idle()
  expect(await paymentOf(shop.db, paymentId)).toMatchObject({ status: 'succeeded', feeFen: null })

  expect(await repair(shop)).toMatchObject({ feesLearned: 1, fundsReleased: 0 })
  const feeFen = 292 // 27.00 by card: 3.4 % + 2.00
  expect(await paymentOf(shop.db, paymentId)).toMatchObject({ feeFen, method: 'card', chargeId: expect.stringMatching(/^ch_/) })
  expect(await movesOf(shop.db, `${paymentId}:fee`)).toEqual([{ debit: '5010', credit: '1010', amountFen: feeFen }])
  expect(await repair(shop)).toMatchObject({ feesLearned: 0, fundsReleased: 0 })

  shop.pass(2 * day)
  const both = await Promise.all([repair(shop), repair(shop)])
  expect(both.map(({ fundsReleased }) => fundsReleased).sort()).toEqual([0, 1])
  expect(await movesOf(shop.db, `${paymentId}:available`)).toEqual([{ debit: '1020', credit: '1010', amountFen: totalFen - feeFen }])
  expect((await paymentOf(shop.db, paymentId)).fundsPostedAt).toEqual(shop.now())
  expect(await repair(shop)).toMatchObject({ fundsReleased: 0 })
  expect((await verifyLedger(shop.db.reader)).differences).toEqual([])
})

test('a processor that does not answer is asked again at the next sweep', async () => {
  const shop = await openPayingShop()
  const { orderId, url } = await shop.place()
  shop.sandbox.setFaults({ webhooksToDrop: 1_000 })
  await shop.press(url, 'succeed')
  shop.sandbox.setFaults({ callsToRefuse: 1_000, refuseStatus: 500 })
  await expect(repair(shop)).rejects.toMatchObject({ service: 'stripe', retryable: true })
  shop.sandbox.setFaults({ callsToRefuse: 0 })
  await repair(shop)
  expect((await orderOf(shop.db, orderId)).status).toBe('confirmed')
  expect(await shop.db.reader.$count(postings, eq(postings.event, 'payment_succeeded'))).toBe(1)
})
