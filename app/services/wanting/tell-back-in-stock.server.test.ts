import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Database } from '#db/client.server.ts'
import { customers, lots, outbox, wishes } from '#db/schema/index.ts'
import { marketDay, openMarket, registered } from '#tests/support/open-market.ts'
import { promiseBackInStock, tellBackInStock } from './tell-back-in-stock.server.ts'
import { changeWish } from './wish.server.ts'

const home = { type: 'alliance', id: 'alliance' } as const
const setStock = (db: Database, available: number) =>
  db.transact((tx) => tx.update(lots).set({ available }).where(eq(lots.variantId, 'var_hill')))
const wish = { customerId: 'cus_1', productId: 'prd_hill', wish: 'tell', now: marketDay } as const
const later = new Date(marketDay.getTime() + 60_000)

test('who waits for what was sold out is told once when it is back; wishing again arms it anew', async () => {
  const db = await openMarket()
  await registered(db, 'cus_1', home)
  await setStock(db, 0)
  expect((await changeWish(db, wish)).ok).toBe(true)
  expect(await promiseBackInStock(db, marketDay)).toBe(0)
  await setStock(db, 5)
  const promised = await Promise.all([promiseBackInStock(db, marketDay), promiseBackInStock(db, marketDay)])
  expect(promised.reduce((sum, count) => sum + count, 0)).toBe(1)
  expect(await promiseBackInStock(db, later)).toBe(0)
  const sent: string[] = []
  const messages = { sendSms: async ({ text }: { text: string }) => void sent.push(text), sendMail: async () => {} }
  const [task] = await db.reader.select().from(outbox).where(eq(outbox.topic, 'back_in_stock'))
  for (let again = 0; again < 2; again++)
    await tellBackInStock(db, messages, { subjectId: task!.subjectId, publicUrl: 'http://shop.test', now: later })
  expect(sent).toEqual([expect.stringContaining('http://shop.test/products/hill-product')])
  await setStock(db, 0)
  await changeWish(db, { ...wish, now: later })
  await setStock(db, 1)
  expect(await promiseBackInStock(db, later)).toBe(1)
})

test('what can be bought is wished for plainly, and nobody is told that it is there', async () => {
  const db = await openMarket()
  await registered(db, 'cus_1', home)
  await changeWish(db, wish)
  expect(await db.reader.select().from(wishes)).toMatchObject([{ tellWhenBack: false, toldAt: null }])
  expect(await promiseBackInStock(db, marketDay)).toBe(0)
  await changeWish(db, { ...wish, wish: 'drop' })
  expect(await db.reader.$count(wishes)).toBe(0)
})

test('of many who wait a hundred are told at a time, each of them once', async () => {
  const db = await openMarket()
  await setStock(db, 0)
  const people = Array.from({ length: 130 }, (_, n) => `cus_${n}`)
  await db.transact(async (tx) => {
    const person = { userId: null, name: '', phone: '', email: null, homeType: home.type, homeId: home.id, createdAt: marketDay }
    await tx.insert(customers).values(people.map((id) => ({ ...person, id })))
    const waiting = { productId: 'prd_hill', tellWhenBack: true, addedAt: marketDay, toldAt: null }
    await tx.insert(wishes).values(people.map((customerId) => ({ ...waiting, customerId })))
  })
  await setStock(db, 1)
  expect([await promiseBackInStock(db, marketDay), await promiseBackInStock(db, later), await promiseBackInStock(db, later)]).toEqual([
    100, 30, 0,
  ])
})
