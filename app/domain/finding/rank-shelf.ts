import type { ShelfSort } from '#app/domain/catalog/shelf-sorts.ts'
import type { ShelfRow } from './shelf-row.ts'

/** More than any list has products, any search scores and any day is numbered. */
const mostRows = 2 ** 20
const mostScore = 2 ** 12
const lastDay = 2 ** 16

/**
 * Puts what matched in the order asked for. What is equal stands newest first, so the order is always the same.
 * @param newest every number, the newest on the shelf first
 * @param places where each number stands in `newest`
 * @param scores of each number, 0 where nothing was searched for
 */
export function rankShelf(
  { rows, newest, places }: { rows: readonly (ShelfRow | null)[]; newest: readonly number[]; places: readonly number[] },
  matches: readonly number[],
  sort: ShelfSort,
  scores: Uint16Array | null,
): number[] {
  const keys = new Float64Array(matches.length)
  matches.forEach((number, i) => {
    keys[i] = orderOf(rows[number]!, sort, scores?.[number] ?? 0) * mostRows + places[number]!
  })
  keys.sort()
  return Array.from(keys, (key) => newest[key % mostRows]!)
}

function orderOf(row: ShelfRow, sort: ShelfSort, score: number): number {
  switch (sort) {
    case 'best':
      return mostScore - score
    case 'newest':
      return 0
    case 'harvest':
      return lastDay - row.harvestDay
    case 'price':
      return row.priceFen
    case 'unit':
      return Math.min(row.unitPrice, 2 ** 32)
  }
}
