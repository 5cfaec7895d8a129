import { and, asc, eq, gt, gte, inArray, isNull, lte, ne, or, sql } from 'drizzle-orm'
import { soldAheadOn } from '#app/domain/catalog/sold-ahead.ts'
import type { Home } from '#app/domain/commission/line-terms.ts'
import type { Fen } from '#app/domain/money/fen.ts'
import type { BundlePart } from '#app/domain/ordering/expand-bundles.ts'
import type { LotOnHand } from '#app/domain/routing/route-lines.ts'
import type { Reader, Tx } from '#db/client.server.ts'
import { insertRows, prepared, slotFor } from '#db/prepared.ts'
import {
  addresses,
  basketLines,
  baskets,
  bundleParts,
  bundles,
  commissionTerms,
  customers,
  farms,
  leaders,
  lineLots,
  lots,
  orderBundles,
  orderContacts,
  orderEvents,
  orderLines,
  orders,
  payments,
  presales,
  priceTiers,
  products,
  variants,
  waves,
} from '#db/schema/index.ts'
import { inStandingOn } from '../brands/marks.server.ts'
import { isPresoldNow } from '../catalog/stock.server.ts'

type Db = Pick<Reader, 'select'>
const slot = sql.placeholder

/** What an order must know of a size, wherever it stands. */
const goodsColumns = {
  variantId: variants.id,
  productId: products.id,
  farmId: products.farmId,
  category: products.category,
  floorFenPerKg: products.floorFenPerKg,
  premiumShareBp: products.premiumShareBp,
  productStatus: products.status,
  variantStatus: variants.status,
  priceFen: variants.priceFen,
  netWeightG: variants.netWeightG,
  grossWeightG: variants.grossWeightG,
  volumeMl: variants.volumeMl,
  storage: variants.storage,
  pricedByWeight: variants.pricedByWeight,
  /** while it is sold ahead, when its harvest begins */
  harvestFromOn: presales.harvestFromOn,
}
export type GoodsRow = Pick<typeof products.$inferSelect, 'farmId' | 'category' | 'floorFenPerKg' | 'premiumShareBp'> &
  Pick<typeof variants.$inferSelect, 'priceFen' | 'netWeightG' | 'grossWeightG' | 'volumeMl' | 'storage' | 'pricedByWeight'> & {
    variantId: string
    productId: string
    productStatus: 'listed' | 'off'
    variantStatus: 'listed' | 'off'
    /** the first day it may be delivered, while it is sold ahead of its harvest */
    notBeforeOn?: string | null
  }

const dated = <Row extends { harvestFromOn: string | null }>({ harvestFromOn, ...row }: Row) => ({
  ...row,
  notBeforeOn: soldAheadOn(harvestFromOn),
})

/** What stands in a basket, at today's prices; `offBp` is a bundle's rate. Nothing here comes from the browser but variant and quantity. */
export const findWanted = async (db: Db, { basketId }: { basketId: string }): Promise<WantedRow[]> =>
  (await wantedIn(db, { basketId })).map(dated)
const wantedIn = prepared<Db, { basketId: string }, (Omit<WantedRow, 'notBeforeOn'> & { harvestFromOn: string | null })[]>(
  'placement_wanted',
  (db) =>
    db
      .select({
        ...goodsColumns,
        quantity: basketLines.quantity,
        seenPriceFen: basketLines.seenPriceFen,
        bulkMin: variants.bulkMin,
        offBp: bundles.offBp,
      })
      .from(basketLines)
      .innerJoin(variants, eq(variants.id, basketLines.variantId))
      .innerJoin(products, eq(products.id, variants.productId))
      .leftJoin(bundles, eq(bundles.variantId, variants.id))
      .leftJoin(presales, isPresoldNow)
      .where(eq(basketLines.basketId, slot('basketId')))
      .orderBy(asc(basketLines.addedAt), asc(basketLines.variantId)),
)
export type WantedRow = GoodsRow &
  Pick<typeof basketLines.$inferSelect, 'quantity' | 'seenPriceFen'> &
  Pick<typeof variants.$inferSelect, 'bulkMin'> & {
    /** what a bundle costs less than its parts; null for a size that is none */
    offBp: number | null
  }

/** What is in some bundles, part by part. */
export const findPartsOf = async (db: Db, bundleIds: readonly string[]): Promise<(GoodsRow & BundlePart)[]> => {
  const rows = await db
    .select({ ...goodsColumns, bundleId: bundleParts.variantId, units: bundleParts.units, fromOn: bundleParts.notBeforeOn })
    .from(bundleParts)
    .innerJoin(variants, eq(variants.id, bundleParts.partVariantId))
    .innerJoin(products, eq(products.id, variants.productId))
    .leftJoin(presales, isPresoldNow)
    .where(inArray(bundleParts.variantId, [...bundleIds]))
    .orderBy(asc(bundleParts.variantId), asc(bundleParts.position))
  return rows.map(dated).map(({ fromOn, ...row }) => ({ ...row, notBeforeOn: fromOn ?? row.notBeforeOn }))
}

