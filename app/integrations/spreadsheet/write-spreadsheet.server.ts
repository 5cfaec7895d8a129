import Papa from 'papaparse'
import writeWorkbook, { type SheetData } from 'write-excel-file/node'
import { type Cell, cellText } from '#app/domain/catalog/read-sheet-cell.ts'
import { guardFormula } from './formula-guard.ts'

/** A named sheet: its first row is the header, printed bold and kept in view. */
export type WorkbookSheet = { name: string; rows: readonly (readonly Cell[])[] }

/** The bytes of an .xlsx file. Every text is stored as text, so none can run as a formula. */
export async function writeXlsx(sheets: readonly WorkbookSheet[]): Promise<Buffer> {
  return writeWorkbook(
    sheets.map(({ name, rows }) => ({
      sheet: name,
      data: rows.map((cells, index) => cells.map((cell) => toWorkbookCell(cell, index === 0))) satisfies SheetData,
      columns: widths(rows).map((width) => ({ width })),
      stickyRowsCount: 1,
    })),
  ).toBuffer()
}

/** The bytes of a .csv file that Excel opens as UTF-8. Text that looks like a formula carries an apostrophe, which reading takes off again. */
export function writeCsv(rows: readonly (readonly Cell[])[]): Buffer {
  const text = Papa.unparse(
    rows.map((cells) => cells.map((cell) => (typeof cell === 'string' ? guardFormula(cell) : cellText(cell)))),
    { newline: '\r\n', quotes: true },
  )
  return Buffer.from(`\uFEFF${text}\r\n`, 'utf8')
}

function toWorkbookCell(cell: Cell, isHeader: boolean) {
  const style = isHeader ? ({ fontWeight: 'bold' } as const) : {}
  if (cell === null) return null
  if (cell instanceof Date) return { value: cell, type: Date, format: 'yyyy-mm-dd', ...style }
  if (typeof cell === 'number') return { value: cell, type: Number, ...style }
  if (typeof cell === 'boolean') return { value: cell, type: Boolean, ...style }
  return { value: cell, type: String, ...style }
}

/** Column widths in characters, a Chinese one counting two, between 8 and 40. */
function widths(rows: readonly (readonly Cell[])[]): number[] {
  const columns = Math.max(0, ...rows.map((cells) => cells.length))
  return Array.from({ length: columns }, (_, column) => {
    const longest = Math.max(0, ...rows.map((cells) => cellText(cells[column] ?? null).replace(/[^\0-\u02ff]/g, 'xx').length))
    return Math.min(40, Math.max(8, longest + 2))
  })
}
