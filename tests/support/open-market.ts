import { fen } from '#app/domain/money/fen.ts'
import type { PlaceOrder } from '#app/services/ordering/place-order.server.ts'
import type { Database } from '#db/client.server.ts'
import {
  basketLines,
  baskets,
  commissionTerms,
  customers,
  districts,
  farms,
  hubs,
  lots,
  pickupPoints,
  products,
  variants,
  waves,
  zones,
} from '#db/schema/index.ts'
import { openFresh } from './fresh-database.ts'

/** Sunday 22 November 2026, ten in the morning in Chengdu. */
export const marketDay = new Date('2026-11-22T02:00:00Z')
const day = 86_400_000

export type Market = Database & { url: string }

const square = (west: number, south: number): [number, number][] => [
  [west, south],
  [west + 0.2, south],
  [west + 0.2, south + 0.2],
  [west, south + 0.2],
]

/**
 * A small alliance: farms `hill`, `brook`, `lake` (at the hub the next morning) and `far` (two days away), each with one
 * product of one size, `quantity` boxes at 10 yuan; an alliance product held by hill and brook; one zone with waves on
 * Tuesday and Friday; district `inner` inside it and `outer` outside every zone; pick-up point `gate`.
 */
export async function openMarket({ quantity = 20, capacityDrops = 60 } = {}): Promise<Market> {
  const db = await openFresh()
  await db.transact(async (tx) => {
    await tx
      .insert(hubs)
      .values({ id: 'hub', nameZh: '集货仓', nameEn: 'Hub', addressZh: '温江', addressEn: 'Wenjiang', lat: 30.6, lon: 104 })
    await tx.insert(zones).values({
      id: 'east',
      hubId: 'hub',
      nameZh: '城东',
      nameEn: 'East',
      polygon: square(104, 30.6),
      position: 0,
    })
    await tx.insert(districts).values([
      { id: 'inner', zoneId: 'east', nameZh: '锦江区', nameEn: 'Jinjiang', lat: 30.65, lon: 104.08, position: 0 },
      { id: 'outer', zoneId: null, nameZh: '都江堰', nameEn: 'Dujiangyan', lat: 31, lon: 103.6, position: 1 },
    ])
    await tx.insert(pickupPoints).values({
      id: 'gate',
      zoneId: 'east',
      nameZh: '东门',
      nameEn: 'East Gate',
      addressZh: '东门街 1 号',
      addressEn: '1 East Gate St',
      windowFrom: '16:00',
      windowTo: '20:00',
      lat: 30.66,
      lon: 104.09,
      position: 0,
    })
    await tx.insert(waves).values(
      [
        { id: 'tue', deliversOn: '2026-11-24' },
        { id: 'fri', deliversOn: '2026-11-27' },
      ].map((wave) => ({
        ...wave,
        hubId: 'hub',
        zoneId: 'east',
        cutoffAt: new Date(Date.parse(`${wave.deliversOn}T10:00:00Z`) - day),
        dropFeeFen: fen(700),
        capacityDrops,
        bookedDrops: 0,
        status: 'open' as const,
      })),
    )
    for (const homeType of ['alliance', 'farm', 'leader'] as const) {
      await tx.insert(commissionTerms).values({
        id: `terms_${homeType}`,
        homeType,
        effectiveFrom: new Date('2026-01-01T00:00:00Z'),
        distributionBp: 500,
        leaderBp: 300,
        serviceBp: 400,
        vatInServiceBp: 600,
        brandBp: 100,
        reserveFenPerKg: 20,
        leaderSavingBp: 2000,
        agreedBy: 'members',
      })
    }
    for (const [position, id] of ['hill', 'brook', 'lake', 'far'].entries()) await tx.insert(farms).values(farmRow(id, position))
    for (const id of ['hill', 'brook', 'lake', 'far', 'eggs']) {
      await tx.insert(products).values(productRow(id))
      await tx.insert(variants).values(variantRow(id))
      const holders = id === 'eggs' ? ['hill', 'brook'] : [id]
      for (const farmId of holders) await tx.insert(lots).values(lotRow(id, farmId, quantity))
    }
  })
  return db
}

