import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { fen } from '#app/domain/money/fen.ts'
import { findBasketLines, findBasketQuantities, findOwnBasketId } from '#db/queries/ordering/basket.server.ts'
import { customers, lots, products, users, variants } from '#db/schema/index.ts'
import { openFresh } from '#tests/support/fresh-database.ts'
import { openShopWorld, shopNow, shopToday } from '#tests/support/shop-world.ts'
import { type BasketChange, changeBasket } from './change-basket.server.ts'
import { confirmPrices } from './confirm-prices.server.ts'

type World = Awaited<ReturnType<typeof openWorld>>

async function openWorld() {
  const db = await openShopWorld(await openFresh())
  await db.transact(async (tx) => {
    for (const id of ['ann', 'bob']) {
      await tx.insert(users).values({ id, name: id, email: `${id}@commonfield.example`, createdAt: shopNow, updatedAt: shopNow })
      await tx.insert(customers).values({
        id: `cus_${id}`,
        userId: id,
        name: id,
        phone: '13800000000',
        homeType: 'alliance',
        homeId: 'alliance',
        createdAt: shopNow,
      })
    }
  })
  return db
}

const put = (db: World, change: Partial<BasketChange> = {}) =>
  changeBasket(db, {
    basketId: null,
    storefrontId: 'alliance',
    customerId: null,
    variantId: 'potatoes-l',
    quantity: 2,
    now: shopNow,
    ...change,
  })

const idOf = (changed: Awaited<ReturnType<typeof put>>) => (changed.ok ? changed.value.basketId : '')
const linesOf = async (db: World, basketId: string) =>
  (await findBasketLines(db.reader, basketId, shopToday)).map(({ variantId, quantity, seenPriceFen }) => ({
    variantId,
    quantity,
    seenPriceFen,
  }))

test('the first thing put in makes a basket, at the price on the shelf', async () => {
  const db = await openWorld()
  const changed = await put(db)
  expect(changed.ok).toBe(true)
  expect(await linesOf(db, idOf(changed))).toEqual([{ variantId: 'potatoes-l', quantity: 2, seenPriceFen: 3500 }])
})

test('a quantity is how many there shall be: said twice it is still the same, and 0 takes the line out', async () => {
  const db = await openWorld()
  const basketId = idOf(await put(db))
  await put(db, { basketId, quantity: 3 })
  await put(db, { basketId, quantity: 3 })
  expect(await findBasketQuantities(db.reader, { basketId, userId: null })).toEqual({ 'potatoes-l': 3 })
  await put(db, { basketId, quantity: 0 })
  expect(await linesOf(db, basketId)).toEqual([])
})

test('more than there is is refused with how many are left, and nothing changes', async () => {
  const db = await openWorld()
  const basketId = idOf(await put(db, { quantity: 7 }))
  expect(await put(db, { basketId, quantity: 8 })).toEqual({ ok: false, refusal: { code: 'not_enough', available: 7 } })
  expect(await linesOf(db, basketId)).toMatchObject([{ quantity: 7 }])
})

test('an alliance product can be had as often as all farms together have it', async () => {
  const db = await openWorld()
  expect((await put(db, { variantId: 'eggs-15', quantity: 11 })).ok).toBe(true)
  expect(await put(db, { variantId: 'eggs-15', quantity: 12 })).toMatchObject({ refusal: { code: 'not_enough', available: 11 } })
})

test('what is past its best cannot be put in', async () => {
  const db = await openWorld()
  expect(await put(db, { variantId: 'mangoes-s', quantity: 1 })).toEqual({ ok: false, refusal: { code: 'not_enough', available: 0 } })
})

test('a thousand of one size is too many, however many there are', async () => {
  const db = await openWorld()
  await db.transact((tx) => tx.update(lots).set({ available: 5000 }).where(eq(lots.variantId, 'sweet-l')))
  expect(await put(db, { variantId: 'sweet-l', quantity: 1000 })).toMatchObject({ refusal: { code: 'not_enough', available: 999 } })
  expect((await put(db, { variantId: 'sweet-l', quantity: 999 })).ok).toBe(true)
})

