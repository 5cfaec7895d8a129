import { facetValues, type ShelfRow } from './shelf-row.ts'

export type Facet = keyof typeof facetValues
const facets = ['category', 'storage', 'mark', 'price', 'kind'] as const satisfies readonly Facet[]

/** Bits of the values wanted in each facet, any of them; 0 is no wish. A product must meet every facet that has one. */
export type Wanted = Record<Facet, number> & {
  /** codes of the farms wanted, null for all */
  farms: ReadonlySet<number> | null
  isInSeason: boolean
  isInStock: boolean
}

/** How many products there would be with this value, everything else that is wanted staying as it is. */
export type ShelfCounts = Record<Facet, number[]> & { farms: number[]; season: number; stock: number }

/**
 * Of the candidates those that meet every wish, in the order they came, and for each value of each facet how many there would
 * be: what fails one facet alone still counts there, because choosing another of its values would bring it in.
 * @param rows by number; null has left the shelf
 * @param farmOf code of each row's farm, from 0 on
 * @param month 1–12
 */
export function narrowShelf(
  { rows, farmOf, farmCount }: { rows: readonly (ShelfRow | null)[]; farmOf: readonly number[]; farmCount: number },
  candidates: Iterable<number>,
  wanted: Wanted,
  month: number,
): { matches: number[]; counts: ShelfCounts } {
  const matches: number[] = []
  const of = facets.map((facet) => new Array<number>(facetValues[facet].length).fill(0)) as FiveCounts
  const farms = new Array<number>(farmCount).fill(0)
  let season = 0
  let stock = 0
  const monthBit = 1 << (month - 1)
  // Unrolled, and no object a row: this runs for everything on the shelf.
  const { category, storage, mark, price, kind, farms: farmsWanted, isInSeason, isInStock } = wanted
  for (const number of candidates) {
    const row = rows[number]
    if (!row) continue
    let failed = 0
    if (category !== 0 && (row.category & category) === 0) failed = 1
    if (storage !== 0 && (row.storage & storage) === 0) failed |= 2
    if (mark !== 0 && (row.mark & mark) === 0) failed |= 4
    if (price !== 0 && (row.price & price) === 0) failed |= 8
    if (kind !== 0 && (row.kind & kind) === 0) failed |= 16
    if (isInSeason && (row.season & monthBit) === 0) failed |= 32
    if (isInStock && row.stock === 0) failed |= 64
    if (farmsWanted && !farmsWanted.has(farmOf[number]!)) failed |= 128
    if ((failed & (failed - 1)) !== 0) continue
    if (failed === 0) matches.push(number)
    if (failed === 0 || failed === 1) countBits(of[0], row.category)
    if (failed === 0 || failed === 2) countBits(of[1], row.storage)
    if (failed === 0 || failed === 4) countBits(of[2], row.mark)
    if (failed === 0 || failed === 8) countBits(of[3], row.price)
    if (failed === 0 || failed === 16) countBits(of[4], row.kind)
    if ((failed === 0 || failed === 32) && (row.season & monthBit) !== 0) season++
    if (failed === 0 || failed === 64) stock += row.stock
    if (failed === 0 || failed === 128) farms[farmOf[number]!]!++
  }
  return { matches, counts: { category: of[0], storage: of[1], mark: of[2], price: of[3], kind: of[4], farms, season, stock } }
}

type FiveCounts = [category: number[], storage: number[], mark: number[], price: number[], kind: number[]]

function countBits(counts: number[], bits: number): void {
  for (let left = bits; left !== 0; left &= left - 1) counts[31 - Math.clz32(left & -left)]!++
}
