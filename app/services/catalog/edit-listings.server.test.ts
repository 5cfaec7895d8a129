import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { ListingChange } from '#app/domain/catalog/listing-change.ts'
import { fen } from '#app/domain/money/fen.ts'
import { auditEntries, farms, lots, priceTiers, products, variants } from '#db/schema/index.ts'
import { type FarmWorld, openFarmWorld, worldNow } from '#tests/support/farm-world.ts'
import { editListings, undoListingSave } from './edit-listings.server.ts'

const later = new Date(worldNow.getTime() + 60_000)
const edit = (db: FarmWorld, changes: ListingChange[], { farmId = 'farm_hl', saveKey = 'save-1' } = {}) =>
  editListings(db, { farmId, userId: 'user_1', saveKey, changes, now: later })

const price = (id: string, from: number, to: number): ListingChange => ({ kind: 'price', id, from: fen(from), to: fen(to) })
const stock = (id: string, from: number, to: number): ListingChange => ({ kind: 'stock', id, from, to })

const priceOf = async (db: FarmWorld, id: string) => (await db.reader.select().from(variants).where(eq(variants.id, id)))[0]?.priceFen
const lotOf = async (db: FarmWorld, id: string) => (await db.reader.select().from(lots).where(eq(lots.id, id)))[0]
const productOf = async (db: FarmWorld, id: string) => (await db.reader.select().from(products).where(eq(products.id, id)))[0]

test('prices and stock of many are saved at once, and the card is marked as changed', async () => {
  const db = await openFarmWorld()
  const changes = [price('var_e15', 3300, 3500), price('var_e30', 6200, 6000), stock('lot_new', 20, 60)]
  expect(await edit(db, changes)).toEqual({ key: 'save-1', saved: changes, refused: [] })
  expect(await priceOf(db, 'var_e15')).toBe(3500)
  expect(await priceOf(db, 'var_e30')).toBe(6000)
  expect((await productOf(db, 'prd_egg'))?.changedAt).toEqual(later)
})

test('setting the stock touches neither what is held nor what is sold', async () => {
  const db = await openFarmWorld()
  await edit(db, [stock('lot_new', 20, 0)])
  expect(await lotOf(db, 'lot_new')).toMatchObject({ available: 0, held: 3, sold: 2 })
})

test("another farm's size, lot and product are not found, and nothing of theirs changes", async () => {
  const db = await openFarmWorld()
  const changes: ListingChange[] = [
    price('var_s', 4800, 1),
    stock('lot_s', 9, 0),
    { kind: 'shelf', id: 'prd_sausage', from: 'listed', to: 'off' },
  ]
  const edited = await edit(db, changes)
  expect(edited.saved).toEqual([])
  expect(edited.refused.map(({ refusal }) => refusal.code)).toEqual(['not_found', 'not_found', 'not_found'])
  expect(await priceOf(db, 'var_s')).toBe(4800)
  expect((await lotOf(db, 'lot_s'))?.available).toBe(9)
  expect((await productOf(db, 'prd_sausage'))?.status).toBe('listed')
})

test('a cell that somebody else changed meanwhile is refused by name with what it says now; the others are saved', async () => {
  const db = await openFarmWorld()
  await edit(db, [stock('lot_new', 20, 18)], { saveKey: 'somebody-else' })
  const edited = await edit(db, [stock('lot_new', 20, 60), price('var_e15', 3300, 3500)])
  expect(edited.saved).toEqual([price('var_e15', 3300, 3500)])
  expect(edited.refused).toEqual([{ change: stock('lot_new', 20, 60), refusal: { code: 'changed_meanwhile', current: 18 } }])
  expect((await lotOf(db, 'lot_new'))?.available).toBe(18)
})

