import { type Fen, fen } from '#app/domain/money/fen.ts'

/** S0 table 2: what delivering one order cost a farm alone, and costs it now; from the lowest to the highest, fen. */
export type LogisticsFigures = {
  logisticsBeforeLowFen: Fen
  logisticsBeforeHighFen: Fen
  logisticsNowLowFen: Fen
  logisticsNowHighFen: Fen
}

export type FenRange = { lowFen: Fen; highFen: Fen }

/** What an order's delivery cost these farms before and costs them now, over all of them; null when there are none. */
export function logisticsRange(farms: readonly LogisticsFigures[]): { before: FenRange; now: FenRange } | null {
  const known = farms.filter((farm) => farm.logisticsBeforeHighFen > 0 && farm.logisticsNowHighFen > 0)
  if (known.length === 0) return null
  const lowest = (of: (farm: LogisticsFigures) => Fen) => fen(Math.min(...known.map(of)))
  const highest = (of: (farm: LogisticsFigures) => Fen) => fen(Math.max(...known.map(of)))
  return {
    before: { lowFen: lowest((farm) => farm.logisticsBeforeLowFen), highFen: highest((farm) => farm.logisticsBeforeHighFen) },
    now: { lowFen: lowest((farm) => farm.logisticsNowLowFen), highFen: highest((farm) => farm.logisticsNowHighFen) },
  }
}
