import type { ShelfSort } from '#app/domain/catalog/shelf-sorts.ts'
import type { ShelfRow } from './shelf-row.ts'

/** More than any list has products, any search scores and any day is numbered. */
const mostRows = 2 ** 20
const mostScore = 2 ** 12
const lastDay = 2 ** 16

type Shelf = { rows: readonly (ShelfRow | null)[]; newest: readonly number[]; places: readonly number[] }

/**
 * The first `count` of what matched in the order asked for. What is equal stands newest first, so the order is always the same.
 * @param shelf `newest`: every number, the newest on the shelf first; `places`: where each number stands there
 * @param scores of each number, null where nothing was searched for
 */
export function rankShelf(
  shelf: Shelf,
  matches: readonly number[],
  asked: { sort: ShelfSort; scores: Uint16Array | null; count: number },
): number[] {
  const { rows, newest, places } = shelf
  const { sort, scores, count } = asked
  const first = new Float64Array(Math.min(count, matches.length))
  let length = 0
  for (const number of matches) {
    const key = orderOf(rows[number]!, sort, scores?.[number] ?? 0) * mostRows + places[number]!
    if (length === first.length && key > first[length - 1]!) continue
    let at = length < first.length ? length++ : length - 1
    for (; at > 0 && first[at - 1]! > key; at--) first[at] = first[at - 1]!
    first[at] = key
  }
  return Array.from(first, (key) => newest[key % mostRows]!)
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
