import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fen } from '#app/domain/money/fen.ts'
import { yuanText } from '#app/domain/money/yuan-text.ts'
import { type ColumnKey, PRODUCT_SHEET_COLUMNS, PRODUCT_SHEET_MAX_ROWS } from './product-sheet-columns.ts'
import { productSheetTemplate } from './product-sheet-template.ts'
import { readProductSheet } from './read-product-sheet.ts'
import type { Cell } from './read-sheet-cell.ts'

const context = { today: '2026-11-22', geographicalIndications: new Set(['GI-MAYANG']) }
const keys = PRODUCT_SHEET_COLUMNS.map(({ key }) => key)

const carrots: Partial<Record<ColumnKey, Cell>> = {
  productCode: 'WJ-CARROT',
  nameZh: '黄心胡萝卜',
  nameEn: 'Yellow carrots',
  category: '蔬菜',
  crop: 'carrot',
  textZh: '沙土地里拔出来的。',
  textEn: 'Pulled from sandy ground.',
  originZh: '四川成都',
  originEn: 'Chengdu, Sichuan',
  variantCode: 'WJ-CARROT-2J',
  variantZh: '2 斤装',
  variantEn: '1 kg bag',
  priceYuan: 12.8,
  netWeightG: 1000,
  grossWeightG: 1050,
  volumeMl: 2400,
  storage: '常温',
}

const rowOf = (changes: Partial<Record<ColumnKey, Cell>> = {}): Cell[] => keys.map((key) => ({ ...carrots, ...changes })[key] ?? null)
const read = (...rows: Cell[][]) => readProductSheet([[...keys], ...rows], context)

test('the downloaded template imports as it is, in either language', () => {
  for (const language of ['zh', 'en'] as const) {
    const sheet = readProductSheet(productSheetTemplate(language, '2026-11-22').rows, context)
    expect(sheet.bad).toEqual([])
    expect(sheet.notes).toEqual([])
    expect(sheet.good).toHaveLength(1)
    expect(sheet.good[0]).toMatchObject({
      row: 2,
      product: { code: 'DEMO-TOMATO', category: 'vegetables', certifications: ['green', 'pgs'], season: { from: 6, to: 11 } },
      variant: {
        priceFen: 6800,
        tiers: [
          { quantity: 10, priceFen: 6400 },
          { quantity: 30, priceFen: 6050 },
        ],
      },
      lot: { harvestedOn: '2026-11-22', bestBeforeOn: '2026-11-29', quantity: 40 },
    })
  }
})

test('three bad rows are named by row and column while the good one between them waits', () => {
  const sheet = read(
    rowOf({ variantCode: 'A-1', priceYuan: 68.555 }),
    rowOf({ variantCode: 'A-2', grossWeightG: 900 }),
    rowOf({ variantCode: 'A-3' }),
    rowOf({ variantCode: 'A-4', storage: '阴凉', nameEn: null }),
  )
  expect(sheet.bad).toEqual([
    { row: 2, column: 'priceYuan', code: 'not_an_amount', value: '68.555' },
    { row: 3, column: 'grossWeightG', code: 'gross_below_net', value: '900' },
    { row: 5, column: 'nameEn', code: 'required', value: '' },
    { row: 5, column: 'storage', code: 'unknown_word', value: '阴凉' },
  ])
  expect(sheet.good.map(({ row, variant }) => [row, variant.code])).toEqual([[4, 'A-3']])
})

test('columns may stand in any order, in either language, and a stranger among them is only noted', () => {
  const columns = PRODUCT_SHEET_COLUMNS.map(({ key, zh, en }, index) => ({
    key,
    header: [zh, `${en}*`, ` ${key.toUpperCase()} `][index % 3] ?? key,
  }))
  const shuffled = columns.toReversed()
  const sheet = readProductSheet(
    [
      [...shuffled.map(({ header }) => header), '备注'],
      [...shuffled.map(({ key }) => carrots[key] ?? null), '老主顾爱吃'],
    ],
    context,
  )
  expect(sheet.bad).toEqual([])
  expect(sheet.notes).toEqual([{ code: 'unknown_column', position: keys.length + 1, value: '备注' }])
  expect(sheet.good[0]?.product.nameZh).toBe('黄心胡萝卜')
})

