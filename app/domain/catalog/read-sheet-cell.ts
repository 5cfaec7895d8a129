import type { Fen } from '#app/domain/money/fen.ts'
import { readYuanText } from '#app/domain/money/yuan-text.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import { keyOfWord } from './product-sheet-words.ts'

/** What a spreadsheet cell holds once its file is read; an empty cell is null. */
export type Cell = string | number | boolean | Date | null

export type CellRefusal = {
  code:
    | 'not_text'
    | 'too_long'
    | 'not_a_code'
    | 'not_an_illustration'
    | 'not_an_amount'
    | 'not_a_whole_number'
    | 'not_a_date'
    | 'not_a_month'
    | 'must_be_positive'
    | 'unknown_word'
}
export type CellReader<Value> = (cell: Exclude<Cell, null>) => Result<Value, CellRefusal>

/** The cell in words, for showing it back to whoever typed it. */
export function cellText(cell: Cell): string {
  if (cell === null) return ''
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10)
  return typeof cell === 'number' ? decimalText(cell) : String(cell).trim()
}

/**
 * A spreadsheet shows 15 significant digits and keeps 17, so 1.1 may be stored as 1.1000000000000001 and 22.85 × 3 as 68.55000000000001:
 * what the farmer saw is what counts.
 */
const decimalText = (value: number): string => String(Number(value.toPrecision(15)))

const numeral = (cell: Cell): string => (typeof cell === 'boolean' || cell instanceof Date ? '' : cellText(cell).normalize('NFKC'))

/** Words as typed; a formula stays the characters it is made of. A date here is a size like 5-10 that the spreadsheet mistook: refused. */
export const readText =
  (maxLength: number): CellReader<string> =>
  (cell) => {
    if (typeof cell === 'boolean' || cell instanceof Date) return refuse({ code: 'not_text' })
    const text = cellText(cell)
    return text.length > maxLength ? refuse({ code: 'too_long' }) : accept(text)
  }

/** Letters, digits and single hyphens, at most 40; upper case, so that wj-01 and WJ-01 are one code. */
export const readCode: CellReader<string> = (cell) => {
  const code = numeral(cell).toUpperCase()
  return /^[A-Z0-9]+(-[A-Z0-9]+)*$/.test(code) && code.length <= 40 ? accept(code) : refuse({ code: 'not_a_code' })
}

/** The kebab-case name of a drawn crop, such as sweet-potato. */
export const readIllustration: CellReader<string> = (cell) => {
  const id = cellText(cell).toLowerCase()
  return /^[a-z]+(-[a-z]+)*$/.test(id) && id.length <= 40 ? accept(id) : refuse({ code: 'not_an_illustration' })
}

/** A price: more than nothing, exact to the fen. */
export const readPrice: CellReader<Fen> = (cell) => {
  const amount = readYuanText(numeral(cell))
  if (amount === null) return refuse({ code: 'not_an_amount' })
  return amount > 0 ? accept(amount) : refuse({ code: 'must_be_positive' })
}

/** A count of zero or more, up to nine digits. */
export const readCount: CellReader<number> = (cell) => {
  const text = numeral(cell)
  return /^\d{1,9}$/.test(text) ? accept(Number(text)) : refuse({ code: 'not_a_whole_number' })
}

export const readPositive: CellReader<number> = (cell) => {
  const count = readCount(cell)
  return count.ok && count.value === 0 ? refuse({ code: 'must_be_positive' }) : count
}

export const readMonth: CellReader<number> = (cell) => {
  const month = readCount(cell)
  return month.ok && month.value >= 1 && month.value <= 12 ? month : refuse({ code: 'not_a_month' })
}

/** A day of the calendar as YYYY-MM-DD, from a date cell or from 2026-11-20, 2026/11/20 or 2026/1/5. */
export const readDay: CellReader<string> = (cell) => {
  const text = cell instanceof Date ? cellText(cell) : numeral(cell)
  const [, year, month, day] = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(text) ?? []
  if (year === undefined || month === undefined || day === undefined) return refuse({ code: 'not_a_date' })
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  const isReal = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day)
  return isReal ? accept(date.toISOString().slice(0, 10)) : refuse({ code: 'not_a_date' })
}

/** One of a closed list, by key or by any of its names. */
export const readWord =
  <List extends Record<string, readonly string[]>>(words: List): CellReader<keyof List & string> =>
  (cell) => {
    const key = keyOfWord(cellText(cell), words)
    return key === undefined ? refuse({ code: 'unknown_word' }) : accept(key)
  }

/** Several of a closed list, parted by ; , or 、 in either width; each once, in the list's order. */
export const readWords =
  <List extends Record<string, readonly string[]>>(words: List): CellReader<(keyof List & string)[]> =>
  (cell) => {
    const named = cellText(cell)
      .split(/[;,、\uff1b\uff0c]/)
      .filter((part) => part.trim() !== '')
      .map((part) => keyOfWord(part, words))
    if (named.includes(undefined)) return refuse({ code: 'unknown_word' })
    return accept(Object.keys(words).filter((key) => named.includes(key)))
  }
