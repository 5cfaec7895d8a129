import fc from 'fast-check'
import { expect, test } from 'vitest'
import { narrowShelf, type Wanted } from './narrow-shelf.ts'
import { boundsOf, priceBandOf, priceBands } from './price-bands.ts'
import { rankShelf } from './rank-shelf.ts'
import { bitsOf, facetValues, type ShelfFact, type ShelfRow, shelfKinds, shelfMarks, shelfRowOf } from './shelf-row.ts'

const fact = fc.record({
  category: fc.constantFrom(...facetValues.category),
  kind: fc.constantFrom('single' as const, 'bundle' as const, 'adoption' as const),
  isPresold: fc.boolean(),
  certifications: fc.subarray(['green', 'organic', 'pgs']),
  hasIndication: fc.boolean(),
  season: fc.option(fc.record({ from: fc.integer({ min: 1, max: 12 }), to: fc.integer({ min: 1, max: 12 }) })),
  sizes: fc.array(
    fc.record({
      priceFen: fc.integer({ min: 1, max: 100_000 }),
      netWeightG: fc.integer({ min: 50, max: 20_000 }),
      storage: fc.constantFrom(...facetValues.storage),
    }),
    { maxLength: 3 },
  ),
  inStock: fc.boolean(),
  harvestedOn: fc.option(fc.constantFrom('2026-10-01', '2026-11-20', '2026-11-21')),
}) satisfies fc.Arbitrary<ShelfFact>

const wanted: fc.Arbitrary<Wanted> = fc.record({
  category: fc.subarray(facetValues.category).map((chosen) => bitsOf(facetValues.category, chosen)),
  storage: fc.subarray(facetValues.storage).map((chosen) => bitsOf(facetValues.storage, chosen)),
  mark: fc.subarray([...shelfMarks]).map((chosen) => bitsOf(shelfMarks, chosen)),
  price: fc.subarray([...priceBands]).map((chosen) => bitsOf(priceBands, chosen)),
  kind: fc.subarray([...shelfKinds]).map((chosen) => bitsOf(shelfKinds, chosen)),
  farms: fc.option(fc.subarray([0, 1, 2]).map((codes) => new Set(codes))),
  isInSeason: fc.boolean(),
  isInStock: fc.boolean(),
})

const shelf = fc.array(fc.tuple(fact, fc.integer({ min: 0, max: 2 })), { maxLength: 12 }).map((found) => ({
  rows: found.map(([one]) => shelfRowOf(one)),
  farmOf: found.map(([, farm]) => farm),
  farmCount: 3,
}))
const month = fc.integer({ min: 1, max: 12 })

test('the count beside a value is what choosing it alone in its facet would show', () => {
  fc.assert(
    fc.property(shelf, wanted, month, (table, wish, now) => {
      const { counts } = narrowShelf(table, table.rows.keys(), wish, now)
      const shown = (change: Partial<Wanted>) => narrowShelf(table, table.rows.keys(), { ...wish, ...change }, now).matches.length
      for (const facet of ['category', 'storage', 'mark', 'price', 'kind'] as const) {
        facetValues[facet].forEach((_, at) => {
          expect(shown({ [facet]: 1 << at })).toBe(counts[facet][at])
        })
      }
      counts.farms.forEach((count, code) => {
        expect(shown({ farms: new Set([code]) })).toBe(count)
      })
      expect(shown({ isInSeason: true })).toBe(counts.season)
      expect(shown({ isInStock: true })).toBe(counts.stock)
    }),
  )
})

test('what matches meets every wish, and nothing that meets them all is missing', () => {
  fc.assert(
    fc.property(shelf, wanted, month, (table, wish, now) => {
      const meets = (row: ShelfRow | null | undefined, number: number) =>
        row != null &&
        (['category', 'storage', 'mark', 'price', 'kind'] as const).every(
          (facet) => wish[facet] === 0 || (row[facet] & wish[facet]) !== 0,
        ) &&
        (!wish.farms || wish.farms.has(table.farmOf[number]!)) &&
        (!wish.isInSeason || (row.season & (1 << (now - 1))) !== 0) &&
        (!wish.isInStock || row.stock === 1)
      const { matches } = narrowShelf(table, table.rows.keys(), wish, now)
      expect(matches).toEqual([...table.rows.keys()].filter((number) => meets(table.rows[number], number)))
    }),
  )
})

test('an order is the whole list, sorted, its beginning the same, and what is equal stays newest first', () => {
  fc.assert(
    fc.property(
      fc.array(fact, { maxLength: 12 }),
      fc.constantFrom('price' as const, 'unit' as const, 'harvest' as const),
      (facts, sort) => {
        const rows = facts.map(shelfRowOf)
        const newest = [...rows.keys()].filter((number) => rows[number])
        const places = [...rows.keys()]
        newest.forEach((number, place) => {
          places[number] = place
        })
        const keyOf = (number: number) => {
          const { priceFen, unitPrice, harvestDay } = rows[number]!
          return { price: priceFen, unit: unitPrice, harvest: -harvestDay }[sort]
        }
        const sorted = [...newest].sort((a, b) => keyOf(a) - keyOf(b) || places[a]! - places[b]!)
        const ranked = (count: number) => rankShelf({ rows, newest, places }, newest, { sort, scores: null, count })
        expect(ranked(99)).toEqual(sorted)
        expect(ranked(3)).toEqual(sorted.slice(0, 3))
      },
    ),
  )
})

test('every price has one band', () => {
  expect(['0-5', '5-10', '10-20', '20-50', '50-'].map((band) => boundsOf(band as (typeof priceBands)[number]).from)).toEqual([
    0, 5, 10, 20, 50,
  ])
  expect([499.9, 500, 999, 1000, 4999, 5000, 900_000].map(priceBandOf)).toEqual(['0-5', '5-10', '5-10', '10-20', '20-50', '50-', '50-'])
})
