import type { LineTerms } from '#app/domain/commission/line-terms.ts'
import { splitLine } from '#app/domain/commission/split-line.ts'
import { lineAccepted, paymentSucceeded } from '#app/domain/ledger/post-order-events.ts'
import { fen } from '#app/domain/money/fen.ts'
import { post } from '#app/services/ledger/post.server.ts'
import type { Tx } from '#db/client.server.ts'
import * as schema from '#db/schema/index.ts'
import { openFresh } from './fresh-database.ts'
import { plainFarm } from './product-sheets.ts'

export const worldDay = '2026-11-22'
export const worldNow = new Date('2026-11-22T02:00:00Z')

/** Stands in every column that says who bought, where they live and what they wrote: no farm may ever see one. */
export const canaries = [
  '金丝雀姓名',
  '13899990000',
  'canary@example.com',
  '金丝雀路 1 号',
  'Canary Lane 1',
  'canary note',
  'canary-place',
  '994417',
]
const [name, phone, email, addressZh, addressEn, note, placeKey, pickupCode] = canaries as [
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
]

const terms = (homeId: string): LineTerms => ({
  termsId: 'terms_1',
  home: { type: 'farm', id: homeId },
  leaderId: null,
  distributionBp: 500,
  leaderBp: 300,
  serviceBp: 400,
  vatInServiceBp: 600,
  brandBp: 100,
  reserveFenPerKg: fen(20),
  floor: null,
})

/**
 * Two farms. HL sells eggs (two sizes) and distributes nothing; XC sells sausage. One wave is open. Two orders of one HL
 * customer are paid: `ord_1` takes eggs of HL and sausage of XC, `ord_2` takes eggs. The order ids are canaries as well.
 */
export async function openFarmWorld() {
  const db = await openFresh()
  await db.transact(async (tx) => {
    await insertPlaces(tx)
    await tx.insert(schema.farms).values([
      { ...plainFarm('farm_hl'), code: 'HL' },
      { ...plainFarm('farm_xc'), code: 'XC', nameZh: '乡村农场' },
    ])
    await insertCatalog(tx)
    await insertCustomer(tx)
    await insertOrder(tx, { id: 'ord_canary1', eggs: 3, sausages: 2 })
    await insertOrder(tx, { id: 'ord_canary2', eggs: 1, sausages: 0 })
  })
  return db
}
export type FarmWorld = Awaited<ReturnType<typeof openFarmWorld>>

async function insertPlaces(tx: Tx) {
  await tx.insert(schema.periods).values(['2026-10', '2026-11'].map((id) => ({ id, closedAt: null })))
  await tx.insert(schema.hubs).values({ id: 'hub', nameZh: '集货仓', nameEn: 'Hub', addressZh: '', addressEn: '', lat: 30.6, lon: 104 })
  const zone = {
    id: 'zone',
    hubId: 'hub',
    nameZh: '城西',
    nameEn: 'West',
    polygon: [],
    position: 0,
  }
  await tx.insert(schema.zones).values(zone)
  await tx
    .insert(schema.districts)
    .values({ id: 'district', zoneId: 'zone', nameZh: '西', nameEn: 'West', lat: 30.6, lon: 104, position: 0 })
  const wave = { hubId: 'hub', zoneId: 'zone', dropFeeFen: fen(800), capacityDrops: 50, status: 'open' as const, closedAt: null }
  await tx.insert(schema.waves).values({ ...wave, id: 'wave_1', deliversOn: '2026-11-24', cutoffAt: new Date('2026-11-23T10:00:00Z') })
}

async function insertCatalog(tx: Tx) {
  const product = {
    category: 'eggs-dairy' as const,
    crop: 'egg',
    textZh: '散养',
    textEn: 'Free range',
    originZh: '崇州',
    originEn: 'Chongzhou',
    giCode: null,
    certifications: [],
    seasonFrom: null,
    seasonTo: null,
    floorFenPerKg: null,
    premiumShareBp: null,
    status: 'listed' as const,
    listedAt: worldNow,
    changedAt: worldNow,
  }
  await tx.insert(schema.products).values([
    { ...product, id: 'prd_egg', slug: 'egg', code: 'HL-EGG', farmId: 'farm_hl', nameZh: '鸡蛋', nameEn: 'Eggs' },
    { ...product, id: 'prd_sausage', slug: 'sausage', code: 'XC-SAUSAGE', farmId: 'farm_xc', nameZh: '香肠', nameEn: 'Sausage' },
  ])
  const variant = {
    netWeightG: 1000,
    grossWeightG: 1100,
    volumeMl: 2400,
    storage: 'ambient' as const,
    bulkMin: null,
    status: 'listed' as const,
  }
  await tx.insert(schema.variants).values([
    {
      ...variant,
      id: 'var_e15',
      productId: 'prd_egg',
      code: 'HL-E15',
      nameZh: '15 枚',
      nameEn: '15 eggs',
      priceFen: fen(3300),
      position: 0,
    },
    {
      ...variant,
      id: 'var_e30',
      productId: 'prd_egg',
      code: 'HL-E30',
      nameZh: '30 枚',
      nameEn: '30 eggs',
      priceFen: fen(6200),
      position: 1,
    },
    { ...variant, id: 'var_s', productId: 'prd_sausage', code: 'XC-S', nameZh: '一斤', nameEn: '500 g', priceFen: fen(4800), position: 0 },
  ])
  const lot = { held: 0, sold: 0 }
  await tx.insert(schema.lots).values([
    {
      ...lot,
      id: 'lot_old',
      farmId: 'farm_hl',
      variantId: 'var_e15',
      harvestedOn: '2026-11-10',
      bestBeforeOn: '2026-11-24',
      available: 4,
      sold: 2,
    },
    {
      ...lot,
      id: 'lot_new',
      farmId: 'farm_hl',
      variantId: 'var_e15',
      harvestedOn: '2026-11-20',
      bestBeforeOn: '2026-12-18',
      available: 20,
      held: 3,
      sold: 2,
    },
    { ...lot, id: 'lot_e30', farmId: 'farm_hl', variantId: 'var_e30', harvestedOn: '2026-11-20', bestBeforeOn: '2026-12-18', available: 0 },
    {
      ...lot,
      id: 'lot_s',
      farmId: 'farm_xc',
      variantId: 'var_s',
      harvestedOn: '2026-11-20',
      bestBeforeOn: '2027-02-18',
      available: 9,
      sold: 2,
    },
  ])
}

