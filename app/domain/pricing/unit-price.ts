import { invariant } from '#app/domain/invariant.ts'
import { type Fen, fen } from '#app/domain/money/fen.ts'

/** A market catty (斤), the unit Chinese kitchens compare by. */
export const jinG = 500
export const kilogramG = 1000

/**
 * What `perG` grams cost at this price, to the nearest fen, half up. Shown beside every price: the price law asks for
 * name, price and unit.
 * @param netWeightG without packing, above 0
 */
export function unitPriceFen(priceFen: Fen, netWeightG: number, perG: number): Fen {
  invariant(Number.isSafeInteger(netWeightG) && netWeightG > 0, `not a net weight: ${netWeightG}`)
  invariant(priceFen >= 0, 'a price is not negative')
  return fen(Number((2n * BigInt(priceFen) * BigInt(perG) + BigInt(netWeightG)) / (2n * BigInt(netWeightG))))
}
