import { expect, test } from 'vitest'
import { queryTermsOf } from '#app/domain/catalog/search-terms.ts'
import type { Reader } from '#db/connection.ts'
import { openFresh } from '#tests/support/fresh-database.ts'
import { openShopWorld, shopToday } from '#tests/support/shop-world.ts'
import { findKnownTerms, findShelfIds, type ShelfQuestion } from './shelf.server.ts'

const everything: ShelfQuestion = {
  terms: [],
  category: null,
  farmId: null,
  shopId: null,
  month: null,
  sort: 'best',
  today: shopToday,
}

const idsOf = (reader: Reader, change: Partial<ShelfQuestion> = {}) =>
  findShelfIds(reader, { ...everything, ...change }, { offset: 0, limit: 24 })

test('the shelf shows what is listed, the newest first, and never what is off it', async () => {
  const { reader } = await openShopWorld(await openFresh())
  expect(await idsOf(reader)).toEqual(['potatoes', 'sweet', 'oranges', 'mangoes', 'eggs'])
})

test('pages follow one another without gap or overlap', async () => {
  const { reader } = await openShopWorld(await openFresh())
  const pages = await Promise.all([0, 2, 4].map((offset) => findShelfIds(reader, everything, { offset, limit: 2 })))
  expect(pages).toEqual([['potatoes', 'sweet'], ['oranges', 'mangoes'], ['eggs']])
})

test('the freshest harvest that can still be sold comes first, what is sold out or spoiled last', async () => {
  const { reader } = await openShopWorld(await openFresh())
  expect(await idsOf(reader, { sort: 'harvest' })).toEqual(['oranges', 'potatoes', 'eggs', 'sweet', 'mangoes'])
})

test('cheapest in all is not cheapest by weight', async () => {
  const { reader } = await openShopWorld(await openFresh())
  expect(await idsOf(reader, { sort: 'price' })).toEqual(['potatoes', 'mangoes', 'sweet', 'eggs', 'oranges'])
  expect(await idsOf(reader, { sort: 'unit' })).toEqual(['sweet', 'oranges', 'potatoes', 'mangoes', 'eggs'])
})

test('a category, a producer and a season narrow the shelf, also together', async () => {
  const { reader } = await openShopWorld(await openFresh())
  expect(await idsOf(reader, { category: 'fruit' })).toEqual(['oranges', 'mangoes'])
  expect(await idsOf(reader, { farmId: 'farm_hc' })).toEqual(['oranges'])
  expect(await idsOf(reader, { category: 'fruit', month: 1 })).toEqual(['oranges'])
  expect(await idsOf(reader, { category: 'fruit', month: 7 })).toEqual(['mangoes'])
  expect(await idsOf(reader, { category: 'fruit', month: 4 })).toEqual([])
})

test('a farm’s shop has its own products and those it distributes, nothing else', async () => {
  const { reader } = await openShopWorld(await openFresh())
  expect(await idsOf(reader, { shopId: 'farm_hc' })).toEqual(['potatoes', 'oranges'])
})

test('a search finds by name, another name, pinyin and farm, and only what carries every term', async () => {
  const { reader } = await openShopWorld(await openFresh())
  const search = async (query: string) => await idsOf(reader, { terms: queryTermsOf(query) })
  expect(await search('土豆')).toEqual(['potatoes'])
  expect(await search('洋芋')).toEqual(['potatoes'])
  expect(await search('tudou')).toEqual(['potatoes'])
  expect(await search('芒果')).toEqual(['mangoes'])
  expect(await search('吾家 土豆')).toEqual(['potatoes'])
  expect(await search('吾家 冰糖橙')).toEqual([])
  expect(await search('洋葱')).toEqual([])
})

test('a search for a word of the name ranks above one that only begins alike', async () => {
  const { reader } = await openShopWorld(await openFresh())
  expect((await idsOf(reader, { terms: queryTermsOf('eggs') }))[0]).toBe('eggs')
})

test('when a search finds nothing, its parts that would find something are known', async () => {
  const { reader } = await openShopWorld(await openFresh())
  expect(await findKnownTerms(reader, queryTermsOf('紫色土豆'))).toEqual(['土豆'])
  expect(await findKnownTerms(reader, [])).toEqual([])
})
