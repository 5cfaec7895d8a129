import { and, asc, eq, gt, gte, inArray, sql } from 'drizzle-orm'
import { soldAheadOn } from '#app/domain/catalog/sold-ahead.ts'
import type { BundlePart } from '#app/domain/ordering/expand-bundles.ts'
import type { LotOnHand } from '#app/domain/routing/route-lines.ts'
import type { Reader, Tx } from '#db/client.server.ts'
import { prepared } from '#db/prepared.ts'
import { basketLines, bundleParts, bundles, farms, lots, presales, priceTiers, products, variants } from '#db/schema/index.ts'
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