const farmRow = (id: string, position: number): typeof farms.$inferInsert => ({
  id,
  slug: id,
  code: id,
  nameZh: `${id}农场`,
  nameEn: `${id} farm`,
  storyZh: '故事',
  storyEn: 'story',
  peopleZh: '人',
  peopleEn: 'people',
  countyZh: '温江',
  countyEn: 'Wenjiang',
  flagshipZh: '菜',
  flagshipEn: 'greens',
  practices: [],
  colour: '#0E6B4A',
  lat: 30.7,
  lon: 103.9,
  leadDays: id === 'far' ? 3 : 0,
  licensed: true,
  landMuBefore: 30,
  landMuNow: 60,
  customersBefore: 40,
  customersNow: 400,
  productsBefore: 10,
  productsNow: 300,
  soldOutsideBeforePct: 0,
  soldOutsideNowPct: 40,
  logisticsBeforeLowFen: fen(1000),
  logisticsBeforeHighFen: fen(1200),
  logisticsNowLowFen: fen(600),
  logisticsNowHighFen: fen(700),
  position,
})

const productRow = (id: string): typeof products.$inferInsert => ({
  id: `prd_${id}`,
  slug: `${id}-product`,
  code: `P-${id}`,
  farmId: id === 'eggs' ? null : id,
  category: 'vegetables',
  crop: null,
  nameZh: `${id}菜`,
  nameEn: `${id} greens`,
  textZh: '好',
  textEn: 'good',
  originZh: '温江',
  originEn: 'Wenjiang',
  giCode: null,
  certifications: [],
  seasonFrom: null,
  seasonTo: null,
  floorFenPerKg: null,
  premiumShareBp: null,
  status: 'listed',
  listedAt: marketDay,
  changedAt: marketDay,
})

const variantRow = (id: string): typeof variants.$inferInsert => ({
  id: `var_${id}`,
  productId: `prd_${id}`,
  code: `V-${id}`,
  nameZh: '2 斤',
  nameEn: '1 kg',
  priceFen: fen(1000),
  netWeightG: 1000,
  grossWeightG: 1200,
  volumeMl: 3000,
  storage: 'chilled',
  bulkMin: null,
  position: 0,
  status: 'listed',
})

const lotRow = (id: string, farmId: string, available: number): typeof lots.$inferInsert => ({
  id: `lot_${id}_${farmId}`,
  farmId,
  variantId: `var_${id}`,
  harvestedOn: '2026-11-21',
  bestBeforeOn: '2026-12-01',
  available,
  held: 0,
  sold: 0,
})

/** A basket of `[variant without prefix, quantity]`, as seen at today's price. */
export async function fillBasket(db: Database, id: string, lines: readonly (readonly [string, number])[], storefrontId = 'alliance') {
  await db.transact(async (tx) => {
    await tx.insert(baskets).values({ id, customerId: null, storefrontId, touchedAt: marketDay })
    for (const [variant, quantity] of lines) {
      await tx
        .insert(basketLines)
        .values({ basketId: id, variantId: `var_${variant}`, quantity, seenPriceFen: fen(1000), addedAt: marketDay })
    }
  })
  return id
}

/** A guest's order of a basket to one door, for Tuesday; change what the test is about. */
export const guestOrder = (basketId: string, change: Partial<PlaceOrder> = {}): PlaceOrder => ({
  placementKey: `key_${basketId}`,
  basketId,
  customer: { customerId: null, userId: null, name: '甘棠', phone: '13800001111', email: null },
  delivery: { kind: 'door', districtId: 'inner', street: '桐梓林路 8 号', note: '' },
  waveId: 'tue',
  substitution: 'refund',
  payment: 'online',
  leaderId: null,
  locale: 'zh-CN',
  now: marketDay,
  ...change,
})

/** Someone registered, with a home. */
export async function registered(db: Database, id: string, home: { type: 'alliance' | 'farm' | 'leader'; id: string }) {
  await db.transact((tx) =>
    tx.insert(customers).values({
      id,
      userId: null,
      name: '白芷',
      phone: '13800002222',
      email: null,
      homeType: home.type,
      homeId: home.id,
      createdAt: marketDay,
    }),
  )
  return id
}
