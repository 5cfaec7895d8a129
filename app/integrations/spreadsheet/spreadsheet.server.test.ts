import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { productSheetTemplate } from '#app/domain/catalog/product-sheet-template.ts'
import { readProductSheet } from '#app/domain/catalog/read-product-sheet.ts'
import type { Cell } from '#app/domain/catalog/read-sheet-cell.ts'
import { measureWorkbook } from './measure-workbook.ts'
import { readSpreadsheet } from './read-spreadsheet.server.ts'
import { writeCsv, writeXlsx } from './write-spreadsheet.server.ts'

const template = productSheetTemplate('zh', '2026-11-22')
const context = { today: '2026-11-22', geographicalIndications: new Set<string>() }

async function rowsOf(fileName: string, bytes: Uint8Array): Promise<Cell[][]> {
  const result = await readSpreadsheet(fileName, bytes)
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

async function refusalOf(fileName: string, bytes: Uint8Array): Promise<string | null> {
  const result = await readSpreadsheet(fileName, bytes)
  return result.ok ? null : result.refusal.code
}

/** A zip of deflated entries, as far as a reader of local headers looks; `claimedSize` lets an entry lie about itself. */
function zip(entries: { name: string; content: string | Buffer; claimedSize?: number }[]): Buffer {
  return Buffer.concat(
    entries.flatMap(({ name, content, claimedSize }) => {
      const packed = deflateRawSync(content)
      const header = Buffer.alloc(30)
      header.writeUInt32LE(0x04034b50, 0)
      header.writeUInt16LE(8, 8)
      header.writeUInt32LE(packed.length, 18)
      header.writeUInt32LE(claimedSize ?? Buffer.byteLength(content), 22)
      header.writeUInt16LE(Buffer.byteLength(name), 26)
      return [header, Buffer.from(name), packed]
    }),
  )
}

test('the template comes back the same from .xlsx and .csv, its notes on a second sheet', async () => {
  const workbook = await writeXlsx([
    { name: '商品', rows: template.rows },
    { name: '说明', rows: template.notes },
  ])
  expect(await rowsOf('模板.xlsx', workbook)).toEqual(template.rows)
  const fromCsv = await rowsOf('模板.CSV', writeCsv(template.rows))
  const fromWorkbook = await rowsOf('模板.xlsx', workbook)
  const [csv, xlsx] = [fromCsv, fromWorkbook].map((rows) => readProductSheet(rows, context))
  expect(csv).toEqual(xlsx)
  expect(csv?.good).toHaveLength(1)
})

test('dates, numbers, truth and empty cells keep their kind in .xlsx', async () => {
  const rows: Cell[][] = [
    ['甲', 68.55, null, true],
    [null, 1.1, new Date('2026-11-20T00:00:00Z'), false],
  ]
  expect(await rowsOf('a.xlsx', await writeXlsx([{ name: 'a', rows }]))).toEqual(rows)
})

test('what Excel in China saves as .csv is read as GB18030', async () => {
  const gb18030 = Buffer.from([0xb7, 0xac, 0xc7, 0xd1, 0x2c, 0x36, 0x38, 0x0d, 0x0a])
  expect(await rowsOf('a.csv', gb18030)).toEqual([['番茄', '68']])
  expect(await rowsOf('a.csv', Buffer.from('\uFEFF番茄,68\n'))).toEqual([['番茄', '68']])
  expect(await rowsOf('a.csv', Buffer.from('\uFEFF番茄\t68\n', 'utf16le'))).toEqual([['番茄', '68']])
})

test('no text that is written can open as a formula, and all of it reads back', async () => {
  const starts = fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', "'", "'=", '\uff1d', '\uff20', '')
  const risky = fc.tuple(starts, fc.stringMatching(/^[a-z0-9 ,;"'番茄]*$/)).map(([start, rest]) => `${start}${rest}x`)
  await fc.assert(
    fc.asyncProperty(fc.array(risky, { minLength: 2, maxLength: 4 }), async (texts) => {
      const bytes = writeCsv([texts])
      expect(bytes.toString('utf8').slice(1)).not.toMatch(/(^|,)"?[=+\-@\uff1d\uff20\t\r\n]/)
      expect(await rowsOf('a.csv', bytes)).toEqual([texts])
    }),
  )
  expect(writeCsv([['68 yuan', '5 斤']]).toString('utf8')).toContain('"68 yuan","5 斤"')
  const formula = '=HYPERLINK("http://example.com","x")'
  expect(await rowsOf('a.xlsx', await writeXlsx([{ name: 'a', rows: [[formula]] }]))).toEqual([[formula]])
})

test.each([
  ['an older workbook', '商品.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
  ['a picture named .xlsx', '商品.xlsx', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
  ['a picture named .csv', '商品.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x00, 0x0a])],
  ['a zip that is no workbook', '商品.xlsx', zip([{ name: 'hello.txt', content: 'hello' }])],
  ['a torn workbook', '商品.xlsx', zip([{ name: 'xl/workbook.xml', content: '<workbook>'.repeat(90) }]).subarray(0, 60)],
  [
    'an entry that lies about its size',
    '商品.xlsx',
    zip([{ name: 'xl/workbook.xml', content: '<workbook/>', claimedSize: 4_000_000_000 }]),
  ],
  ['an open quote', '商品.csv', Buffer.from('"番茄,68\n')],
])('%s is not a spreadsheet', async (_, fileName, bytes) => {
  expect(await refusalOf(fileName, bytes)).toBe('not_a_spreadsheet')
})

test('a file too big, packed or unpacked, is refused before it is parsed', async () => {
  expect(await refusalOf('a.csv', Buffer.alloc(2 * 1024 * 1024 + 1, 'a'))).toBe('too_large')
  const bomb = zip([{ name: 'xl/worksheets/sheet1.xml', content: Buffer.alloc(64 * 1024 * 1024, ' ') }])
  expect(bomb.length).toBeLessThan(100_000)
  expect(await refusalOf('a.xlsx', bomb)).toBe('too_large')
  const thirds = [1, 2, 3].map((sheet) => ({ name: `xl/worksheets/sheet${sheet}.xml`, content: Buffer.alloc(10 * 1024 * 1024, ' ') }))
  expect(await refusalOf('a.xlsx', zip(thirds))).toBe('too_large')
  expect(await refusalOf('a.xlsx', zip(thirds.slice(1)))).toBe('not_a_spreadsheet')
  const wide = zip([{ name: 'xl/worksheets/sheet1.xml', content: '<row r="1"><c r="XFD1"><v>1</v></c></row>' }])
  expect(await refusalOf('a.xlsx', wide)).toBe('too_large')
})

test('an entry whose header lies about its size is not handed to the parser', () => {
  const entry = { name: 'xl/workbook.xml', content: '<workbook/>' }
  expect(measureWorkbook(zip([entry]), 1_000)).toEqual({ rows: 0, columns: 0 })
  expect(measureWorkbook(zip([{ ...entry, claimedSize: 4_000_000_000 }]), 1_000)).toBeNull()
})

test('a sheet of too many rows is refused, however it says so', async () => {
  expect(await refusalOf('a.csv', Buffer.from('a,b\n'.repeat(2_002)))).toBe('too_many_rows')
  expect((await rowsOf('a.csv', Buffer.from('a,b\n'.repeat(2_001)))).length).toBe(2_001)
  const tall = zip([{ name: 'xl/worksheets/sheet1.xml', content: '<row r="1048576"><c r="A1048576"><v>1</v></c></row>' }])
  expect(await refusalOf('a.xlsx', tall)).toBe('too_many_rows')
})

test('a file with nothing in it is empty', async () => {
  expect(await refusalOf('a.csv', Buffer.alloc(0))).toBe('empty')
  expect(await refusalOf('a.csv', Buffer.from('\uFEFF,,\n,,\n'))).toBe('empty')
  expect(await refusalOf('a.xlsx', await writeXlsx([{ name: 'a', rows: [[null]] }]))).toBe('empty')
})
