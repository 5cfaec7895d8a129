import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { auditEntries, distributions, products } from '#db/schema/index.ts'
import { type FarmWorld, openFarmWorld, worldNow } from '#tests/support/farm-world.ts'
import { chooseDistributions } from './choose-distributions.server.ts'

const choose = (db: FarmWorld, add: string[], remove: string[] = [], farmId = 'farm_hl') =>
  chooseDistributions(db, { farmId, userId: 'user_1', add, remove, now: worldNow })

test("a partner's product is offered in the farm's shop, once however often it is chosen", async () => {
  const db = await openFarmWorld()
  expect(await choose(db, ['prd_sausage'])).toEqual({ ok: true, value: { added: 1, removed: 0 } })
  expect(await choose(db, ['prd_sausage'])).toEqual({ ok: true, value: { added: 0, removed: 0 } })
  expect(await db.reader.select().from(distributions)).toEqual([{ farmId: 'farm_hl', productId: 'prd_sausage' }])
  expect(await db.reader.$count(auditEntries)).toBe(1)
})

test("a farm's own product, an unknown one and one off the shelf are not offered, and then nothing is chosen", async () => {
  const db = await openFarmWorld()
  expect(await choose(db, ['prd_sausage', 'prd_egg'])).toEqual({ ok: false, refusal: { code: 'not_offered', productIds: ['prd_egg'] } })
  await db.transact((tx) => tx.update(products).set({ status: 'off' }).where(eq(products.id, 'prd_sausage')))
  expect(await choose(db, ['prd_sausage', 'prd_nothing'])).toMatchObject({ ok: false })
  expect(await db.reader.$count(distributions)).toBe(0)
})

test('taking a product out of the shop leaves the other farms their choice', async () => {
  const db = await openFarmWorld()
  await choose(db, ['prd_sausage'])
  await choose(db, ['prd_egg'], [], 'farm_xc')
  expect(await choose(db, [], ['prd_sausage', 'prd_egg'])).toEqual({ ok: true, value: { added: 0, removed: 1 } })
  expect(await db.reader.select().from(distributions)).toEqual([{ farmId: 'farm_xc', productId: 'prd_egg' }])
})
