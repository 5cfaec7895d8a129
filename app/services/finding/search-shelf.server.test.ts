import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { bitsOf, facetValues } from '#app/domain/finding/shelf-row.ts'
import { indexProducts } from '#app/services/catalog/index-product.server.ts'
import { products, variants } from '#db/schema/index.ts'
import { openFresh } from '#tests/support/fresh-database.ts'
import { openShopWorld, shopNow, shopToday } from '#tests/support/shop-world.ts'
import { openShelfSearch } from './search-shelf.server.ts'
import { openShelfIndex, type ShelfQuestion } from './shelf-index.server.ts'

const nothingWanted = { category: 0, storage: 0, mark: 0, price: 0, kind: 0, isInSeason: false, isInStock: false }
const everything: ShelfQuestion = {
  query: '',
  shopId: null,
  wanted: nothingWanted,
  farmIds: [],
  month: 11,
  sort: 'best',
  offset: 0,
  limit: 24,
  today: shopToday,
}

async function openShop() {
  const db = await openShopWorld(await openFresh())
  const { search } = openShelfSearch(db.reader)
  const ask = (change: Partial<ShelfQuestion> = {}) => search({ ...everything, ...change })
  return { db, ask, idsOf: async (change: Partial<ShelfQuestion> = {}) => (await ask(change)).ids }
}

const wanting = (change: Partial<ShelfQuestion['wanted']>) => ({ wanted: { ...nothingWanted, ...change } })
const fruit = wanting({ category: bitsOf(facetValues.category, ['fruit']) })

test('the shelf shows what is listed, the newest first, and never what is off it', async () => {
  const { idsOf } = await openShop()
  expect(await idsOf()).toEqual(['potatoes', 'sweet', 'oranges', 'mangoes', 'eggs'])
})

test('the freshest harvest that can still be sold comes first, what is sold out or spoiled last', async () => {
  const { idsOf } = await openShop()
  expect(await idsOf({ sort: 'harvest' })).toEqual(['oranges', 'potatoes', 'eggs', 'sweet', 'mangoes'])
})

test('cheapest in all is not cheapest by weight', async () => {
  const { idsOf } = await openShop()
  expect(await idsOf({ sort: 'price' })).toEqual(['potatoes', 'mangoes', 'sweet', 'eggs', 'oranges'])
  expect(await idsOf({ sort: 'unit' })).toEqual(['sweet', 'oranges', 'potatoes', 'mangoes', 'eggs'])
})

test('category, producer, season, stock and price narrow the shelf, also together', async () => {
  const { idsOf } = await openShop()
  expect(await idsOf(fruit)).toEqual(['oranges', 'mangoes'])
  expect(await idsOf({ farmIds: ['farm_hc'] })).toEqual(['oranges'])
  expect(await idsOf({ farmIds: ['farm_hc', ''] })).toEqual(['oranges', 'eggs'])
  expect(await idsOf({ ...wanting({ ...fruit.wanted, isInSeason: true }), month: 1 })).toEqual(['oranges'])
  expect(await idsOf({ ...wanting({ ...fruit.wanted, isInSeason: true }), month: 4 })).toEqual([])
  expect(await idsOf(wanting({ isInStock: true }))).toEqual(['potatoes', 'sweet', 'oranges', 'eggs'])
  expect(await idsOf(wanting({ price: bitsOf(facetValues.price, ['0-5']) }))).toEqual(['sweet', 'oranges'])
})

test('each value says how many there would be with it, everything else staying as it is', async () => {
  const { ask } = await openShop()
  const { counts, farmIds } = await ask(fruit)
  expect(counts.category[facetValues.category.indexOf('vegetables')]).toBe(2)
  expect(counts.stock).toBe(1)
  expect(Object.fromEntries(farmIds.map((id, code) => [id, counts.farms[code]]))).toEqual({ farm_wj: 1, farm_hc: 1, '': 0 })
})

test('a farm’s shop has its own products and those it distributes, nothing else', async () => {
  const { idsOf } = await openShop()
  expect(await idsOf({ shopId: 'farm_hc' })).toEqual(['potatoes', 'oranges'])
})

test('a search finds by name, another name, pinyin and farm, and only what carries every term', async () => {
  const { idsOf } = await openShop()
  const found: [query: string, ids: string[]][] = [
    ['土豆', ['potatoes']],
    ['洋芋', ['potatoes']],
    ['马铃薯', ['potatoes']],
    ['tudou', ['potatoes']],
    ['gstd', ['potatoes']],
    ['Potatoes', ['potatoes', 'sweet']],
    ['芒果', ['mangoes']],
    ['吾家 土豆', ['potatoes']],
    ['wujia potato', ['potatoes', 'sweet']],
    ['吾家 冰糖橙', []],
    ['洋葱', []],
    ['!?', []],
  ]
  for (const [query, ids] of found) expect(await idsOf({ query }), query).toEqual(ids)
  expect((await idsOf({ query: 'eggs' }))[0]).toBe('eggs')
})

test('a misspelt search finds what was meant, and says so', async () => {
  const { ask } = await openShop()
  const meant: [query: string, corrected: string, id: string][] = [
    ['土逗', '土豆', 'potatoes'],
    ['马令薯', '马铃薯', 'potatoes'],
    ['冰唐橙', '冰糖橙', 'oranges'],
    ['冰橙', '冰糖橙', 'oranges'],
    ['patato', 'potato', 'potatoes'],
    ['potaot', 'potato', 'potatoes'],
    ['orangge', 'orange', 'oranges'],
    ['mangos tree', '', ''],
    ['tudo', '土豆', 'potatoes'],
    ['吾家 土逗', '吾家 土豆', 'potatoes'],
  ]
  for (const [query, corrected, id] of meant) {
    const answer = await ask({ query })
    expect([answer.corrected ?? '', answer.ids[0] ?? ''], query).toEqual([corrected, id])
  }
  expect(await ask({ query: '土豆' })).toMatchObject({ corrected: null, others: [], closeTerms: [] })
})

test('when nothing is near, the parts that would find something are known', async () => {
  const { ask } = await openShop()
  expect((await ask({ query: '紫色土豆' })).closeTerms).toEqual(['土豆'])
})

test('a product that changes is found as it is now, two seconds later at most', async () => {
  const { db } = await openShop()
  let nowMs = 0
  const index = openShelfIndex(db.reader, () => nowMs)
  const idsOf = async (query: string) => (await index.search({ ...everything, query })).ids
  expect(await idsOf('芒果')).toEqual(['mangoes'])
  expect(await idsOf('洋葱')).toEqual([])
  await db.transact(async (tx) => {
    await tx.update(products).set({ nameZh: '青芒', changedAt: shopNow }).where(eq(products.id, 'mangoes'))
    await tx.update(products).set({ status: 'listed', changedAt: shopNow }).where(eq(products.id, 'onions'))
    await indexProducts(tx, ['mangoes', 'onions'])
  })
  nowMs += 2001
  expect(await idsOf('芒果')).toEqual([])
  expect(await idsOf('青芒')).toEqual(['mangoes'])
  expect(await idsOf('洋葱')).toEqual(['onions'])
  await db.transact((tx) => tx.update(variants).set({ status: 'off' }).where(eq(variants.id, 'mangoes-s')))
  nowMs += 60_001
  await idsOf('青芒')
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(await idsOf('青芒')).toEqual([])
})
