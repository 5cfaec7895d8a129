import { allocate } from '#app/domain/money/allocate.ts'
import { fen } from '#app/domain/money/fen.ts'

/** What a farm has lately brought of a size that several farms grow; whole units. */
export type Brought = { farmId: string; units: number }

/**
 * How many of the units expected of an alliance product each of its farms may reckon with: in proportion to what each has lately
 * brought of it, together exactly what is expected. Which farm packs for an order is decided when it is placed, by what lies in the
 * lots then; this is what a farm can plan by before. Empty while nobody has brought any.
 */
export function shareExpected(units: number, brought: readonly Brought[]): Map<string, number> {
  const bringing = brought.filter((one) => one.units > 0).toSorted((a, b) => (a.farmId < b.farmId ? -1 : 1))
  if (bringing.length === 0) return new Map()
  const shares = allocate(
    fen(units),
    bringing.map((one) => one.units),
  )
  return new Map(bringing.map(({ farmId }, index) => [farmId, Number(shares[index])]))
}