test('the same form sent twice is one save with one entry in the audit log, and both answers show it', async () => {
  const db = await openFarmWorld()
  const changes = [price('var_e15', 3300, 3500), stock('lot_new', 20, 60)]
  await edit(db, changes)
  expect(await edit(db, changes)).toEqual({ key: 'save-1', saved: changes, refused: [] })
  expect(await db.reader.$count(auditEntries)).toBe(1)
})

test('the same form sent again with other changes, as after going back, loses none of them', async () => {
  const db = await openFarmWorld()
  await edit(db, [price('var_e15', 3300, 3500)])
  const again = await edit(db, [price('var_e15', 3300, 3500), price('var_e30', 6200, 6000)])
  expect(again).toMatchObject({ saved: [price('var_e30', 6200, 6000)], refused: [] })
  expect(again.key).not.toBe('save-1')
  expect(await priceOf(db, 'var_e30')).toBe(6000)
})

test('a price may not come down to a step price for leaders', async () => {
  const db = await openFarmWorld()
  await db.transact((tx) => tx.insert(priceTiers).values({ variantId: 'var_e15', minQuantity: 10, priceFen: fen(3000) }))
  const { saved, refused } = await edit(db, [price('var_e15', 3300, 3000)])
  expect({ saved, codes: refused.map(({ refusal }) => refusal.code) }).toEqual({ saved: [], codes: ['not_above_step'] })
})

test('a save is undone as a whole, and again is undone only once', async () => {
  const db = await openFarmWorld()
  await edit(db, [price('var_e15', 3300, 3500), stock('lot_new', 20, 60), { kind: 'shelf', id: 'prd_egg', from: 'listed', to: 'off' }])
  const undo = () => undoListingSave(db, { farmId: 'farm_hl', userId: 'user_1', savedKey: 'save-1', saveKey: 'undo-1', now: later })
  expect(await undo()).toMatchObject({ ok: true, value: { refused: [] } })
  expect(await priceOf(db, 'var_e15')).toBe(3300)
  expect(await lotOf(db, 'lot_new')).toMatchObject({ available: 20, held: 3, sold: 2 })
  expect((await productOf(db, 'prd_egg'))?.status).toBe('listed')
  expect(await undo()).toMatchObject({ ok: true, value: { refused: [] } })
  expect(await db.reader.$count(auditEntries)).toBe(2)
})

test('undoing leaves alone what has been bought from since', async () => {
  const db = await openFarmWorld()
  await edit(db, [stock('lot_new', 20, 60)])
  await db.transact((tx) => tx.update(lots).set({ available: 58, held: 5 }).where(eq(lots.id, 'lot_new')))
  const undone = await undoListingSave(db, { farmId: 'farm_hl', userId: 'user_1', savedKey: 'save-1', saveKey: 'undo-1', now: later })
  expect(undone).toMatchObject({ ok: true, value: { saved: [], refused: [{ refusal: { code: 'changed_meanwhile', current: 58 } }] } })
})

test('another farm cannot undo a save that is not its own', async () => {
  const db = await openFarmWorld()
  await edit(db, [price('var_e15', 3300, 3500)])
  const undone = await undoListingSave(db, { farmId: 'farm_xc', userId: 'user_2', savedKey: 'save-1', saveKey: 'undo-1', now: later })
  expect(undone).toEqual({ ok: false, refusal: { code: 'not_found' } })
  expect(await priceOf(db, 'var_e15')).toBe(3500)
})

test('a farm without the public mark may take off the shelf but not put back', async () => {
  const db = await openFarmWorld()
  await db.transact((tx) => tx.update(farms).set({ licensed: false }).where(eq(farms.id, 'farm_hl')))
  await edit(db, [{ kind: 'shelf', id: 'prd_egg', from: 'listed', to: 'off' }])
  const back = await edit(db, [{ kind: 'shelf', id: 'prd_egg', from: 'off', to: 'listed' }], { saveKey: 'save-2' })
  expect(back.refused.map(({ refusal }) => refusal.code)).toEqual(['not_licensed'])
  expect((await productOf(db, 'prd_egg'))?.status).toBe('off')
})