/** Sizes by id, as an order must know them. */
export const findGoods = async (db: Db, variantIds: readonly string[]): Promise<GoodsRow[]> =>
  (
    await db
      .select(goodsColumns)
      .from(variants)
      .innerJoin(products, eq(products.id, variants.productId))
      .leftJoin(presales, isPresoldNow)
      .where(inArray(variants.id, [...variantIds]))
  ).map(dated)

/** Lots with something to sell, of farms that meet the standard today, by what spoils first; with the farm's green years (S1). */
export const findLotsOf = async (db: Db, { variantIds, today }: { variantIds: readonly string[]; today: string }) => {
  const values = { ...Object.fromEntries(variantIds.map((id, index) => [`v${index}`, id])), today }
  return await lotsOf(variantIds.length)(db, values)
}
type LotRow = LotOnHand & { greenYears: number }
const lotStatements = new Map<number, ReturnType<typeof prepareLots>>()
const lotsOf = (count: number) => lotStatements.get(count) ?? lotStatements.set(count, prepareLots(count)).get(count)!
const prepareLots = (count: number) =>
  prepared<Db, Record<string, string>, LotRow[]>(`placement_lots_${count}`, (db) =>
    db
      .select({
        id: lots.id,
        farmId: lots.farmId,
        variantId: lots.variantId,
        available: lots.available,
        harvestedOn: lots.harvestedOn,
        bestBeforeOn: lots.bestBeforeOn,
        forecast: lots.forecast,
        greenYears: farms.greenYears,
      })
      .from(lots)
      .innerJoin(farms, and(eq(farms.id, lots.farmId), inStandingOn(slot('today'))))
      .where(
        and(
          inArray(
            lots.variantId,
            Array.from({ length: count }, (_, index) => slot(`v${index}`)),
          ),
          gt(lots.available, 0),
        ),
      )
      .orderBy(asc(lots.bestBeforeOn), asc(lots.id)),
  )

export const findTiers = (db: Db, variantIds: string[]) =>
  db.select().from(priceTiers).where(inArray(priceTiers.variantId, variantIds)).orderBy(asc(priceTiers.minQuantity))

/** A zone's waves that still take orders, earliest first. */
export const findOpenWaves = prepared<Db, { zoneId: string; now: Date }, (typeof waves.$inferSelect)[]>('placement_waves', (db) =>
  db
    .select()
    .from(waves)
    .where(and(eq(waves.zoneId, slot('zoneId')), eq(waves.status, 'open'), gt(waves.cutoffAt, slotFor(waves.cutoffAt, 'now'))))
    .orderBy(asc(waves.deliversOn))
    .limit(12),
)

/** A zone's first waves on or after a day to come that take orders, for what is sold ahead: those beyond `findOpenWaves` too. */
export const findWavesFrom = (db: Db, { zoneId, fromOn, now }: { zoneId: string; fromOn: string; now: Date }) =>
  db
    .select()
    .from(waves)
    .where(and(eq(waves.zoneId, zoneId), eq(waves.status, 'open'), gt(waves.cutoffAt, now), gte(waves.deliversOn, fromOn)))
    .orderBy(asc(waves.deliversOn))
    .limit(3)

/** Orders that go to a pick-up point, by wave: those that hold a place and those that are paid. */
export const countAtPoint = async (db: Db, pickupPointId: string) =>
  new Map((await atPoint(db, { pickupPointId })).map(({ waveId, orders: count }) => [waveId, Number(count)]))
const atPoint = prepared<Db, { pickupPointId: string }, { waveId: string; orders: number }[]>('placement_at_point', (db) =>
  db
    .select({ waveId: orderLines.waveId, orders: sql<number>`count(distinct ${orders.id})` })
    .from(orders)
    .innerJoin(orderLines, and(eq(orderLines.orderId, orders.id), ne(orderLines.status, 'cancelled')))
    .where(and(eq(orders.pickupPointId, slot('pickupPointId')), inArray(orders.status, ['awaiting_payment', 'confirmed'])))
    .groupBy(orderLines.waveId),
)

/** The agreements in force for a kind of home, of whatever scope. */
export const findTerms = prepared<Db, { homeType: Home['type']; now: Date }, (typeof commissionTerms.$inferSelect)[]>(
  'placement_terms',
  (db) =>
    db
      .select()
      .from(commissionTerms)
      .where(
        and(
          eq(commissionTerms.status, 'agreed'),
          eq(commissionTerms.homeType, slot('homeType')),
          lte(commissionTerms.effectiveFrom, slotFor(commissionTerms.effectiveFrom, 'now')),
          or(isNull(commissionTerms.effectiveUntil), gt(commissionTerms.effectiveUntil, slotFor(commissionTerms.effectiveUntil, 'now'))),
        ),
      ),
)

export const findPlacement = prepared<
  Db,
  { placementKey: string },
  { orderId: string; basketId: string; totalFen: Fen; paymentId: string | null }[]
>('placement_known', (db) =>
  db
    .select({ orderId: orders.id, basketId: orders.basketId, totalFen: orders.totalFen, paymentId: payments.id })
    .from(orders)
    .leftJoin(payments, eq(payments.orderId, orders.id))
    .where(eq(orders.placementKey, slot('placementKey')))
    .limit(1),
)

