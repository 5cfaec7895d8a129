import { type Fen, fen } from '#app/domain/money/fen.ts'
import { bundlePriceOf } from '#app/domain/pricing/bundle-price.ts'

export type Swap = { out: string; in: string }
export type BoxPart = { variantId: string; units: number; priceFen: Fen }

/** What a box costs with other sizes in some parts' places, and the difference to what it costs as it is; fen for one box. */
export function priceSwapped(
  parts: readonly BoxPart[],
  offBp: number,
  swaps: readonly Swap[],
  priceOf: ReadonlyMap<string, Fen>,
): { priceFen: Fen; differenceFen: number } {
  const inPlaceOf = new Map(swaps.map((swap) => [swap.out, swap.in]))
  const priceWith = (isSwapped: boolean) =>
    bundlePriceOf(
      parts.map(({ variantId, units, priceFen }) => {
        const other = isSwapped ? inPlaceOf.get(variantId) : undefined
        return { units, priceFen: other === undefined ? priceFen : (priceOf.get(other) ?? priceFen) }
      }),
      offBp,
    ).priceFen
  const priceFen = priceWith(true)
  return { priceFen, differenceFen: fen(priceFen) - priceWith(false) }
}

/** The swaps with one more, or with one taken back (`into` is the part itself); a part is exchanged at most once. */
export function withSwap(swaps: readonly Swap[], { out, into }: { out: string; into: string }): Swap[] {
  const others = swaps.filter((swap) => swap.out !== out)
  return into === out ? others : [...others, { out, in: into }]
}
