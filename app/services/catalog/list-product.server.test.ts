import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { ProductRow } from '#app/domain/catalog/product-row.ts'
import { fen } from '#app/domain/money/fen.ts'
import { auditEntries, farms, lots, priceTiers, products, productTerms, variants } from '#db/schema/index.ts'
import { type FarmWorld, openFarmWorld, worldNow } from '#tests/support/farm-world.ts'
import { addLot } from './add-lot.server.ts'
import { addSize } from './add-size.server.ts'
import { describeProduct } from './describe-product.server.ts'
import { listProduct } from './list-product.server.ts'
import { setStepPrices } from './set-step-prices.server.ts'

const later = new Date(worldNow.getTime() + 60_000)
const who = { farmId: 'farm_hl', userId: 'user_1', now: later }

const fields: Omit<ProductRow['product'], 'code'> = {
  nameZh: '鸭蛋',
  nameEn: 'Duck eggs',
  category: 'eggs-dairy',
  crop: null,
  textZh: '散养',
  textEn: 'Free range',
  originZh: '崇州',
  originEn: 'Chongzhou',
  season: null,
  geographicalIndication: null,
  certifications: [],
}
const variant: ProductRow['variant'] = {
  code: 'HL-DUCK-10',
  zh: '10 枚',
  en: '10 eggs',
  priceFen: fen(2800),
  netWeightG: 700,
  grossWeightG: 820,
  volumeMl: 2000,
  storage: 'ambient',
  bulkMin: null,
  tiers: [{ quantity: 10, priceFen: fen(2600) }],
}
const lot = { harvestedOn: '2026-11-20', bestBeforeOn: '2026-12-18', quantity: 40 }
const duck: ProductRow = { row: 1, product: { code: 'HL-DUCK', ...fields }, variant, lot }

const list = (db: FarmWorld, { row = duck, farmId = 'farm_hl', formKey = 'form-1' } = {}) =>
  listProduct(db, { ...who, farmId, formKey, rows: [row] })

test('a new product is on the shelf with its size, step price and harvest, and search finds it', async () => {
  const db = await openFarmWorld()
  expect(await list(db)).toEqual({ ok: true, value: { productId: 'prd_hl-duck' } })
  const [listed] = await db.reader.select().from(products).where(eq(products.id, 'prd_hl-duck'))
  expect(listed).toMatchObject({ farmId: 'farm_hl', status: 'listed', slug: 'duck-eggs-hl-duck' })
  expect(await db.reader.select().from(priceTiers)).toEqual([{ variantId: 'var_hl-duck-10', minQuantity: 10, priceFen: 2600 }])
  expect((await db.reader.select().from(lots).where(eq(lots.variantId, 'var_hl-duck-10')))[0]).toMatchObject({
    available: 40,
    held: 0,
    sold: 0,
  })
  expect(await db.reader.select().from(productTerms).where(eq(productTerms.term, 'yadan'))).toHaveLength(1)
})

test('the same form sent twice lists one product', async () => {
  const db = await openFarmWorld()
  await list(db)
  expect(await list(db)).toEqual({ ok: true, value: { productId: 'prd_hl-duck' } })
  expect(await db.reader.$count(products)).toBe(3)
  expect(await db.reader.$count(auditEntries)).toBe(1)
})

test('a code anybody has is refused at its field, and nothing is written over', async () => {
  const db = await openFarmWorld()
  const taken = { ...duck, product: { ...duck.product, code: 'XC-SAUSAGE' }, variant: { ...variant, code: 'HL-E15' } }
  expect(await list(db, { row: taken })).toEqual({
    ok: false,
    refusal: { code: 'code_taken', productCode: true, variantCodes: ['HL-E15'] },
  })
  expect(await db.reader.$count(variants)).toBe(3)
})

test('a farm without the public mark lists nothing', async () => {
  const db = await openFarmWorld()
  await db.transact((tx) => tx.update(farms).set({ licensed: false }).where(eq(farms.id, 'farm_hl')))
  expect(await list(db)).toEqual({ ok: false, refusal: { code: 'not_licensed' } })
})

