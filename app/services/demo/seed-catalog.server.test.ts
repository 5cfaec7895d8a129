import { and, eq, like } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { lots, priceTiers, productImports, products, productTerms, variants } from '#db/schema/index.ts'
import { scaleCatalog } from '#db/seed/scale-catalog.server.ts'
import { seedFarms } from '#db/seed/seed-farms.server.ts'
import { openFresh } from '#tests/support/fresh-database.ts'
import { seedCatalog } from './seed-catalog.server.ts'

const today = '2026-11-22'
const now = new Date('2026-11-22T02:00:00Z')
const say = () => {}

async function openWithCatalog() {
  const db = await openFresh()
  await db.transact((tx) => seedFarms(tx, { today }))
  await seedCatalog(db, { today, now, say })
  return db
}

test("every farm's sheet is imported whole, and no sheet stays waiting", async () => {
  const db = await openWithCatalog()
  expect(await db.reader.$count(products)).toBeGreaterThanOrEqual(120)
  const sheets = await db.reader.select({ status: productImports.status, bad: productImports.bad }).from(productImports)
  expect(sheets).toHaveLength(8)
  for (const sheet of sheets) expect(sheet).toEqual({ status: 'imported', bad: [] })
})

test('oranges are bought at a floor with a premium share (S1), everything else on agency terms', async () => {
  const db = await openWithCatalog()
  const rows = await db.reader.select({ code: products.code, floor: products.floorFenPerKg, share: products.premiumShareBp }).from(products)
  const floored = rows.filter(({ floor, share }) => floor !== null || share !== null)
  expect(floored.map(({ code }) => code).sort()).toEqual(['HCUN-ORANGE', 'HCUN-ORANGETREE'])
  for (const { floor, share } of floored) expect({ floor, share }).toEqual({ floor: 440, share: 4000 })
})

test('an alliance product has no farm, and lots of several', async () => {
  const db = await openWithCatalog()
  const holders = await db.reader
    .selectDistinct({ farmId: lots.farmId })
    .from(lots)
    .innerJoin(variants, eq(variants.id, lots.variantId))
    .innerJoin(products, eq(products.id, variants.productId))
    .where(and(eq(products.code, 'ALL-EGG')))
  expect(holders.map(({ farmId }) => farmId).sort()).toEqual(['farm_hd', 'farm_hl', 'farm_xc'])
})

test('the catalog is scaled to any size, the same each time, with sizes, steps, stock and search terms', async () => {
  const db = await openWithCatalog()
  const demo = await db.reader.$count(products)
  const terms = await db.reader.$count(productTerms)
  expect(await scaleCatalog(db, { products: demo + 10 })).toBe(demo + 10)
  expect(await scaleCatalog(db, { products: 3 * demo })).toBe(3 * demo)
  expect(await scaleCatalog(db, { products: 3 * demo })).toBe(3 * demo)
  expect(await db.reader.$count(products)).toBe(3 * demo)
  expect(await db.reader.$count(productTerms)).toBe(3 * terms)
  expect(await db.reader.$count(priceTiers, like(priceTiers.variantId, '%-copy-2'))).toBeGreaterThan(10)
  const copies = await db.reader.select({ available: lots.available, sold: lots.sold }).from(lots).where(like(lots.id, '%-copy-1'))
  expect(copies.length).toBeGreaterThan(200)
  for (const copy of copies) expect(copy).toEqual({ available: 5000, sold: 0 })
})
