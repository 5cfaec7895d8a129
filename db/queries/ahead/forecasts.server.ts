import { and, asc, desc, eq, gt, gte, ne, sql } from 'drizzle-orm'
import type { Reader, Tx } from '#db/connection.ts'
import { consignments, lineLots, lots, orderLines, orders, variants, waves } from '#db/schema/index.ts'
import { linesOfConsignment } from '../ordering/consignment-lines.server.ts'

type Db = Pick<Reader, 'select'>

/** A farm's lot, locked until the transaction ends; null for another's. */
export async function lockOwnLot(tx: Tx, { farmId, lotId }: { farmId: string; lotId: string }) {
  const [lot] = await tx
    .update(lots)
    .set({ held: sql`${lots.held}` })
    .where(and(eq(lots.id, lotId), eq(lots.farmId, farmId)))
    .returning()
  if (!lot) return null
  const [size] = await tx.select({ productId: variants.productId }).from(variants).where(eq(variants.id, lot.variantId))
  return { ...lot, productId: size?.productId ?? '' }
}
export type LockedLot = NonNullable<Awaited<ReturnType<typeof lockOwnLot>>>

/** Whether a harvest of the size is promised already: two promises of one size would be filled from one another's harvest. */
export const isPromised = async (db: Db, { variantId, today }: { variantId: string; today: string }) =>
  (
    await db
      .select({ id: lots.id })
      .from(lots)
      .where(
        and(
          eq(lots.variantId, variantId),
          eq(lots.forecast, true),
          gte(lots.bestBeforeOn, today),
          gt(sql`${lots.available} + ${lots.sold}`, 0),
        ),
      )
      .limit(1)
  ).length > 0

/** What was sold from a lot and is still to come, the latest orders first; orders and consignments by their ids alone. */
export const findPromisedLines = (db: Db, lotId: string) =>
  db
    .select({
      lineId: orderLines.id,
      orderId: orderLines.orderId,
      lineQuantity: orderLines.quantity,
      quantity: lineLots.quantity,
      consignmentId: consignments.id,
      packing: consignments.status,
      zoneId: waves.zoneId,
      deliversOn: waves.deliversOn,
    })
    .from(lineLots)
    .innerJoin(orderLines, and(eq(orderLines.id, lineLots.lineId), eq(orderLines.status, 'placed')))
    .innerJoin(orders, and(eq(orders.id, orderLines.orderId), eq(orders.status, 'confirmed')))
    .innerJoin(waves, eq(waves.id, orderLines.waveId))
    .innerJoin(consignments, and(linesOfConsignment, ne(consignments.status, 'cancelled')))
    .where(eq(lineLots.lotId, lotId))
    .orderBy(desc(orders.placedAt), desc(orders.id), asc(orderLines.position))
export type PromisedLine = Awaited<ReturnType<typeof findPromisedLines>>[number]

type Harvested = { lotId: string; harvestedOn: string; bestBeforeOn: string; available: number }

/** The forecast has become a harvest. */
export const turnIntoHarvest = (tx: Tx, { lotId, ...harvest }: Harvested) =>
  tx
    .update(lots)
    .set({ ...harvest, forecast: false })
    .where(and(eq(lots.id, lotId), eq(lots.forecast, true)))

/** The harvest is expected on another day, and good until another. */
export const moveForecast = (tx: Tx, { lotId, harvestedOn, bestBeforeOn }: Omit<Harvested, 'available'>) =>
  tx
    .update(lots)
    .set({ harvestedOn, bestBeforeOn })
    .where(and(eq(lots.id, lotId), eq(lots.forecast, true)))

/** Nothing more is sold from this lot. */
export const emptyLot = (tx: Tx, lotId: string) => tx.update(lots).set({ available: 0 }).where(eq(lots.id, lotId))
