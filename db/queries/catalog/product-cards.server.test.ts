import { expect, test } from 'vitest'
import { openFresh } from '#tests/support/fresh-database.ts'
import { openShopWorld, shopToday } from '#tests/support/shop-world.ts'
import { findProductCards } from './product-cards.server.ts'

const zh = { language: 'zh', today: shopToday } as const

test('a card offers the cheapest size that can be bought, with what is left over all its lots', async () => {
  const { reader } = await openShopWorld(await openFresh())
  const [potatoes] = await findProductCards(reader, ['potatoes'], zh)
  expect(potatoes).toEqual({
    slug: 'potatoes',
    name: '高山土豆',
    crop: 'potato',
    category: 'vegetables',
    picture: null,
    ratings: 0,
    stars: 0,
    farm: { code: 'WJ', name: '吾家农场', county: '四川成都', licensed: true },
    indication: null,
    variantId: 'potatoes-l',
    size: '5 斤装',
    priceFen: 3500,
    netWeightG: 2500,
    hasMoreSizes: true,
    left: 7,
    daysSinceHarvest: 2,
    aheadFromOn: null,
  })
})

test('an alliance product has no farm, and its stock is what all farms hold', async () => {
  const { reader } = await openShopWorld(await openFresh())
  const [eggs] = await findProductCards(reader, ['eggs'], zh)
  expect(eggs).toMatchObject({ farm: null, left: 11, daysSinceHarvest: 3 })
})

test('what is past its best is sold out', async () => {
  const { reader } = await openShopWorld(await openFresh())
  const [mangoes] = await findProductCards(reader, ['mangoes'], zh)
  expect(mangoes).toMatchObject({ left: 0, daysSinceHarvest: null })
})

test('cards come in the order asked for, in the language asked for; unknown ids leave no hole', async () => {
  const { reader } = await openShopWorld(await openFresh())
  const cards = await findProductCards(reader, ['oranges', 'nothing', 'potatoes'], { language: 'en', today: shopToday })
  expect(cards.map(({ name }) => name)).toEqual(['Rock-sugar oranges', 'Mountain potatoes'])
  expect(await findProductCards(reader, [], zh)).toEqual([])
})
