import { and, eq, inArray } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { indexWords } from '#app/domain/catalog/index-words.ts'
import { findFact, recordFact } from '#db/queries/facts.server.ts'
import { products, productTerms } from '#db/schema/index.ts'
import { openFresh } from '#tests/support/fresh-database.ts'
import { openShopWorld, shopNow } from '#tests/support/shop-world.ts'
import { fingerprintOf, followWords } from './follow-words.server.ts'
import { indexProducts } from './index-product.server.ts'
import { pinyinOf } from './pinyin-of.server.ts'

const later = new Date(shopNow.getTime() + 3_600_000)
const words = indexWords(pinyinOf)

/** A shop whose index was made by other words: the potatoes are not found as 洋芋 yet. */
async function openBefore() {
  const db = await openShopWorld(await openFresh())
  await db.transact(async (tx) => {
    await indexProducts(tx, ['potatoes', 'oranges', 'mangoes', 'eggs', 'sweet', 'onions'])
    await tx.update(products).set({ changedAt: shopNow })
    await tx.delete(productTerms).where(and(eq(productTerms.productId, 'potatoes'), inArray(productTerms.term, ['洋芋', 'yangyu'])))
    await recordFact(tx, 'search_words', fingerprintOf('the words before'))
  })
  const foundBy = async (term: string) =>
    (await db.reader.select({ id: productTerms.productId }).from(productTerms).where(eq(productTerms.term, term))).map(({ id }) => id)
  const changedIds = async () =>
    (await db.reader.select({ id: products.id }).from(products).where(eq(products.changedAt, later))).map(({ id }) => id)
  return { db, foundBy, changedIds }
}

test('a product is found by a new word after the next start, and only such a product counts as changed', async () => {
  const { db, foundBy, changedIds } = await openBefore()
  expect(await foundBy('洋芋')).toEqual([])
  expect(await followWords(db, { now: later })).toBe(1)
  expect(await foundBy('洋芋')).toEqual(['potatoes'])
  expect(await changedIds()).toEqual(['potatoes'])
  expect(await findFact(db.reader, 'search_words')).toBe(fingerprintOf(words))
})

test('where the words are those the index was made by, nothing is looked at', async () => {
  const { db, foundBy } = await openBefore()
  await db.transact((tx) => recordFact(tx, 'search_words', fingerprintOf(words)))
  expect(await followWords(db, { now: later })).toBe(0)
  expect(await foundBy('洋芋')).toEqual([])
})

test('two processes that start at once leave the index as one does', async () => {
  const { db, foundBy, changedIds } = await openBefore()
  await Promise.all([followWords(db, { now: later }), followWords(db, { now: later })])
  expect([await foundBy('洋芋'), await changedIds()]).toEqual([['potatoes'], ['potatoes']])
  expect(await followWords(db, { now: later })).toBe(0)
})

test('another way to speak or to cut words is another index', () => {
  expect(indexWords(() => ['x'])).not.toBe(words)
})
