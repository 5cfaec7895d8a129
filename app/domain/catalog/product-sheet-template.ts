import { addDays } from '#app/domain/business-day.ts'
import { type ColumnKey, PRODUCT_SHEET_COLUMNS, PRODUCT_SHEET_MAX_ROWS } from './product-sheet-columns.ts'
import { CATEGORY_WORDS, STORAGE_WORDS } from './product-sheet-words.ts'
import type { Cell } from './read-sheet-cell.ts'

type Language = 'zh' | 'en'

const EXAMPLE = {
  productCode: 'DEMO-TOMATO',
  nameZh: '沙瓤番茄',
  nameEn: 'Ripe field tomatoes',
  category: '蔬菜',
  crop: 'tomato',
  textZh: '露地种植，自然熟透后采摘。',
  textEn: 'Grown in the open and picked when fully ripe.',
  originZh: '四川成都',
  originEn: 'Chengdu, Sichuan',
  variantCode: 'DEMO-TOMATO-5J',
  variantZh: '5 斤装',
  variantEn: '2.5 kg box',
  priceYuan: 68,
  netWeightG: 2500,
  grossWeightG: 2800,
  volumeMl: 6500,
  storage: '常温',
  seasonFrom: 6,
  seasonTo: 11,
  gi: null,
  certifications: 'green;pgs',
  bulkMin: 5,
  tier1Qty: 10,
  tier1PriceYuan: 64,
  tier2Qty: 30,
  tier2PriceYuan: 60.5,
} as const satisfies Partial<Record<ColumnKey, Cell>>

const NOTES: { zh: string; en: string; columns: readonly ColumnKey[] }[] = [
  {
    columns: ['productCode', 'variantCode'],
    zh: '字母、数字和连字符。同一商品的各行编号相同，规格编号不可重复。',
    en: 'Letters, digits and hyphens. The rows of one product share its code; a size code occurs once.',
  },
  { columns: ['category'], zh: Object.values(CATEGORY_WORDS).flat().join('、'), en: Object.keys(CATEGORY_WORDS).join(', ') },
  {
    columns: ['crop'],
    zh: '插画名，如 carrot、rice；留空则用类别图标。',
    en: 'The name of a drawing, such as carrot or rice; blank shows the category sign.',
  },
  {
    columns: ['priceYuan', 'tier1PriceYuan', 'tier2PriceYuan'],
    zh: '元，最多两位小数。阶梯价须低于零售价，量越大价越低。',
    en: 'Yuan, at most two decimals. Step prices are below the retail price and fall as the quantity rises.',
  },
  { columns: ['netWeightG', 'grossWeightG'], zh: '整克，毛重不低于净重。', en: 'Whole grams; gross is not below net.' },
  { columns: ['storage'], zh: Object.values(STORAGE_WORDS).flat().join('、'), en: Object.keys(STORAGE_WORDS).join(', ') },
  {
    columns: ['seasonFrom', 'seasonTo'],
    zh: '月份 1–12，可跨年，如 11 到 3；全年供应则都留空。',
    en: 'Months 1–12, may pass the new year, as 11 to 3; leave both blank for all year.',
  },
  { columns: ['gi'], zh: '联盟登记的地理标志代码。', en: 'The code of a geographical indication the alliance has on record.' },
  {
    columns: ['certifications'],
    zh: 'green（绿色）、organic（有机）、pgs（参与式保障），以分号隔开。',
    en: 'green, organic, pgs; parted by semicolons.',
  },
  {
    columns: ['harvestedOn', 'bestBeforeOn', 'quantity'],
    zh: '一批收成：三格都填或都留空。日期如 2026-11-20。',
    en: 'One lot: fill all three or none. Dates as 2026-11-20.',
  },
]

/**
 * The sheet a farm downloads to fill in: a header in its language (required columns marked *), one example row that imports as it is,
 * and notes on what each column takes.
 * @param today the Shanghai day YYYY-MM-DD the example was harvested on
 */
export function productSheetTemplate(language: Language, today: string): { rows: Cell[][]; notes: Cell[][] } {
  const example: Partial<Record<ColumnKey, Cell>> = { ...EXAMPLE, harvestedOn: today, bestBeforeOn: addDays(today, 7), quantity: 40 }
  const label = (key: ColumnKey) => PRODUCT_SHEET_COLUMNS.find((column) => column.key === key)?.[language] ?? key
  return {
    rows: [
      PRODUCT_SHEET_COLUMNS.map(({ key, required }) => label(key) + (required ? '*' : '')),
      PRODUCT_SHEET_COLUMNS.map(({ key }) => example[key] ?? null),
    ],
    notes: [
      language === 'zh'
        ? ['列', `怎么填（标 * 的必填，最多 ${PRODUCT_SHEET_MAX_ROWS} 行）`]
        : ['Column', `How to fill it in (* is required; at most ${PRODUCT_SHEET_MAX_ROWS} rows)`],
      ...NOTES.map((note) => [note.columns.map(label).join(language === 'zh' ? '、' : ', '), note[language]]),
    ],
  }
}
