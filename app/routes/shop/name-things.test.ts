import { expect, test } from 'vitest'
import { productThing } from './name-things.ts'

test('every size is an offer with its price, what a kilogram of it costs, and whether it is there', () => {
  const thing = productThing('同田', 'https://shop.example', {
    name: '土豆',
    text: '新挖',
    path: '/products/potato',
    pictures: [],
    farm: { slug: 'wujia', name: '吴家农场' },
    origin: '四川蒲江',
    ratings: 3,
    stars: 14,
    sizes: [
      { name: '5 斤', priceFen: 2505, netWeightG: 2500, left: 3, isAhead: false },
      { name: '10 斤', priceFen: 4800, netWeightG: 5000, left: 0, isAhead: false },
    ],
  })
  expect(thing).toMatchObject({
    '@type': 'Product',
    aggregateRating: { ratingValue: '4.7', reviewCount: 3 },
    brand: { name: '同田 · 吴家农场' },
    offers: [
      {
        price: '25.05',
        availability: 'https://schema.org/InStock',
        priceSpecification: { price: '10.02', referenceQuantity: { unitCode: 'KGM' } },
      },
      { price: '48.00', availability: 'https://schema.org/OutOfStock', priceSpecification: { price: '9.60' } },
    ],
  })
})
