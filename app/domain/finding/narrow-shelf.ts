import { facetValues, type ShelfRow } from './shelf-row.ts'

export type Facet = keyof typeof facetValues
const facets = Object.keys(facetValues) as Facet[]

/** Bits of the values wanted in each facet, any of them; 0 is no wish. A product must meet every facet that has one. */
export type Wanted = Record<Facet, number> & {
  /** codes of the farms wanted, null for all */
  farms: ReadonlySet<number> | null
  isInSeason: boolean
  isInStock: boolean
}

/** How many products there would be with this value, everything else that is wanted staying as it is. */
export type ShelfCounts = Record<Facet, number[]> & { farms: number[]; season: number; stock: number }

const seasonAt = facets.length
const stockAt = facets.length + 1
const farmAt = facets.length + 2

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
  const ofFacet = facets.map((facet) => new Array<number>(facetValues[facet].length).fill(0))
  const farms = new Array<number>(farmCount).fill(0)
  let season = 0
  let stock = 0
  const wishes = facets.map((facet) => wanted[facet])
  const monthBit = 1 << (month - 1)
  for (const number of candidates) {
    const row = rows[number]
    if (!row) continue
    const bits = [row.category, row.storage, row.mark, row.price, row.kind]
    const farm = farmOf[number]!
    let failed = 0
    for (let at = 0; at < bits.length; at++) if (wishes[at] !== 0 && (bits[at]! & wishes[at]!) === 0) failed |= 1 << at
    if (wanted.isInSeason && (row.season & monthBit) === 0) failed |= 1 << seasonAt
    if (wanted.isInStock && row.stock === 0) failed |= 1 << stockAt
    if (wanted.farms && !wanted.farms.has(farm)) failed |= 1 << farmAt
    if ((failed & (failed - 1)) !== 0) continue
    if (failed === 0) matches.push(number)
    for (let at = 0; at < bits.length; at++) if ((failed & ~(1 << at)) === 0) countBits(ofFacet[at]!, bits[at]!)
    if ((failed & ~(1 << farmAt)) === 0) farms[farm]!++
    if ((failed & ~(1 << seasonAt)) === 0 && (row.season & monthBit) !== 0) season++
    if ((failed & ~(1 << stockAt)) === 0) stock += row.stock
  }
  const [category, storage, mark, price, kind] = ofFacet as [number[], number[], number[], number[], number[]]
  return { matches, counts: { category, storage, mark, price, kind, farms, season, stock } }
}

function countBits(counts: number[], bits: number): void {
  for (let left = bits; left !== 0; left &= left - 1) counts[31 - Math.clz32(left & -left)]!++
}
