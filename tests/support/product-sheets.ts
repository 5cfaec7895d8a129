import { fen } from '#app/domain/money/fen.ts'
import type { Tx } from '#db/client.server.ts'
import { farms } from '#db/schema/index.ts'

type SheetRow = Partial<typeof goodRow>

const goodRow = {
  productCode: 'HL-EGG',
  nameZh: '快乐鸡蛋',
  nameEn: "Happy hens' eggs",
  category: 'eggs-dairy',
  textZh: '散养',
  textEn: 'Free range',
  originZh: '崇州',
  originEn: 'Chongzhou',
  variantCode: 'HL-EGG-E15',
  variantZh: '15 枚',
  variantEn: '15 eggs',
  priceYuan: '33',
  netWeightG: '825',
  grossWeightG: '990',
  volumeMl: '2400',
  storage: 'chilled',
  gi: '',
  tier1Qty: '',
  tier1PriceYuan: '',
  harvestedOn: '2026-11-20',
  bestBeforeOn: '2026-12-18',
  quantity: '40',
}

/** A product sheet as a farm would save it: each row is a good one but for what is told. */
export function productSheet(rows: readonly SheetRow[]): Uint8Array {
  const columns = Object.keys(goodRow) as (keyof typeof goodRow)[]
  const lines = rows.map((row) => columns.map((column) => `"${{ ...goodRow, ...row }[column]}"`).join())
  return Buffer.from([columns.join(), ...lines].join('\n'))
}

/** A farm that says nothing about itself. */
export const plainFarm = (id: string): typeof farms.$inferInsert => ({
  id,
  slug: id,
  code: id,
  nameZh: '农场',
  nameEn: 'Farm',
  storyZh: '',
  storyEn: '',
  peopleZh: '',
  peopleEn: '',
  countyZh: '',
  countyEn: '',
  flagshipZh: '',
  flagshipEn: '',
  practices: [],
  colour: '#0E6B4A',
  lat: 30.6,
  lon: 103.6,
  leadDays: 1,
  licensed: true,
  landMuBefore: 0,
  landMuNow: 0,
  customersBefore: 0,
  customersNow: 0,
  productsBefore: 0,
  productsNow: 0,
  soldOutsideBeforePct: 0,
  soldOutsideNowPct: 0,
  logisticsBeforeLowFen: fen(0),
  logisticsBeforeHighFen: fen(0),
  logisticsNowLowFen: fen(0),
  logisticsNowHighFen: fen(0),
  position: 0,
})

export const insertFarms = (tx: Tx, ids: readonly string[]) => tx.insert(farms).values(ids.map(plainFarm))
