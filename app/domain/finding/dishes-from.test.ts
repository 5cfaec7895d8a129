import fc from 'fast-check'
import { expect, test } from 'vitest'
import { crops } from '#app/domain/woodcut/crop-names.ts'
import { dishesFrom } from './dishes-from.ts'
import { homeDishes } from './home-dishes.ts'

const all = new Set<string>(crops)

test('the table has forty dishes and more, each once, each of two crops or more that we know', () => {
  expect(homeDishes.length).toBeGreaterThanOrEqual(40)
  expect(new Set(homeDishes.map(({ key }) => key)).size).toBe(homeDishes.length)
  expect(new Set(homeDishes.map(({ zh }) => zh)).size).toBe(homeDishes.length)
  for (const { key, crops: needed } of homeDishes) expect(new Set(needed).size, key).toBeGreaterThanOrEqual(2)
})

test('tomatoes lack eggs for tomatoes with eggs, and nothing once there are eggs', () => {
  expect(dishesFrom(['tomato'], { mostMissing: 1, onShelf: all, limit: 9 })[0]).toMatchObject({ zh: '番茄炒蛋', missing: ['egg'] })
  expect(dishesFrom(['egg', 'tomato'], { mostMissing: 1, onShelf: all, limit: 9 })[0]).toMatchObject({ zh: '番茄炒蛋', missing: [] })
})

test('nothing is suggested that lacks what nobody sells', () => {
  expect(dishesFrom(['tomato'], { mostMissing: 1, onShelf: new Set(['tofu']), limit: 9 })).toEqual([])
})

test('what is missing is never in the basket, never more than allowed, and complete dishes come first', () => {
  fc.assert(
    fc.property(fc.subarray([...crops]), fc.subarray([...crops]), fc.integer({ min: 0, max: 2 }), (had, onShelf, mostMissing) => {
      const dishes = dishesFrom(had, { mostMissing, onShelf: new Set(onShelf), limit: 100 })
      for (const { missing } of dishes) {
        expect(missing.length).toBeLessThanOrEqual(mostMissing)
        expect(missing.every((crop) => onShelf.includes(crop) && !had.includes(crop))).toBe(true)
      }
      const counts = dishes.map(({ missing }) => missing.length)
      expect(counts).toEqual([...counts].sort())
    }),
  )
})
