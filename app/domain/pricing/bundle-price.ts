import { type Fen, fen, shareFen, sumFen } from '#app/domain/money/fen.ts'

const wholeBp = 10_000

/** The most a bundle may cost less than its parts: half. */
export const mostOffBp = 5000

/**
 * What one bundle costs: its parts at shelf price, less the bundle's rate. What is off rounds down, so that a bundle never costs
 * less than its rate says.
 * @param offBp 0–5000, parts in ten thousand
 */
export function bundlePriceOf(parts: readonly { priceFen: Fen; units: number }[], offBp: number): { priceFen: Fen; savedFen: Fen } {
  const singleFen = sumFen(parts.map(({ priceFen, units }) => fen(priceFen * units)))
  const savedFen = shareFen(singleFen, offBp, wholeBp)
  return { priceFen: fen(singleFen - savedFen), savedFen }
}
