import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { placeOrder } from '#app/services/ordering/place-order.server.ts'
import type { Database } from '#db/client.server.ts'
import { addresses, basketLines, baskets, customers, orders } from '#db/schema/index.ts'
import { fillBasket, guestOrder, marketDay, openMarket } from '#tests/support/open-market.ts'
import { claimBasket } from './claim-basket.server.ts'
import { registerCustomer } from './register-customer.server.ts'

const chen = { name: '陈晓', email: 'chen@example.com', password: 'carrots-and-leeks', storefrontId: 'alliance', now: marketDay }

async function register(db: Database, change: Partial<Parameters<typeof registerCustomer>[1]> = {}) {
  const registered = await registerCustomer(db, { ...chen, basketId: null, guestOrders: [], ...change })
  if (!registered.ok) throw new Error(registered.refusal.code)
  return registered.value
}

const linesOf = async (db: Database, basketId: string) => {
  const lines = await db.reader.select().from(basketLines).where(eq(basketLines.basketId, basketId)).orderBy(basketLines.variantId)
  return lines.map((line) => [line.variantId, line.quantity])
}

const ownerOf = async (db: Database, basketId: string) =>
  (await db.reader.select({ customerId: baskets.customerId }).from(baskets).where(eq(baskets.id, basketId)))[0]?.customerId

test('registering takes the basket of this browser along', async () => {
  const db = await openMarket()
  await fillBasket(db, 'bas_guest', [['hill', 2]])
  const { customerId, basketId } = await register(db, { basketId: 'bas_guest' })
  expect(basketId).toBe('bas_guest')
  expect(await ownerOf(db, 'bas_guest')).toBe(customerId)
})

test("the home is the farm whose shop was entered; a shop that does not exist leaves the alliance's", async () => {
  const db = await openMarket()
  await register(db, { storefrontId: 'hill' })
  await register(db, { email: 'mei@example.com', storefrontId: 'nowhere' })
  const homes = await db.reader.select({ type: customers.homeType, id: customers.homeId }).from(customers).orderBy(customers.id)
  expect(homes).toEqual([
    { type: 'farm', id: 'hill' },
    { type: 'alliance', id: 'alliance' },
  ])
})

test('signing in pours the guest basket into the one the customer has, and doing it twice adds nothing', async () => {
  const db = await openMarket()
  await fillBasket(db, 'bas_own', [['hill', 2]])
  const { customerId } = await register(db, { basketId: 'bas_own' })
  await fillBasket(db, 'bas_guest', [
    ['hill', 3],
    ['brook', 1],
  ])
  for (let time = 0; time < 2; time++) {
    expect(await claimBasket(db, { customerId, basketId: 'bas_guest', guestOrders: [] })).toBe('bas_own')
    expect(await linesOf(db, 'bas_own')).toEqual([
      ['var_brook', 1],
      ['var_hill', 5],
    ])
  }
  expect(await ownerOf(db, 'bas_guest')).toBeUndefined()
})

test('two baskets never add up to more than a line may hold', async () => {
  const db = await openMarket()
  await fillBasket(db, 'bas_own', [['hill', 600]])
  const { customerId } = await register(db, { basketId: 'bas_own' })
  await fillBasket(db, 'bas_guest', [['hill', 600]])
  await claimBasket(db, { customerId, basketId: 'bas_guest', guestOrders: [] })
  expect(await linesOf(db, 'bas_own')).toEqual([['var_hill', 999]])
})

test("another customer's basket, left in a shared browser, stays theirs", async () => {
  const db = await openMarket()
  await fillBasket(db, 'bas_chen', [['hill', 2]])
  const chenId = (await register(db, { basketId: 'bas_chen' })).customerId
  const mei = await register(db, { email: 'mei@example.com', basketId: 'bas_chen' })
  expect(mei.basketId).toBeNull()
  expect(await ownerOf(db, 'bas_chen')).toBe(chenId)

  await fillBasket(db, 'bas_mei', [['brook', 1]])
  expect(await claimBasket(db, { customerId: mei.customerId, basketId: 'bas_mei', guestOrders: [] })).toBe('bas_mei')
  expect(await claimBasket(db, { customerId: mei.customerId, basketId: 'bas_chen', guestOrders: [] })).toBe('bas_mei')
  expect(await linesOf(db, 'bas_chen')).toEqual([['var_hill', 2]])
})

/** An order placed as a guest, with an address kept. */
async function placeAsGuest(db: Database, basketId: string) {
  const placed = await placeOrder(db, guestOrder(await fillBasket(db, basketId, [['hill', 1]])))
  if (!placed.ok) throw new Error(placed.refusal.code)
  const [order] = await db.reader.select().from(orders).where(eq(orders.id, placed.value.orderId))
  await db.transact((tx) =>
    tx.insert(addresses).values({
      id: `adr_${basketId}`,
      customerId: order!.customerId,
      recipient: '甘棠',
      phone: '13800001111',
      districtId: 'inner',
      street: '桐梓林路 8 号',
      lat: 30.65,
      lon: 104.08,
      usedAt: marketDay,
    }),
  )
  return { orderId: order!.id, placementKey: order!.placementKey }
}

const placerOf = async (db: Database, orderId: string) =>
  (await db.reader.select({ customerId: orders.customerId }).from(orders).where(eq(orders.id, orderId)))[0]?.customerId

test('orders placed as a guest in this browser become the customer’s, with their addresses', async () => {
  const db = await openMarket()
  const placed = await placeAsGuest(db, 'bas_1')
  const strangers = await placeAsGuest(db, 'bas_2')
  const { customerId } = await register(db, { guestOrders: [placed] })
  expect(await placerOf(db, placed.orderId)).toBe(customerId)
  expect(await placerOf(db, strangers.orderId)).not.toBe(customerId)
  expect((await db.reader.select().from(addresses).where(eq(addresses.customerId, customerId))).map((address) => address.id)).toEqual([
    'adr_bas_1',
  ])
})

test('an order is claimed by the key it was placed with, never by its id alone, and never twice', async () => {
  const db = await openMarket()
  const placed = await placeAsGuest(db, 'bas_1')
  await register(db, { guestOrders: [{ ...placed, placementKey: 'guessed' }] })
  const { customerId } = await register(db, { email: 'mei@example.com', guestOrders: [placed] })
  await register(db, { email: 'lan@example.com', guestOrders: [placed] })
  expect(await placerOf(db, placed.orderId)).toBe(customerId)
})
