import type { ColumnKey } from './product-sheet-columns.ts'
import { type Cell, type CellReader, type CellRefusal, cellText } from './read-sheet-cell.ts'

export type RowProblemCode =
  | CellRefusal['code']
  | 'required'
  | 'unknown_geographical_indication'
  | 'gross_below_net'
  | 'season_incomplete'
  | 'tier_incomplete'
  | 'tier_quantity_not_rising'
  | 'tier_price_not_falling'
  | 'lot_incomplete'
  | 'best_before_harvest'
  | 'harvested_in_future'
  | 'past_best_before'

/** `value` is what the cell says, in words; empty when the cell is. */
export type RowProblem = { column: ColumnKey; code: RowProblemCode; value: string }
export type RowCells = ReturnType<typeof readRowCells>

/** One row's cells, read by column; whatever cannot be read comes back as null and is kept in `problems`. */
export function readRowCells(cellOf: (column: ColumnKey) => Cell) {
  const problems: RowProblem[] = []
  const isBlank = (column: ColumnKey) => cellOf(column) === null

  const report = (column: ColumnKey, code: RowProblemCode): void => {
    problems.push({ column, code, value: cellText(cellOf(column)) })
  }

  const optional = <Value>(column: ColumnKey, read: CellReader<Value>): Value | null => {
    const cell = cellOf(column)
    if (cell === null) return null
    const result = read(cell)
    if (result.ok) return result.value
    report(column, result.refusal.code)
    return null
  }

  const required = <Value>(column: ColumnKey, read: CellReader<Value>): Value | null => {
    if (isBlank(column)) report(column, 'required')
    return optional(column, read)
  }

  /** Cells that are filled all or none: the blank ones are reported when any is filled. */
  const allOrNone = (columns: readonly ColumnKey[], code: RowProblemCode): void => {
    const blank = columns.filter(isBlank)
    if (blank.length < columns.length) for (const column of blank) report(column, code)
  }

  return { problems, isBlank, report, optional, required, allOrNone }
}

type Complete<Fields> = { [Key in keyof Fields]: NonNullable<Fields[Key]> }

/** Whether every field was read. */
export const isComplete = <Fields extends Record<string, unknown>>(fields: Fields): fields is Fields & Complete<Fields> =>
  Object.values(fields).every((value) => value !== null)