test('a sheet without a column it needs, or with one twice, imports nothing', () => {
  const header = keys.filter((key) => key !== 'storage')
  const sheet = readProductSheet([[...header, '单价(元)'], rowOf()], context)
  expect(sheet.good).toEqual([])
  expect(sheet.bad).toEqual([
    { row: 1, column: 'priceYuan', code: 'column_repeated', value: '单价(元)' },
    { row: 1, column: 'storage', code: 'column_missing', value: '' },
  ])
})

test('blank rows keep the numbering the spreadsheet shows', () => {
  const blank = keys.map(() => null)
  const sheet = readProductSheet([blank, [...keys], blank, rowOf(), [], rowOf({ variantCode: 'B-2', volumeMl: 0 })], context)
  expect(sheet.good.map(({ row }) => row)).toEqual([4])
  expect(sheet.bad).toEqual([{ row: 6, column: 'volumeMl', code: 'must_be_positive', value: '0' }])
})

test('a price cell is read to the fen, whatever a float makes of it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9_999_999_99 }), (priceFen) => {
      const asText = read(rowOf({ priceYuan: yuanText(fen(priceFen)) }))
      const asNumber = read(rowOf({ priceYuan: priceFen / 100 }))
      expect([asText, asNumber].map(({ good }) => good[0]?.variant.priceFen)).toEqual([priceFen, priceFen])
    }),
  )
})

test('a price worked out by a formula counts as it is shown', () => {
  expect(read(rowOf({ priceYuan: 22.85 * 3 })).good[0]?.variant.priceFen).toBe(6855)
  expect(read(rowOf({ priceYuan: 0.1 + 0.2 })).good[0]?.variant.priceFen).toBe(30)
})

test('text that looks like a formula stays text', () => {
  const name = '=HYPERLINK("http://example.com")'
  expect(read(rowOf({ nameZh: name, textEn: '@SUM(1)', originZh: '-1' })).good[0]?.product).toMatchObject({
    nameZh: name,
    textEn: '@SUM(1)',
    originZh: '-1',
  })
})

test('a size the spreadsheet mistook for a date is named, not stored as one', () => {
  expect(read(rowOf({ variantZh: new Date('2026-05-10T00:00:00Z') })).bad).toEqual([
    { row: 2, column: 'variantZh', code: 'not_text', value: '2026-05-10' },
  ])
})

test('rows of one product must tell it alike; the first stands', () => {
  const sheet = read(
    rowOf(),
    rowOf({ variantCode: 'WJ-CARROT-5J', originZh: '四川眉山' }),
    rowOf({ variantCode: 'wj-carrot-2j' }),
    rowOf({ variantCode: 'WJ-CARROT-10J' }),
  )
  expect(sheet.good.map(({ row }) => row)).toEqual([2, 5])
  expect(sheet.bad).toEqual([
    { row: 3, column: 'originZh', code: 'product_disagrees', value: '四川眉山' },
    { row: 4, column: 'variantCode', code: 'variant_repeated', value: 'WJ-CARROT-2J' },
  ])
})