test('half a potato and less than none are our bug, not the customer’s', async () => {
  const db = await openWorld()
  await expect(put(db, { quantity: 1.5 })).rejects.toThrow(/not a quantity/)
  await expect(put(db, { quantity: -1 })).rejects.toThrow(/not a quantity/)
})

test('what is off the shelf or unknown cannot be put in, but can be taken out', async () => {
  const db = await openWorld()
  expect(await put(db, { variantId: 'onions-s' })).toEqual({ ok: false, refusal: { code: 'unknown_variant' } })
  expect(await put(db, { variantId: 'no-such' })).toEqual({ ok: false, refusal: { code: 'unknown_variant' } })
  const basketId = idOf(await put(db))
  await db.transact((tx) => tx.update(products).set({ status: 'off' }).where(eq(products.id, 'potatoes')))
  expect(await findBasketLines(db.reader, basketId, shopToday)).toMatchObject([{ status: 'off' }])
  await put(db, { basketId, quantity: 0 })
  expect(await linesOf(db, basketId)).toEqual([])
})

test('a customer’s basket is changed by that customer alone; anyone else gets a new one', async () => {
  const db = await openWorld()
  const annsId = idOf(await put(db, { customerId: 'cus_ann' }))
  const bobsId = idOf(await put(db, { basketId: annsId, customerId: 'cus_bob', quantity: 5 }))
  const guestsId = idOf(await put(db, { basketId: annsId, quantity: 4 }))
  expect(new Set([annsId, bobsId, guestsId]).size).toBe(3)
  expect(await linesOf(db, annsId)).toMatchObject([{ quantity: 2 }])
  expect(await findBasketQuantities(db.reader, { basketId: annsId, userId: 'bob' })).toEqual({})
  expect(await findBasketQuantities(db.reader, { basketId: annsId, userId: null })).toEqual({})
  expect(await findOwnBasketId(db.reader, { basketId: annsId, userId: 'bob' })).toBeNull()
  expect(await findOwnBasketId(db.reader, { basketId: annsId, userId: 'ann' })).toBe(annsId)
})

test('a guest’s basket becomes the customer’s who goes on with it', async () => {
  const db = await openWorld()
  const basketId = idOf(await put(db))
  expect(idOf(await put(db, { basketId, customerId: 'cus_ann', quantity: 3 }))).toBe(basketId)
  expect(await findOwnBasketId(db.reader, { basketId, userId: null })).toBeNull()
})

test('a price that changes is asked about until the customer agrees to that very price', async () => {
  const db = await openWorld()
  const basketId = idOf(await put(db))
  const priceTo = (priceFen: number) =>
    db.transact((tx) =>
      tx
        .update(variants)
        .set({ priceFen: fen(priceFen) })
        .where(eq(variants.id, 'potatoes-l')),
    )
  const agree = (priceFen: number) =>
    confirmPrices(db, { basketId, customerId: null, shown: [{ variantId: 'potatoes-l', priceFen }], now: shopNow })
  await priceTo(4000)
  await put(db, { basketId, quantity: 3 })
  expect(await linesOf(db, basketId)).toEqual([{ variantId: 'potatoes-l', quantity: 3, seenPriceFen: 3500 }])
  await priceTo(4500)
  expect(await agree(4000)).toEqual({ ok: true, value: { confirmed: 0 } })
  expect(await linesOf(db, basketId)).toMatchObject([{ seenPriceFen: 3500 }])
  expect(await agree(4500)).toEqual({ ok: true, value: { confirmed: 1 } })
  expect(await linesOf(db, basketId)).toMatchObject([{ seenPriceFen: 4500 }])
})

test('nobody agrees to prices in somebody else’s basket', async () => {
  const db = await openWorld()
  const basketId = idOf(await put(db, { customerId: 'cus_ann' }))
  expect(await confirmPrices(db, { basketId, customerId: 'cus_bob', shown: [], now: shopNow })).toEqual({
    ok: false,
    refusal: { code: 'basket_gone' },
  })
})
