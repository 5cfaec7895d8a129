import Papa from 'papaparse'
import { readSheet } from 'read-excel-file/node'
import { PRODUCT_SHEET_MAX_ROWS } from '#app/domain/catalog/product-sheet-columns.ts'
import type { Cell } from '#app/domain/catalog/read-sheet-cell.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import { decodeText } from './decode-text.ts'
import { dropGuard } from './formula-guard.ts'
import { measureWorkbook } from './measure-workbook.ts'

const MAX_BYTES = 2 * 1024 * 1024
const MAX_UNPACKED_BYTES = 24 * 1024 * 1024
const MAX_COLUMNS = 256
const MAX_ROWS = PRODUCT_SHEET_MAX_ROWS + 1

export type SpreadsheetRefusal = { code: 'too_large' | 'not_a_spreadsheet' | 'empty' | 'too_many_rows' }
export type SpreadsheetResult = Result<Cell[][], SpreadsheetRefusal>

/**
 * Turns an uploaded .xlsx (its first sheet) or .csv file into rows, the first at index 0 as the spreadsheet's row 1. Formulas are never run:
 * of an .xlsx the value last shown is taken, of a .csv the text. A date cell is a Date at midnight UTC.
 * @returns refused as `too_large` above 2 MB, 24 MB unpacked or 256 columns; `too_many_rows` above 2,000 below the header; `not_a_spreadsheet`
 *   for any other kind of file, whatever its name says, and for a broken one
 */
export async function readSpreadsheet(fileName: string, bytes: Uint8Array): Promise<SpreadsheetResult> {
  if (bytes.byteLength === 0) return refuse({ code: 'empty' })
  if (bytes.byteLength > MAX_BYTES) return refuse({ code: 'too_large' })
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const extension = /\.([a-z]+)$/i.exec(fileName)?.[1]?.toLowerCase()
  if (extension === 'xlsx') return measured(await readWorkbook(content))
  if (extension === 'csv') return measured(readDelimitedText(content))
  return refuse({ code: 'not_a_spreadsheet' })
}

async function readWorkbook(content: Buffer): Promise<SpreadsheetResult> {
  const extent = measureWorkbook(content, MAX_UNPACKED_BYTES)
  if (extent === null) return refuse({ code: 'not_a_spreadsheet' })
  if (extent === 'too_large' || extent.columns > MAX_COLUMNS) return refuse({ code: 'too_large' })
  // Styled but empty rows are trimmed by the parser; ten times the limit leaves room for them and keeps the parser's memory bounded.
  if (extent.rows > 10 * MAX_ROWS) return refuse({ code: 'too_many_rows' })
  try {
    const rows: readonly (readonly unknown[])[] = await readSheet(content)
    return accept(rows.map((cells) => cells.map(toCell)))
  } catch {
    // The parser throws on every kind of malformed workbook, and any malformed workbook is refused alike.
    return refuse({ code: 'not_a_spreadsheet' })
  }
}

function readDelimitedText(content: Buffer): SpreadsheetResult {
  const text = decodeText(content)
  if (text === null) return refuse({ code: 'not_a_spreadsheet' })
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: delimiterOf(text), skipEmptyLines: false, preview: 10 * MAX_ROWS })
  if (errors.some(({ type }) => type === 'Quotes')) return refuse({ code: 'not_a_spreadsheet' })
  return accept(data.map((cells) => cells.map((cell) => toCell(dropGuard(cell)))))
}

/** The separator its first line uses most outside quotes; spreadsheets write tabs and semicolons too. */
function delimiterOf(text: string): string {
  const [firstLine = ''] = text
    .replace(/"[^"]*"/g, '')
    .trimStart()
    .split(/[\r\n]/, 1)
  const count = (separator: string) => firstLine.split(separator).length
  return ['\t', ';'].find((separator) => count(separator) > count(',')) ?? ','
}

function measured(read: SpreadsheetResult): SpreadsheetResult {
  if (!read.ok) return read
  const last = read.value.findLastIndex((cells) => cells.some((cell) => cell !== null))
  if (last === -1) return refuse({ code: 'empty' })
  if (last >= MAX_ROWS) return refuse({ code: 'too_many_rows' })
  const rows = read.value.slice(0, last + 1)
  return rows.some((cells) => cells.length > MAX_COLUMNS) ? refuse({ code: 'too_large' }) : accept(rows)
}

function toCell(value: unknown): Cell {
  if (typeof value === 'string') return value === '' ? null : value
  if (typeof value === 'number' || typeof value === 'boolean' || value instanceof Date) return value
  return null
}
