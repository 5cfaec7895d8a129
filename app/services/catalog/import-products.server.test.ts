import { asc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { lots, presales, priceTiers, productImports, products, productTerms, variants } from '#db/schema/index.ts'
import { openFresh } from '#tests/support/fresh-database.ts'
import { insertFarms, productSheet } from '#tests/support/product-sheets.ts'
import { importProducts } from './import-products.server.ts'
import { readProductImport } from './read-product-import.server.ts'
import { setLicence } from './set-licence.server.ts'

const now = new Date('2026-11-22T02:00:00Z')
const later = new Date('2026-11-23T02:00:00Z')

async function openWithFarms() {
  const db = await openFresh()
  await db.transact((tx) => insertFarms(tx, ['farm_hl', 'farm_xc']))
  return db
}
type World = Awaited<ReturnType<typeof openWithFarms>>

async function read(db: World, farmId: string, bytes: Uint8Array, at = now) {
  const result = await readProductImport(db, { farmId, filename: 'products.csv', bytes, now: at })
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

async function readAndImport(db: World, farmId: string, bytes: Uint8Array, at = now) {
  const { importId } = await read(db, farmId, bytes, at)
  return await importProducts(db, { importId, farmId, now: at })
}

const counts = async (db: World) => ({
  products: await db.reader.$count(products),
  variants: await db.reader.$count(variants),
  lots: await db.reader.$count(lots),
})

test('reading a sheet lists nothing; importing lists the good rows and leaves three bad ones named', async () => {
  const db = await openWithFarms()
  const sheet = productSheet([
    {},
    { variantCode: 'HL-EGG-E30', variantZh: '30 枚', priceYuan: '62', netWeightG: '1650', grossWeightG: '1910' },
    { variantCode: 'HL-EGG-E45', priceYuan: 'cheap' },
    { productCode: 'HL-DUCK', nameEn: 'Duck eggs', variantCode: 'HL-DUCK-10', grossWeightG: '1' },
    { productCode: 'HL-GOOSE', nameEn: 'Goose eggs', variantCode: 'HL-GOOSE-6', gi: 'NOT-ON-RECORD' },
  ])
  const waiting = await read(db, 'farm_hl', sheet)
  expect(waiting).toMatchObject({ goodRows: 2, badRows: 3, notes: [] })
  expect(await counts(db)).toEqual({ products: 0, variants: 0, lots: 0 })

  const imported = await importProducts(db, { importId: waiting.importId, farmId: 'farm_hl', now })
  expect(imported).toEqual({ ok: true, value: { alreadyImported: false, products: 1, variants: 2, lots: 2, foreign: [] } })
  expect(await counts(db)).toEqual({ products: 1, variants: 2, lots: 2 })
  const [kept] = await db.reader.select().from(productImports)
  expect(kept?.bad).toMatchObject([
    { row: 4, column: 'priceYuan', code: 'not_an_amount' },
    { row: 5, column: 'grossWeightG', code: 'gross_below_net' },
    { row: 6, column: 'gi', code: 'unknown_geographical_indication' },
  ])
})

test('an imported product has a stable id and address, its sizes in order, and is found by its pinyin', async () => {
  const db = await openWithFarms()
  await readAndImport(db, 'farm_hl', productSheet([{ variantCode: 'HL-EGG-E30' }, {}]))
  expect((await db.reader.select().from(products))[0]).toMatchObject({
    id: 'prd_hl-egg',
    slug: 'happy-hens-eggs-hl-egg',
    farmId: 'farm_hl',
    status: 'listed',
    listedAt: now,
  })
  const sizes = await db.reader.select({ id: variants.id }).from(variants).orderBy(asc(variants.position))
  expect(sizes.map(({ id }) => id)).toEqual(['var_hl-egg-e30', 'var_hl-egg-e15'])
  expect((await db.reader.select({ id: lots.id }).from(lots).orderBy(lots.id)).map(({ id }) => id)).toEqual([
    'lot_hl-egg-e15_2026-11-20',
    'lot_hl-egg-e30_2026-11-20',
  ])
  const found = await db.reader.select({ id: productTerms.productId }).from(productTerms).where(eq(productTerms.term, 'jidan'))
  expect(found).toEqual([{ id: 'prd_hl-egg' }])
})

test('importing the same sheet twice lists it once and says so', async () => {
  const db = await openWithFarms()
  const { importId } = await read(db, 'farm_hl', productSheet([{}]))
  const twice = await Promise.all([
    importProducts(db, { importId, farmId: 'farm_hl', now }),
    importProducts(db, { importId, farmId: 'farm_hl', now: later }),
  ])
  expect(twice.map((result) => result.ok && result.value.alreadyImported).sort()).toEqual([false, true])
  expect(await counts(db)).toEqual({ products: 1, variants: 1, lots: 1 })
})

test("another farm's sheet is not found, and stays waiting", async () => {
  const db = await openWithFarms()
  const { importId } = await read(db, 'farm_hl', productSheet([{}]))
  expect(await importProducts(db, { importId, farmId: 'farm_xc', now })).toEqual({ ok: false, refusal: { code: 'not_found' } })
  expect(await counts(db)).toEqual({ products: 0, variants: 0, lots: 0 })
  expect((await importProducts(db, { importId, farmId: 'farm_hl', now })).ok).toBe(true)
})

test('a sheet that was set aside is not imported', async () => {
  const db = await openWithFarms()
  const { importId } = await read(db, 'farm_hl', productSheet([{}]))
  await db.transact((tx) => tx.update(productImports).set({ status: 'dropped' }))
  expect(await importProducts(db, { importId, farmId: 'farm_hl', now })).toEqual({ ok: false, refusal: { code: 'dropped' } })
})

test('a known product keeps its address, first listing and place off the shelf; its words and prices are renewed', async () => {
  const db = await openWithFarms()
  await readAndImport(db, 'farm_hl', productSheet([{ tier1Qty: '10', tier1PriceYuan: '31' }]))
  await db.transact((tx) => tx.update(products).set({ status: 'off' }))
  await readAndImport(db, 'farm_hl', productSheet([{ nameEn: 'Merry eggs', priceYuan: '35', tier1Qty: '5', tier1PriceYuan: '32' }]), later)
  expect((await db.reader.select().from(products))[0]).toMatchObject({
    slug: 'happy-hens-eggs-hl-egg',
    nameEn: 'Merry eggs',
    status: 'off',
    listedAt: now,
    changedAt: later,
  })
  expect((await db.reader.select({ priceFen: variants.priceFen }).from(variants))[0]?.priceFen).toBe(3500)
  expect(await db.reader.select().from(priceTiers)).toEqual([{ variantId: 'var_hl-egg-e15', minQuantity: 5, priceFen: 3200 }])
})

test('a known lot gets the stock the sheet tells; what is held and sold stays', async () => {
  const db = await openWithFarms()
  await readAndImport(db, 'farm_hl', productSheet([{ quantity: '40' }]))
  await db.transact((tx) => tx.update(lots).set({ available: 30, held: 4, sold: 6 }))
  await readAndImport(db, 'farm_hl', productSheet([{ quantity: '25' }, { variantCode: 'HL-EGG-E30', quantity: '7' }]), later)
  const stock = await db.reader.select({ available: lots.available, held: lots.held, sold: lots.sold }).from(lots).orderBy(lots.id)
  expect(stock).toEqual([
    { available: 25, held: 4, sold: 6 },
    { available: 7, held: 0, sold: 0 },
  ])
})

test("a code of another farm is named when the sheet is read, and nothing of another's changes", async () => {
  const db = await openWithFarms()
  await readAndImport(db, 'farm_hl', productSheet([{}]))
  const before = await db.reader.select().from(products)
  const theirs = productSheet([
    { nameZh: '冒名鸡蛋' },
    { productCode: 'XC-EGG', variantCode: 'HL-EGG-E15' },
    { productCode: 'XC-HAM', nameEn: 'Ham', variantCode: 'XC-HAM-1J' },
  ])
  const { importId, goodRows, badRows } = await read(db, 'farm_xc', theirs, later)
  expect({ goodRows, badRows }).toEqual({ goodRows: 1, badRows: 2 })
  const imported = await importProducts(db, { importId, farmId: 'farm_xc', now: later })
  expect(imported).toMatchObject({ ok: true, value: { products: 1, variants: 1 } })
  expect(await db.reader.select().from(products).where(eq(products.farmId, 'farm_hl'))).toEqual(before)
  expect((await db.reader.select({ code: products.code }).from(products).orderBy(products.code)).map(({ code }) => code)).toEqual([
    'HL-EGG',
    'XC-HAM',
  ])
})

test('a code taken by another farm while the sheet waited is refused by name at the import', async () => {
  const db = await openWithFarms()
  const { importId } = await read(db, 'farm_xc', productSheet([{}, { productCode: 'XC-HAM', nameEn: 'Ham', variantCode: 'XC-HAM-1J' }]))
  await readAndImport(db, 'farm_hl', productSheet([{}]))
  const foreign = [{ row: 2, column: 'productCode', code: 'code_of_another_farm', value: 'HL-EGG' }]
  expect(await importProducts(db, { importId, farmId: 'farm_xc', now: later })).toMatchObject({ ok: true, value: { products: 1, foreign } })
  const [kept] = await db.reader.select().from(productImports).where(eq(productImports.id, importId))
  expect(kept?.bad).toEqual(foreign)
})

test('a size is not moved under another product of the same farm: lines already sold point at it', async () => {
  const db = await openWithFarms()
  await readAndImport(db, 'farm_hl', productSheet([{}]))
  const { importId } = await read(db, 'farm_hl', productSheet([{ productCode: 'HL-EGG-NEW' }]), later)
  await importProducts(db, { importId, farmId: 'farm_hl', now: later })
  expect(await counts(db)).toEqual({ products: 1, variants: 1, lots: 1 })
})

test('a file that is no spreadsheet is refused and keeps no trace', async () => {
  const db = await openWithFarms()
  const refused = await readProductImport(db, { farmId: 'farm_hl', filename: 'cat.png', bytes: Buffer.from('meow'), now })
  expect(refused).toEqual({ ok: false, refusal: { code: 'not_a_spreadsheet' } })
  expect(await db.reader.$count(productImports)).toBe(0)
})

test('a farm that lost the public mark imports nothing; its sheet waits until it has the mark again', async () => {
  const db = await openWithFarms()
  const { importId } = await read(db, 'farm_hl', productSheet([{}]))
  const licence = { farmId: 'farm_hl', reason: 'residues above the limit', userId: 'user_office' }
  await setLicence(db, { ...licence, licensed: false, now })
  expect(await importProducts(db, { importId, farmId: 'farm_hl', now })).toEqual({ ok: false, refusal: { code: 'not_licensed' } })
  expect((await counts(db)).products).toBe(0)
  await setLicence(db, { ...licence, licensed: true, now: later })
  expect(await importProducts(db, { importId, farmId: 'farm_hl', now: later })).toMatchObject({ ok: true, value: { products: 1 } })
})

test('a sheet does not bring in a harvest that is sold ahead: all else of its row is taken, and the row says where to confirm it', async () => {
  const db = await openWithFarms()
  await readAndImport(db, 'farm_hl', productSheet([{}]))
  const [lot] = await db.reader.select().from(lots)
  const forecast = { ...lot!, id: 'lot_ahead', harvestedOn: '2026-12-05', bestBeforeOn: '2026-12-25', available: 16, forecast: true }
  const presale = { variantId: lot!.variantId, lotId: 'lot_ahead', harvestFromOn: '2026-12-05', harvestToOn: '2026-12-12' }
  await db.transact(async (tx) => {
    await tx.insert(lots).values(forecast)
    await tx.insert(presales).values({ ...presale, forecast: 20, promised: 16, noteZh: '', noteEn: '', status: 'open', openedAt: now })
  })
  const again = await readAndImport(db, 'farm_hl', productSheet([{ priceYuan: '39', harvestedOn: '2026-11-22', quantity: '30' }]), later)
  expect(again).toMatchObject({ ok: true, value: { variants: 1, lots: 0, foreign: [] } })
  expect(await db.reader.$count(lots)).toBe(2)
  expect((await db.reader.select().from(variants))[0]).toMatchObject({ priceFen: 3900 })
  const kept = await db.reader.select().from(productImports).orderBy(asc(productImports.readAt))
  expect(kept.at(-1)?.bad).toMatchObject([{ column: 'harvestedOn', code: 'promised_ahead', value: '2026-11-22' }])
})
