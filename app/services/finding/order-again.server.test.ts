import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { fen } from '#app/domain/money/fen.ts'
import { placeOrder } from '#app/services/ordering/place-order.server.ts'
import { receivePayment } from '#app/services/ordering/receive-payment.server.ts'
import { findBought, findLastOrder, findRecentlyBoughtIds } from '#db/queries/finding/bought.server.ts'
import { findRelatedIds } from '#db/queries/finding/related.server.ts'
import { basketLines, lots, orders, relatedProducts, variants } from '#db/schema/index.ts'
import { fillBasket, guestOrder, type Market, marketDay, openMarket, registered } from '#tests/support/open-market.ts'
import { countRelatedProducts } from './count-related.server.ts'
import { orderAgain } from './order-again.server.ts'

async function buy(db: Market, customerId: string, lines: readonly (readonly [string, number])[], now = marketDay) {
  const key = `bas_${Math.random()}`
  const customer = { customerId, userId: null, name: '白芷', phone: '13800002222', email: null }
  const placed = await placeOrder(db, guestOrder(await fillBasket(db, key, lines), { customer, now }))
  if (!placed.ok) throw new Error(JSON.stringify(placed.refusal))
  const { orderId, paymentId, totalFen } = placed.value
  await receivePayment(db, {
    event: { id: `evt_${orderId}`, type: 'checkout.session.completed' },
    paymentId: paymentId!,
    paymentIntentId: `pi_${orderId}`,
    amountFen: fen(totalFen),
    now,
  })
  return orderId
}

const alliance = { type: 'alliance', id: 'alliance' } as const
const again = (db: Market, orderId: string, customerId: string) =>
  orderAgain(db, {
    orderId,
    owner: { customerId, placementKey: null },
    basketId: null,
    customerId,
    storefrontId: 'alliance',
    now: marketDay,
  })

test('an order is bought again as far as there is any, and what there is not is said', async () => {
  const db = await openMarket({ quantity: 5 })
  const ann = await registered(db, 'cus_ann', alliance)
  const orderId = await buy(db, ann, [
    ['hill', 3],
    ['brook', 1],
    ['lake', 1],
  ])
  await db.transact(async (tx) => {
    await tx.update(variants).set({ status: 'off' }).where(eq(variants.id, 'var_lake'))
    await tx.update(lots).set({ available: 2 }).where(eq(lots.variantId, 'var_hill'))
  })
  const answer = await again(db, orderId, ann)
  if (!answer.ok) throw new Error(answer.refusal.code)
  expect(answer.value.put).toBe(2)
  expect(answer.value.short.map(({ quantity, left }) => ({ quantity, left }))).toEqual([
    { quantity: 3, left: 2 },
    { quantity: 1, left: 0 },
  ])
  const held = await db.reader.select().from(basketLines).where(eq(basketLines.basketId, answer.value.basketId))
  expect(Object.fromEntries(held.map(({ variantId, quantity }) => [variantId, quantity]))).toEqual({ var_hill: 2, var_brook: 1 })
})

test('pressing twice puts nothing in twice, and nobody buys another’s order again', async () => {
  const db = await openMarket()
  const ann = await registered(db, 'cus_ann', alliance)
  const bob = await registered(db, 'cus_bob', alliance)
  const orderId = await buy(db, ann, [['hill', 2]])
  const first = await again(db, orderId, ann)
  const basketId = first.ok ? first.value.basketId : null
  const owner = { customerId: ann, placementKey: null }
  await orderAgain(db, { orderId, owner, basketId, customerId: ann, storefrontId: 'alliance', now: marketDay })
  expect(await db.reader.select({ quantity: basketLines.quantity }).from(basketLines).where(eq(basketLines.basketId, basketId!))).toEqual([
    { quantity: 2 },
  ])
  expect(await again(db, orderId, bob)).toMatchObject({ ok: false, refusal: { code: 'unknown_order' } })
})

test('what was bought is listed by how often, and lately first; only what is theirs and was paid', async () => {
  const db = await openMarket()
  const ann = await registered(db, 'cus_ann', alliance)
  const bob = await registered(db, 'cus_bob', alliance)
  const later = new Date(marketDay.getTime() + 60_000)
  await buy(db, ann, [
    ['hill', 1],
    ['brook', 1],
  ])
  await buy(db, ann, [['hill', 1]])
  const last = await buy(db, ann, [['lake', 1]], later)
  await buy(db, bob, [['far', 1]])
  const unpaid = await buy(db, ann, [['far', 1]])
  await db.transact((tx) => tx.update(orders).set({ status: 'expired' }).where(eq(orders.id, unpaid)))
  const bought = await findBought(db.reader, { customerId: ann, terms: [], limit: 9, offset: 0 })
  expect(bought.map(({ id, times }) => [id, times])).toEqual([
    ['prd_hill', 2],
    ['prd_lake', 1],
    ['prd_brook', 1],
  ])
  expect((await findRecentlyBoughtIds(db.reader, { customerId: ann, limit: 1 }))[0]).toBe('prd_lake')
  expect((await findLastOrder(db.reader, ann))?.id).toBe(last)
})

test('what two orders held together is related, what one did is not; counting again changes nothing', async () => {
  const db = await openMarket()
  const ann = await registered(db, 'cus_ann', alliance)
  const pair = [
    ['hill', 1],
    ['brook', 1],
  ] as const
  await buy(db, ann, pair)
  await buy(db, ann, [...pair, ['lake', 1]])
  await countRelatedProducts(db, marketDay)
  await countRelatedProducts(db, marketDay)
  expect(await db.reader.select().from(relatedProducts).orderBy(relatedProducts.productId)).toEqual([
    { productId: 'prd_brook', relatedId: 'prd_hill', orders: 2 },
    { productId: 'prd_hill', relatedId: 'prd_brook', orders: 2 },
  ])
  expect(await findRelatedIds(db.reader, 'prd_hill')).toEqual(['prd_brook'])
  await countRelatedProducts(db, new Date(marketDay.getTime() + 200 * 24 * 3600 * 1000))
  expect(await findRelatedIds(db.reader, 'prd_hill')).toEqual([])
})
