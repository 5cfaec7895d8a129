import { expect, test } from 'vitest'
import { canonicalShelfPath, chosenFacets, noFacets, type ShelfState, shelfPath } from './shelf-state.ts'

const plain: ShelfState = { ...noFacets, q: '', category: null, sort: 'best', page: 1 }

test('the same wishes make the same address, in whatever order they were made', () => {
  const one = shelfPath('/products', { ...plain, storage: ['frozen', 'chilled'], farm: ['wujia'] }, { season: 'now' })
  const other = shelfPath(
    '/products',
    { ...plain, season: 'now', farm: ['wujia'], storage: ['chilled'] },
    { storage: ['chilled', 'frozen'] },
  )
  expect(one).toBe('/products?farm=wujia&storage=chilled&storage=frozen&season=now')
  expect(other).toBe(one)
})

test('a change starts at the first page again', () => {
  expect(shelfPath('/products', { ...plain, page: 4 }, { category: 'fruit' })).toBe('/products?category=fruit')
  expect(shelfPath('/products', { ...plain, category: 'fruit' }, { page: 2 })).toBe('/products?category=fruit&page=2')
})

test('each thing chosen can be taken away alone', () => {
  const search: ShelfState = { ...plain, q: '土豆', mark: ['organic', 'gi'], stock: 'yes' }
  expect(
    chosenFacets('/products', search).map(({ value, without }) => [value, new URL(without, 'http://x').searchParams.getAll('mark')]),
  ).toEqual([
    ['organic', ['gi']],
    ['gi', ['organic']],
    ['yes', ['gi', 'organic']],
  ])
})

test('a list is known by its category and one more wish at most; a search by nothing', () => {
  const canonical = (change: Partial<ShelfState>) => canonicalShelfPath('/products', { ...plain, ...change })
  expect(canonical({ q: '土豆' })).toBeNull()
  expect(canonical({ sort: 'price' })).toBe('/products')
  expect(canonical({ category: 'fruit', sort: 'unit', page: 2 })).toBe('/products?category=fruit&page=2')
  expect(canonical({ category: 'fruit', mark: ['organic'] })).toBe('/products?category=fruit&mark=organic')
  expect(canonical({ category: 'fruit', mark: ['organic'], kind: ['bundle'] })).toBe('/products?category=fruit')
  expect(canonical({ stock: 'yes' })).toBe('/products')
})
