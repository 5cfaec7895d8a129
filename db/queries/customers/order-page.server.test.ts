import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { placeOrder } from '#app/services/ordering/place-order.server.ts'
import { customers, orders, users } from '#db/schema/index.ts'
import { fillBasket, guestOrder, type Market, marketDay, openMarket, registered } from '#tests/support/open-market.ts'
import { findOrderPage } from './order-page.server.ts'

async function placedBy(db: Market, id: string, customerId: string | null) {
  const order = guestOrder(
    await fillBasket(db, `bas_${id}`, [
      ['hill', 2],
      ['far', 1],
    ]),
  )
  const placed = await placeOrder(db, { ...order, customer: { ...order.customer, customerId } })
  if (!placed.ok) throw new Error(placed.refusal.code)
  return { orderId: placed.value.orderId, placementKey: order.placementKey }
}

test('a customer sees their order with its lines by day, its events and where it goes', async () => {
  const db = await openMarket()
  const customerId = await registered(db, 'cus_a', { type: 'alliance', id: 'alliance' })
  const { orderId } = await placedBy(db, 'a', customerId)
  const page = await findOrderPage(db.reader, { orderId, owner: { customerId, placementKey: null } })
  expect(page?.lines.map((line) => [line.farmId, line.deliversOn, line.quantity])).toEqual([
    ['hill', '2026-11-24', 2],
    ['far', '2026-11-27', 1],
  ])
  expect(page?.events.map((event) => event.kind)).toEqual(['placed'])
  expect(page?.contact).toMatchObject({ recipient: '甘棠', addressZh: '锦江区桐梓林路 8 号' })
  expect(page?.payment?.status).toBe('opening')
})

test("another customer's order is not found", async () => {
  const db = await openMarket()
  const { orderId } = await placedBy(db, 'a', await registered(db, 'cus_a', { type: 'alliance', id: 'alliance' }))
  const other = await registered(db, 'cus_b', { type: 'alliance', id: 'alliance' })
  expect(await findOrderPage(db.reader, { orderId, owner: { customerId: other, placementKey: null } })).toBeNull()
})

test('whoever is nobody owns nothing, and the key of one order opens no other', async () => {
  const db = await openMarket()
  const mine = await placedBy(db, 'a', null)
  const theirs = await placedBy(db, 'b', null)
  expect(await findOrderPage(db.reader, { orderId: mine.orderId, owner: { customerId: null, placementKey: null } })).toBeNull()
  expect(
    await findOrderPage(db.reader, { orderId: theirs.orderId, owner: { customerId: null, placementKey: mine.placementKey } }),
  ).toBeNull()
  expect(
    await findOrderPage(db.reader, { orderId: mine.orderId, owner: { customerId: null, placementKey: mine.placementKey } }),
  ).not.toBeNull()
})

test("a guest's order that an account has claimed is read through that account alone", async () => {
  const db = await openMarket()
  const { orderId, placementKey } = await placedBy(db, 'a', null)
  const customerId = (await db.reader.select({ id: orders.customerId }).from(orders).where(eq(orders.id, orderId)))[0]!.id
  await db.transact(async (tx) => {
    const at = marketDay
    await tx.insert(users).values({ id: 'usr_a', name: '甘棠', email: 'a@commonfield.example', createdAt: at, updatedAt: at })
    await tx.update(customers).set({ userId: 'usr_a' }).where(eq(customers.id, customerId))
  })
  expect(await findOrderPage(db.reader, { orderId, owner: { customerId: null, placementKey } })).toBeNull()
  expect(await findOrderPage(db.reader, { orderId, owner: { customerId, placementKey: null } })).not.toBeNull()
})