test('a lot is given whole or not at all, with dates that can be', () => {
  const lot = { harvestedOn: '2026/11/20', bestBeforeOn: new Date('2026-12-01T00:00:00Z'), quantity: 0 }
  expect(read(rowOf(lot)).good[0]?.lot).toEqual({ harvestedOn: '2026-11-20', bestBeforeOn: '2026-12-01', quantity: 0 })
  expect(read(rowOf()).good[0]?.lot).toBeNull()
  const codes = (changes: Partial<Record<ColumnKey, Cell>>) =>
    read(rowOf({ ...lot, ...changes })).bad.map(({ column, code }) => [column, code])
  expect(codes({ quantity: null })).toEqual([['quantity', 'lot_incomplete']])
  expect(codes({ bestBeforeOn: '2026-11-20' })).toEqual([
    ['bestBeforeOn', 'past_best_before'],
    ['bestBeforeOn', 'best_before_harvest'],
  ])
  expect(codes({ harvestedOn: '2026-11-23' })).toEqual([['harvestedOn', 'harvested_in_future']])
  expect(codes({ harvestedOn: '2026-02-30' })).toEqual([['harvestedOn', 'not_a_date']])
  expect(codes({ quantity: 2.5 })).toEqual([['quantity', 'not_a_whole_number']])
})

test('a season has two ends and may pass the new year', () => {
  expect(read(rowOf({ seasonFrom: 11, seasonTo: 3 })).good[0]?.product.season).toEqual({ from: 11, to: 3 })
  expect(read(rowOf({ seasonFrom: 11 })).bad).toEqual([{ row: 2, column: 'seasonTo', code: 'season_incomplete', value: '' }])
  expect(read(rowOf({ seasonFrom: 11, seasonTo: 13 })).bad).toEqual([{ row: 2, column: 'seasonTo', code: 'not_a_month', value: '13' }])
})

test('step prices fall as quantities rise, from below the retail price', () => {
  const codes = (changes: Partial<Record<ColumnKey, Cell>>) => read(rowOf(changes)).bad.map(({ column, code }) => [column, code])
  expect(codes({ tier1Qty: 10, tier1PriceYuan: 12 })).toEqual([])
  expect(codes({ tier1Qty: 10, tier1PriceYuan: 12.8 })).toEqual([['tier1PriceYuan', 'tier_price_not_falling']])
  expect(codes({ tier1Qty: 1, tier1PriceYuan: 12 })).toEqual([['tier1Qty', 'tier_quantity_not_rising']])
  expect(codes({ tier1Qty: 10, tier1PriceYuan: 12, tier2Qty: 10, tier2PriceYuan: 12 })).toEqual([
    ['tier2Qty', 'tier_quantity_not_rising'],
    ['tier2PriceYuan', 'tier_price_not_falling'],
  ])
  expect(codes({ tier2Qty: 10, tier2PriceYuan: 12 })).toEqual([
    ['tier1Qty', 'tier_incomplete'],
    ['tier1PriceYuan', 'tier_incomplete'],
  ])
})

test('only a geographical indication on record and a known certification may be claimed', () => {
  expect(read(rowOf({ gi: 'gi-mayang', certifications: '有机；green' })).good[0]?.product).toMatchObject({
    geographicalIndication: 'GI-MAYANG',
    certifications: ['green', 'organic'],
  })
  expect(read(rowOf({ gi: 'GI-NOWHERE', certifications: 'vegan' })).bad.map(({ column, code }) => [column, code])).toEqual([
    ['gi', 'unknown_geographical_indication'],
    ['certifications', 'unknown_word'],
  ])
})

test('a sheet past the row limit is refused whole, at the first row too many', () => {
  const rows = Array.from({ length: PRODUCT_SHEET_MAX_ROWS + 1 }, (_, index) => rowOf({ variantCode: `V-${index}` }))
  expect(read(...rows)).toEqual({ good: [], bad: [{ row: 2_002, column: null, code: 'too_many_rows', value: '2001' }], notes: [] })
  expect(read(...rows.slice(1)).good).toHaveLength(PRODUCT_SHEET_MAX_ROWS)
})

test('a header with nothing below it is an empty sheet', () => {
  expect(read().bad).toEqual([{ row: 1, column: null, code: 'empty', value: '' }])
  expect(readProductSheet([], context).bad).toEqual([{ row: 1, column: null, code: 'empty', value: '' }])
})
