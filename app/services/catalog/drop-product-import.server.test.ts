import { expect, test } from 'vitest'
import { productImports, products } from '#db/schema/index.ts'
import { openFresh } from '#tests/support/fresh-database.ts'
import { insertFarms, productSheet } from '#tests/support/product-sheets.ts'
import { dropProductImport } from './drop-product-import.server.ts'
import { importProducts } from './import-products.server.ts'
import { readProductImport } from './read-product-import.server.ts'

const now = new Date('2026-11-22T02:00:00Z')

async function openWaiting() {
  const db = await openFresh()
  await db.transact((tx) => insertFarms(tx, ['farm_hl', 'farm_xc']))
  const read = await readProductImport(db, { farmId: 'farm_hl', filename: 'eggs.csv', bytes: productSheet([{}]), now })
  if (!read.ok) throw new Error(read.refusal.code)
  return { db, importId: read.value.importId }
}

test('a dropped sheet lists nothing and cannot be imported any more; dropping it again changes nothing', async () => {
  const { db, importId } = await openWaiting()
  const sheet = { importId, farmId: 'farm_hl' }
  expect(await dropProductImport(db, sheet)).toEqual({ ok: true, value: null })
  expect(await dropProductImport(db, sheet)).toEqual({ ok: true, value: null })
  expect(await importProducts(db, { ...sheet, now })).toEqual({ ok: false, refusal: { code: 'dropped' } })
  expect(await db.reader.$count(products)).toBe(0)
})

test("another farm's sheet is not found and stays", async () => {
  const { db, importId } = await openWaiting()
  expect(await dropProductImport(db, { importId, farmId: 'farm_xc' })).toEqual({ ok: false, refusal: { code: 'not_found' } })
  expect((await db.reader.select().from(productImports))[0]?.status).toBe('waiting')
})

test('what is imported cannot be dropped', async () => {
  const { db, importId } = await openWaiting()
  const sheet = { importId, farmId: 'farm_hl' }
  await importProducts(db, { ...sheet, now })
  expect(await dropProductImport(db, sheet)).toEqual({ ok: false, refusal: { code: 'imported' } })
})