test('a description is changed by whoever saw it as it is; an older view is refused; another farm finds nothing', async () => {
  const db = await openFarmWorld()
  const describe = (farmId: string, nameZh: string) =>
    describeProduct(db, { ...who, farmId, productId: 'prd_egg', fields: { ...fields, nameZh }, seenAt: worldNow })
  expect(await describe('farm_xc', '我的蛋')).toEqual({ ok: false, refusal: { code: 'not_found' } })
  expect(await describe('farm_hl', '土鸡蛋')).toEqual({ ok: true, value: { changed: true } })
  expect(await describe('farm_hl', '土鸡蛋')).toEqual({ ok: true, value: { changed: false } })
  expect(await describe('farm_hl', '别的蛋')).toEqual({ ok: false, refusal: { code: 'changed_meanwhile' } })
  expect((await db.reader.select().from(products).where(eq(products.id, 'prd_egg')))[0]).toMatchObject({
    nameZh: '土鸡蛋',
    code: 'HL-EGG',
    slug: 'egg',
  })
})

test('a size stands after the last, once; its code may be nobody else’s', async () => {
  const db = await openFarmWorld()
  const add = (code: string, farmId = 'farm_hl') =>
    addSize(db, { ...who, farmId, productId: 'prd_egg', variant: { ...variant, code }, lot })
  expect(await add('HL-E6')).toEqual({ ok: true, value: { variantId: 'var_hl-e6' } })
  expect(await add('HL-E6')).toEqual({ ok: true, value: { variantId: 'var_hl-e6' } })
  expect(await add('XC-S')).toEqual({ ok: false, refusal: { code: 'code_taken' } })
  expect(await add('HL-E7', 'farm_xc')).toEqual({ ok: false, refusal: { code: 'not_found' } })
  expect((await db.reader.select().from(variants).where(eq(variants.id, 'var_hl-e6')))[0]).toMatchObject({ position: 2, status: 'listed' })
})

test('a harvest is added once a day and size; what is held or sold of it is not forgotten', async () => {
  const db = await openFarmWorld()
  const add = (quantity: number, farmId = 'farm_hl') =>
    addLot(db, { ...who, farmId, variantId: 'var_e15', lot: { ...lot, harvestedOn: '2026-11-21', quantity } })
  expect(await add(30, 'farm_xc')).toEqual({ ok: false, refusal: { code: 'not_found' } })
  expect(await add(30)).toEqual({ ok: true, value: { lotId: 'lot_hl-e15_2026-11-21' } })
  await db.transact((tx) => tx.update(lots).set({ available: 25, held: 5 }).where(eq(lots.id, 'lot_hl-e15_2026-11-21')))
  expect(await add(30)).toEqual({ ok: true, value: { lotId: 'lot_hl-e15_2026-11-21' } })
  expect(await add(31)).toEqual({ ok: false, refusal: { code: 'lot_exists' } })
  expect((await db.reader.select().from(lots).where(eq(lots.id, 'lot_hl-e15_2026-11-21')))[0]).toMatchObject({ available: 25, held: 5 })
})

test('step prices are replaced as a whole, and stay below the retail price of the moment', async () => {
  const db = await openFarmWorld()
  const set = (steps: { quantity: number; priceFen: number }[], farmId = 'farm_hl') =>
    setStepPrices(db, {
      ...who,
      farmId,
      variantId: 'var_e15',
      steps: steps.map(({ quantity, priceFen }) => ({ quantity, priceFen: fen(priceFen) })),
    })
  expect(await set([{ quantity: 10, priceFen: 3300 }])).toEqual({ ok: false, refusal: { code: 'not_below_price' } })
  expect(await set([{ quantity: 10, priceFen: 3000 }], 'farm_xc')).toEqual({ ok: false, refusal: { code: 'not_found' } })
  expect(await set([{ quantity: 10, priceFen: 3000 }])).toEqual({ ok: true, value: { changed: true } })
  expect(await set([{ quantity: 10, priceFen: 3000 }])).toEqual({ ok: true, value: { changed: false } })
  expect(await set([])).toEqual({ ok: true, value: { changed: true } })
  expect(await db.reader.$count(priceTiers)).toBe(0)
})
