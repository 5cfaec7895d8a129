import type { ProductFields, ProductRow } from './product-row.ts'
import { type ColumnKey, columnOfHeader, PRODUCT_SHEET_COLUMNS, PRODUCT_SHEET_MAX_ROWS } from './product-sheet-columns.ts'
import { type ProductSheetContext, readProductRow } from './read-product-row.ts'
import type { RowProblemCode } from './read-row-cells.ts'
import { type Cell, cellText } from './read-sheet-cell.ts'

/** Where and why a sheet cannot be taken as it stands: `row` as the spreadsheet numbers it, `column` null when the whole sheet is meant. */
export type SheetProblem = {
  row: number
  column: ColumnKey | null
  code: RowProblemCode | 'empty' | 'too_many_rows' | 'column_missing' | 'column_repeated' | 'product_disagrees' | 'variant_repeated'
  value: string
}

/** Something passed over without harm; `position` counts columns from 1. */
export type SheetNote = { code: 'unknown_column'; position: number; value: string }
export type ProductSheet = { good: ProductRow[]; bad: SheetProblem[]; notes: SheetNote[] }

const isEmpty = (cell: Cell | undefined) => cell === undefined || cellText(cell) === ''

/**
 * Decides which rows of a farm's product sheet can be imported. The first row with anything in it is the header; blank rows are passed over.
 * A row with any problem is left out of `good` and named in `bad`, so that the farm may import the good ones or mend the sheet first.
 * Where two rows claim one variant, or tell a product differently, the earlier one stands.
 */
export function readProductSheet(rows: readonly (readonly Cell[])[], context: ProductSheetContext): ProductSheet {
  const filled = rows.map((cells, index) => ({ row: index + 1, cells })).filter(({ cells }) => !cells.every(isEmpty))
  const [header, ...body] = filled
  if (header === undefined || body.length === 0) {
    return { good: [], bad: [{ row: header?.row ?? 1, column: null, code: 'empty', value: '' }], notes: [] }
  }
  const { positions, problems, notes } = readHeader(header.row, header.cells)
  const excess = body[PRODUCT_SHEET_MAX_ROWS]
  if (excess !== undefined) problems.push({ row: excess.row, column: null, code: 'too_many_rows', value: String(body.length) })
  if (problems.length > 0) return { good: [], bad: problems, notes }

  const good: ProductRow[] = []
  const bad: SheetProblem[] = []
  const variantsSeen = new Set<string>()
  const productsTold = new Map<string, ProductFields>()
  for (const { row, cells } of body) {
    const cellOf = (column: ColumnKey): Cell => {
      const cell = cells[positions.get(column) ?? cells.length]
      return cell === undefined || isEmpty(cell) ? null : cell
    }
    const { read, problems: found } = readProductRow(row, cellOf, context)
    if (read === null) {
      bad.push(...found.map((problem) => ({ row, ...problem })))
      continue
    }
    const { product, variant } = read
    const told = productsTold.get(product.code) ?? product
    const conflicts = disagreements(product, told)
    for (const column of conflicts) bad.push({ row, column, code: 'product_disagrees', value: cellText(cellOf(column)) })
    if (variantsSeen.has(variant.code)) bad.push({ row, column: 'variantCode', code: 'variant_repeated', value: variant.code })
    else if (conflicts.length === 0) good.push(read)
    variantsSeen.add(variant.code)
    productsTold.set(product.code, told)
  }
  return { good, bad, notes }
}

function readHeader(row: number, cells: readonly Cell[]) {
  const positions = new Map<ColumnKey, number>()
  const problems: SheetProblem[] = []
  const notes: SheetNote[] = []
  for (const [position, cell] of cells.entries()) {
    const value = cellText(cell)
    const column = columnOfHeader(value)
    if (value === '') continue
    if (column === undefined) notes.push({ code: 'unknown_column', position: position + 1, value })
    else if (positions.has(column)) problems.push({ row, column, code: 'column_repeated', value })
    else positions.set(column, position)
  }
  for (const { key, required } of PRODUCT_SHEET_COLUMNS) {
    if (required && !positions.has(key)) problems.push({ row, column: key, code: 'column_missing', value: '' })
  }
  return { positions, problems, notes }
}

const COLUMN_OF_FIELD: readonly (readonly [keyof ProductFields, ColumnKey])[] = [
  ['nameZh', 'nameZh'],
  ['nameEn', 'nameEn'],
  ['category', 'category'],
  ['crop', 'crop'],
  ['textZh', 'textZh'],
  ['textEn', 'textEn'],
  ['originZh', 'originZh'],
  ['originEn', 'originEn'],
  ['season', 'seasonFrom'],
  ['geographicalIndication', 'gi'],
  ['certifications', 'certifications'],
]

/** The columns in which a row tells its product differently from an earlier row. */
const disagreements = (product: ProductFields, told: ProductFields): ColumnKey[] =>
  COLUMN_OF_FIELD.filter(([field]) => JSON.stringify(product[field]) !== JSON.stringify(told[field])).map(([, column]) => column)