async function insertCustomer(tx: Tx) {
  const at = worldNow
  await tx.insert(schema.users).values({
    id: 'user_canary',
    name,
    email,
    emailVerified: false,
    image: null,
    phoneNumber: phone,
    phoneNumberVerified: null,
    createdAt: at,
    updatedAt: at,
  })
  await tx
    .insert(schema.customers)
    .values({ id: 'customer_canary', userId: 'user_canary', name, phone, email, homeType: 'farm', homeId: 'farm_hl', createdAt: at })
  await tx.insert(schema.addresses).values({
    id: 'address_1',
    customerId: 'customer_canary',
    recipient: name,
    phone,
    districtId: 'district',
    street: addressZh,
    lat: 30.6,
    lon: 104,
    usedAt: at,
  })
}

async function insertOrder(tx: Tx, { id, eggs, sausages }: { id: string; eggs: number; sausages: number }) {
  const goodsFen = fen(eggs * 3300 + sausages * 4800)
  await tx.insert(schema.orders).values({
    id,
    number: `number-${id}`,
    placementKey: `key-${id}`,
    basketId: 'basket_1',
    customerId: 'customer_canary',
    storefrontId: 'farm_hl',
    leaderId: null,
    status: 'confirmed',
    payment: 'online',
    substitution: 'call',
    delivery: 'door',
    zoneId: 'zone',
    pickupPointId: null,
    goodsFen,
    deliveryFen: fen(0),
    totalFen: goodsFen,
    directFen: fen(0),
    locale: 'zh-CN',
    placedAt: worldNow,
    expiresAt: worldNow,
    paidAt: worldNow,
    completedAt: null,
  })
  await tx
    .insert(schema.orderContacts)
    .values({ orderId: id, recipient: name, phone, addressZh, addressEn, placeKey, lat: 30.6, lon: 104, note, pickupCode })
  const lines = [
    { line: lineOf(id, 0, 'farm_hl', 'prd_egg', 'var_e15', eggs, 3300), lots: splitEggs(eggs) },
    { line: lineOf(id, 1, 'farm_xc', 'prd_sausage', 'var_s', sausages, 4800), lots: [['lot_s', sausages] as const] },
  ].filter(({ line }) => line.quantity > 0)
  await tx.insert(schema.orderLines).values(lines.map(({ line }) => line))
  await tx
    .insert(schema.lineLots)
    .values(lines.flatMap(({ line, lots }) => lots.map(([lotId, quantity]) => ({ lineId: line.id, lotId, orderId: id, quantity }))))
  await tx.insert(schema.consignments).values(
    lines.map(({ line }) => ({
      id: `con_${line.id}`,
      orderId: id,
      farmId: line.farmId,
      waveId: 'wave_1',
      alias: `${line.farmId.slice(-2)}${id.slice(-1)}`.toUpperCase(),
      status: 'to_pack' as const,
      packedAt: null,
      dropId: null,
    })),
  )
}

/** Two of the old lot at most, the rest of the new. */
const splitEggs = (eggs: number) => [['lot_old', Math.min(2, eggs)] as const, ...(eggs > 2 ? [['lot_new', eggs - 2] as const] : [])]

const lineOf = (
  orderId: string,
  position: number,
  farmId: string,
  productId: string,
  variantId: string,
  quantity: number,
  unitFen: number,
) => ({
  id: `line_${orderId.slice(-1)}_${position}`,
  orderId,
  position,
  farmId,
  waveId: 'wave_1',
  productId,
  variantId,
  quantity,
  unitPriceFen: fen(unitFen),
  amountFen: fen(unitFen * quantity),
  netWeightG: 1000 * quantity,
  grossWeightG: 1100 * quantity,
  volumeMl: 2400 * quantity,
  storage: 'ambient',
  terms: terms('farm_hl'),
  status: 'placed' as const,
  deliveredAt: null,
  acceptedAt: null,
})

/** Pays an order of the world and enters the acceptance of all its lines, as the books know them. */
export async function acceptOrder(db: FarmWorld, orderId: string, at = worldNow) {
  await db.transact(async (tx) => {
    const lines = (await tx.select().from(schema.orderLines)).filter((line) => line.orderId === orderId)
    const amountFen = fen(lines.reduce((sum, line) => sum + line.amountFen, 0))
    await post(tx, paymentSucceeded({ paymentId: `pay_${orderId}`, orderId, amountFen, at }), at)
    for (const { id, farmId, amountFen: baseFen, netWeightG, terms: frozen } of lines) {
      const shares = splitLine(baseFen, netWeightG, farmId, frozen)
      await post(tx, lineAccepted({ orderId, lineId: id, producerId: farmId, home: frozen.home, leaderId: null, shares, at }), at)
    }
  })
}
