import { fen } from '#app/domain/money/fen.ts'
import { termRowsOf } from '#app/services/catalog/index-product.server.ts'
import type { Database } from '#db/connection.ts'
import { replaceTerms } from '#db/queries/catalog/product-terms.server.ts'
import { distributions, farms, lots, products, variants } from '#db/schema/index.ts'

export const shopToday = '2026-11-22'
export const shopNow = new Date('2026-11-22T02:00:00Z')

type NewFarm = typeof farms.$inferInsert
type NewProduct = typeof products.$inferInsert
type NewVariant = typeof variants.$inferInsert

const farmRow = (id: string, change: Partial<NewFarm> = {}): NewFarm => ({
  id,
  slug: id.replace('farm_', ''),
  code: id.replace('farm_', '').toUpperCase(),
  nameZh: `${id}农场`,
  nameEn: `Farm ${id}`,
  storyZh: '故事',
  storyEn: 'Story',
  peopleZh: '一家人',
  peopleEn: 'A family',
  countyZh: '四川成都',
  countyEn: 'Chengdu, Sichuan',
  flagshipZh: '土豆',
  flagshipEn: 'Potatoes',
  practices: [],
  colour: '#8A4B08',
  lat: 30.8,
  lon: 103.9,
  leadDays: 0,
  licensed: true,
  landMuBefore: 30,
  landMuNow: 290,
  customersBefore: 2000,
  customersNow: 3600,
  productsBefore: 100,
  productsNow: 500,
  soldOutsideBeforePct: 3,
  soldOutsideNowPct: 30,
  logisticsBeforeLowFen: fen(800),
  logisticsBeforeHighFen: fen(1000),
  logisticsNowLowFen: fen(600),
  logisticsNowHighFen: fen(700),
  position: 1,
  ...change,
})

const productRow = (id: string, change: Partial<NewProduct>): NewProduct => ({
  id,
  slug: id,
  code: id.toUpperCase(),
  farmId: 'farm_wj',
  category: 'vegetables',
  crop: 'potato',
  nameZh: id,
  nameEn: id,
  textZh: '',
  textEn: '',
  originZh: '四川阿坝',
  originEn: 'Aba, Sichuan',
  certifications: [],
  status: 'listed',
  listedAt: new Date('2026-11-01T00:00:00Z'),
  changedAt: new Date('2026-11-01T00:00:00Z'),
  ...change,
})

const sizeRow = (id: string, productId: string, change: Partial<NewVariant> = {}): NewVariant => ({
  id,
  productId,
  code: id.toUpperCase(),
  nameZh: '1 斤装',
  nameEn: '500 g',
  priceFen: fen(1000),
  netWeightG: 500,
  grossWeightG: 520,
  volumeMl: 900,
  storage: 'ambient',
  position: 1,
  status: 'listed',
  ...change,
})

const lotRow = (variantId: string, harvestedOn: string, available: number, change: Partial<typeof lots.$inferInsert> = {}) => ({
  id: `lot_${variantId}_${harvestedOn}`,
  farmId: 'farm_wj',
  variantId,
  harvestedOn,
  bestBeforeOn: '2026-12-31',
  available,
  held: 0,
  sold: 0,
  ...change,
})

/**
 * Two farms and an alliance product. Potatoes in two sizes, the small one sold out; the cheapest by weight are sweet potatoes;
 * oranges are in season over the new year and belong to farm_hc, whose shop also has WJ's potatoes; mangoes spoiled yesterday;
 * the onions are off the shelf.
 */
export async function openShopWorld<Db extends Database>(db: Db): Promise<Db> {
  const productRows = [
    productRow('potatoes', { nameZh: '高山土豆', nameEn: 'Mountain potatoes', listedAt: new Date('2026-11-05T00:00:00Z') }),
    productRow('sweet', { nameZh: '蜜薯', nameEn: 'Sweet potatoes', crop: 'sweet-potato', listedAt: new Date('2026-11-04T00:00:00Z') }),
    productRow('oranges', {
      nameZh: '冰糖橙',
      nameEn: 'Rock-sugar oranges',
      farmId: 'farm_hc',
      category: 'fruit',
      crop: 'rock-sugar-orange',
      seasonFrom: 11,
      seasonTo: 2,
      listedAt: new Date('2026-11-03T00:00:00Z'),
    }),
    productRow('mangoes', {
      nameZh: '芒果',
      nameEn: 'Mangoes',
      category: 'fruit',
      crop: null,
      seasonFrom: 6,
      seasonTo: 8,
      listedAt: new Date('2026-11-02T00:00:00Z'),
    }),
    productRow('eggs', { nameZh: '联盟鲜鸡蛋', nameEn: 'Alliance eggs', farmId: null, category: 'eggs-dairy', crop: 'egg' }),
    productRow('onions', { nameZh: '洋葱', nameEn: 'Onions', crop: 'onion', status: 'off' }),
  ]
  await db.transact(async (tx) => {
    await tx
      .insert(farms)
      .values([
        farmRow('farm_wj', { nameZh: '吾家农场', nameEn: 'Wujia Farm', code: 'WJ', slug: 'wujia' }),
        farmRow('farm_hc', { nameZh: 'H 村合作社', nameEn: 'H Village', code: 'HCUN', slug: 'h-village', licensed: false, position: 2 }),
      ])
    await tx.insert(products).values(productRows)
    await tx.insert(variants).values([
      sizeRow('potatoes-s', 'potatoes', { priceFen: fen(900) }),
      sizeRow('potatoes-l', 'potatoes', {
        priceFen: fen(3500),
        netWeightG: 2500,
        grossWeightG: 2600,
        nameZh: '5 斤装',
        nameEn: '2.5 kg',
        position: 2,
      }),
      sizeRow('sweet-l', 'sweet', { priceFen: fen(2000), netWeightG: 2500, grossWeightG: 2600 }),
      sizeRow('oranges-l', 'oranges', { priceFen: fen(4400), netWeightG: 5000, grossWeightG: 5200 }),
      sizeRow('mangoes-s', 'mangoes', { priceFen: fen(1500) }),
      sizeRow('eggs-15', 'eggs', { priceFen: fen(3300), netWeightG: 825, grossWeightG: 950 }),
      sizeRow('onions-s', 'onions'),
    ])
    await tx
      .insert(lots)
      .values([
        lotRow('potatoes-s', '2026-11-21', 0),
        lotRow('potatoes-l', '2026-11-15', 4),
        lotRow('potatoes-l', '2026-11-20', 3),
        lotRow('sweet-l', '2026-10-01', 40),
        lotRow('oranges-l', '2026-11-21', 12, { farmId: 'farm_hc' }),
        lotRow('mangoes-s', '2026-11-10', 9, { bestBeforeOn: '2026-11-21' }),
        lotRow('eggs-15', '2026-11-19', 5),
        lotRow('eggs-15', '2026-11-18', 6, { farmId: 'farm_hc', id: 'lot_eggs_hc' }),
        lotRow('onions-s', '2026-11-20', 50),
      ])
    await tx.insert(distributions).values({ farmId: 'farm_hc', productId: 'potatoes' })
    const named: Record<string, string[]> = { farm_wj: ['吾家农场', 'Wujia Farm'], farm_hc: ['H 村合作社', 'H Village'] }
    await replaceTerms(
      tx,
      productRows.map(({ id }) => id),
      productRows.flatMap((row) => termRowsOf({ ...row, crop: row.crop ?? null }, named[row.farmId ?? ''] ?? [])),
    )
  })
  return db
}
