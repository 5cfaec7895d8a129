import { groupBy } from '#app/domain/group-by.ts'

/** A part as it stands today: how many of its size there are for its day, and whether it is on the shelf. */
export type PartOnHand = {
  bundleId: string
  variantId: string
  units: number
  notBeforeOn: string | null
  isListed: boolean
  left: number
}

/**
 * How many of each bundle can be sold: as many as its scarcest part allows, none while a part is off the shelf. Each bundle by
 * itself: what two of them share is decided when an order is placed.
 */
export function bundlesLeft(parts: readonly PartOnHand[]): Map<string, number> {
  const left = new Map<string, number>()
  for (const [bundleId, ofBundle] of groupBy(parts, (part) => part.bundleId)) {
    const together = [...groupBy(ofBundle, (part) => `${part.variantId} ${part.notBeforeOn ?? ''}`).values()]
    left.set(bundleId, Math.min(...together.map(leftOfPart)))
  }
  return left
}

/** The same size for the same day may be named twice. */
function leftOfPart(same: readonly PartOnHand[]): number {
  const units = same.reduce((sum, part) => sum + part.units, 0)
  return same.every(({ isListed }) => isListed) ? Math.floor(Math.min(...same.map(({ left }) => left)) / units) : 0
}
