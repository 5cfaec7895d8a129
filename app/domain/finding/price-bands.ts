/** What 500 g (斤) cost, in yuan: from the first figure to below the second. */
export const priceBands = ['0-5', '5-10', '10-20', '20-50', '50-'] as const
export type PriceBand = (typeof priceBands)[number]

/** The yuan a band begins and ends with; the last has no end. */
export function boundsOf(band: PriceBand): { from: number; below: number | null } {
  const [from, below] = band.split('-')
  return { from: Number(from), below: below ? Number(below) : null }
}

/** The band of a price for 500 g, in fen. */
export const priceBandOf = (fenPerJin: number): PriceBand =>
  priceBands.find((band) => fenPerJin < (boundsOf(band).below ?? Number.POSITIVE_INFINITY) * 100)!
