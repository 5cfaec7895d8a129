import { lotId, variantId } from './catalog-ids.ts'
import type { ProductRow } from './product-row.ts'
import { type Forecast, forecastOfHarvest } from './sold-ahead.ts'

/** A row of a sheet whose harvest is promised already: it is confirmed where it was promised. */
export type PromisedProblem = { row: number; column: 'harvestedOn'; code: 'promised_ahead'; value: string }

/** Parts the harvests that may come in with their rows from those that are promised ahead; of such a row all but its harvest is taken. */
export function partPromised(
  rows: readonly ProductRow[],
  forecasts: readonly Forecast[],
): { rows: ProductRow[]; promised: PromisedProblem[] } {
  const promised: PromisedProblem[] = []
  const taken = rows.map((row): ProductRow => {
    const { variant, lot } = row
    if (lot === null) return row
    const size = { variantId: variantId(variant.code), lotId: lotId(variant.code, lot.harvestedOn) }
    if (forecastOfHarvest(size, forecasts) === null) return row
    promised.push({ row: row.row, column: 'harvestedOn', code: 'promised_ahead', value: lot.harvestedOn })
    return { ...row, lot: null }
  })
  return { rows: taken, promised }
}