/** The basket, if it is this person's: a guest's has no customer, a customer's is their own. */
export const findBasket = async (db: Db, { basketId, customerId }: { basketId: string; customerId: string | null }) =>
  (await basketOf(db, { basketId, customerId }))[0]
const basketOf = prepared<Db, { basketId: string; customerId: string | null }, { id: string; storefrontId: string }[]>(
  'placement_basket',
  (db) =>
    db
      .select({ id: baskets.id, storefrontId: baskets.storefrontId })
      .from(baskets)
      .where(
        and(
          eq(baskets.id, slot('basketId')),
          or(isNull(baskets.customerId), eq(baskets.customerId, slotFor(baskets.customerId, 'customerId'))),
        ),
      ),
)

export const findHome = async (db: Db, customerId: string) =>
  (await db.select({ type: customers.homeType, id: customers.homeId }).from(customers).where(eq(customers.id, customerId)))[0]

export const findLeader = async (db: Db, { leaderId, customerId }: { leaderId: string; customerId: string }) =>
  (
    await db
      .select()
      .from(leaders)
      .where(and(eq(leaders.id, leaderId), eq(leaders.customerId, customerId)))
  )[0]

/** What a leader has ordered to be paid later, by transfer or on pick-up, and not yet paid, fen. */
export const sumPaidLater = async (db: Db, leaderId: string) =>
  Number(
    (
      await db
        .select({ owed: sql<number>`coalesce(sum(${orders.totalFen}), 0)` })
        .from(orders)
        .where(and(eq(orders.leaderId, leaderId), ne(orders.payment, 'online'), eq(orders.status, 'confirmed'), isNull(orders.paidAt)))
    )[0]!.owed,
  )

/** @returns false when the wave has closed or filled up meanwhile */
export async function claimWavePlace(tx: Tx, { waveId, now }: { waveId: string; now: Date }) {
  const claimed = (await claimPlace(tx, { waveId, now })) as unknown[]
  return claimed.length === 1
}
const claimPlace = prepared<Tx, { waveId: string; now: Date }, unknown>('placement_claim_wave', (tx) =>
  tx
    .update(waves)
    .set({ bookedDrops: sql`${waves.bookedDrops} + 1` })
    .where(
      and(
        eq(waves.id, slot('waveId')),
        eq(waves.status, 'open'),
        gt(waves.cutoffAt, slotFor(waves.cutoffAt, 'now')),
        sql`${waves.bookedDrops} < ${waves.capacityDrops}`,
      ),
    )
    .returning({ id: waves.id }),
)

/** @returns false when somebody else took it between our reading and now (PostgreSQL) */
export async function holdInLot(tx: Tx, { lotId, quantity }: { lotId: string; quantity: number }) {
  const held = (await holdLot(tx, { lotId, quantity })) as unknown[]
  return held.length === 1
}
const holdLot = prepared<Tx, { lotId: string; quantity: number }, unknown>('placement_hold_lot', (tx) =>
  tx
    .update(lots)
    .set({ available: sql`${lots.available} - ${slot('quantity')}`, held: sql`${lots.held} + ${slot('quantity')}` })
    .where(and(eq(lots.id, slot('lotId')), gte(lots.available, slot('quantity'))))
    .returning({ id: lots.id }),
)

type NewOrder = {
  order: typeof orders.$inferInsert
  contact: typeof orderContacts.$inferInsert
  lines: (typeof orderLines.$inferInsert)[]
  bundles: (typeof orderBundles.$inferInsert)[]
  lots: (typeof lineLots.$inferInsert)[]
  event: typeof orderEvents.$inferInsert
  payment: typeof payments.$inferInsert | null
}

export async function insertOrder(tx: Tx, rows: NewOrder) {
  await insertRows(tx, orders, [rows.order])
  await insertRows(tx, orderContacts, [rows.contact])
  await insertRows(tx, orderLines, rows.lines)
  await insertRows(tx, orderBundles, rows.bundles)
  await insertRows(tx, lineLots, rows.lots)
  await insertRows(tx, orderEvents, [rows.event])
  if (rows.payment) await insertRows(tx, payments, [rows.payment])
}

export const insertCustomer = (tx: Tx, row: typeof customers.$inferInsert) => insertRows(tx, customers, [row])

/** Keeps where a customer had an order brought: the same door again is only used anew. */
export async function saveAddress(tx: Tx, address: typeof addresses.$inferInsert) {
  const { id, usedAt, lat, lon, placedBy, ...said } = address
  const placed = placedBy === 'district' ? {} : { lat, lon, placedBy }
  const used = await tx
    .update(addresses)
    .set({ usedAt, recipient: said.recipient, phone: said.phone, ...placed })
    .where(and(eq(addresses.customerId, said.customerId), eq(addresses.districtId, said.districtId), eq(addresses.street, said.street)))
    .returning({ id: addresses.id })
  if (used.length === 0) await insertRows(tx, addresses, [address])
}
