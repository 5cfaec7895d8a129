import { and, asc, eq, inArray, isNull, lte, ne, or, sql } from 'drizzle-orm'
import type { Reader, Tx } from '#db/connection.ts'
import {
  consignments,
  customers,
  drops,
  farms,
  hubs,
  leaders,
  orderContacts,
  orderLines,
  orders,
  pickupPoints,
  runs,
  vehicles,
  waveFigures,
  waves,
} from '#db/schema/index.ts'
import { linesOfConsignment, loadOfLines } from '../ordering/consignment-lines.server.ts'

type Db = Pick<Reader, 'select'>

export type WaveRow = typeof waves.$inferSelect

export const findWave = async (db: Db, waveId: string) => (await db.select().from(waves).where(eq(waves.id, waveId)))[0]

/** Orders of a wave that hold a place and may still pay. */
export const countAwaitingPayment = async (db: Db, waveId: string) =>
  Number(
    (
      await db
        .select({ orders: sql<number>`count(distinct ${orders.id})` })
        .from(orderLines)
        .innerJoin(orders, eq(orders.id, orderLines.orderId))
        .where(and(eq(orderLines.waveId, waveId), eq(orders.status, 'awaiting_payment')))
    )[0]!.orders,
  )

/** @returns false when it was closed before */
export async function closeOpenWave(tx: Tx, { waveId, closedAt }: { waveId: string; closedAt: Date }): Promise<boolean> {
  const closed = await tx
    .update(waves)
    .set({ status: 'closed', closedAt })
    .where(and(eq(waves.id, waveId), eq(waves.status, 'open')))
    .returning({ id: waves.id })
  return closed.length === 1
}

/**
 * Waves that want closing or planning, earliest cut-off first: open ones past their cut-off, closed ones without a plan,
 * and those of which nothing has left yet but for which somebody paid after the plan was made.
 */
export const findWavesToClose = (db: Db, { now, limit }: { now: Date; limit: number }) =>
  db
    .select({ id: waves.id, status: waves.status })
    .from(waves)
    .leftJoin(waveFigures, eq(waveFigures.waveId, waves.id))
    .where(
      or(
        and(eq(waves.status, 'open'), lte(waves.cutoffAt, now)),
        and(eq(waves.status, 'closed'), isNull(waveFigures.waveId)),
        and(inArray(waves.status, ['closed', 'done']), someonePaidSince, nothingHasLeft),
      ),
    )
    .orderBy(asc(waves.cutoffAt))
    .limit(limit)

const someonePaidSince = sql`exists (select 1 from ${consignments} where ${consignments.waveId} = ${waves.id} and ${consignments.dropId} is null and ${consignments.status} <> 'cancelled')`
const nothingHasLeft = sql`not exists (select 1 from ${runs} where ${runs.waveId} = ${waves.id} and ${runs.status} <> 'planned') and not exists (select 1 from ${drops} where ${drops.waveId} = ${waves.id} and ${drops.status} <> 'planned')`

/** Whether a consignment of the wave rides in no drop yet. */
export const hasLatecomer = async (db: Db, waveId: string) =>
  (
    await db
      .select({ id: waves.id })
      .from(waves)
      .where(and(eq(waves.id, waveId), someonePaidSince))
  ).length === 1

/** Whether a run is on the road, or a drop is settled: the plan may not be made anew. */
export const hasLeft = async (db: Db, waveId: string) =>
  (
    await db
      .select({ id: waves.id })
      .from(waves)
      .where(and(eq(waves.id, waveId), nothingHasLeft))
  ).length === 0

export const hasFigures = async (db: Db, waveId: string) =>
  (await db.select({ waveId: waveFigures.waveId }).from(waveFigures).where(eq(waveFigures.waveId, waveId))).length === 1

/** The wave's consignments with the place each goes to, by id. */
export const findWaveConsignments = (db: Db, waveId: string) =>
  db
    .select({
      id: consignments.id,
      orderId: consignments.orderId,
      farmId: consignments.farmId,
      dropId: consignments.dropId,
      farmLat: farms.lat,
      farmLon: farms.lon,
      kind: orders.delivery,
      pickupPointId: orders.pickupPointId,
      placeKey: orderContacts.placeKey,
      recipient: orderContacts.recipient,
      phone: orderContacts.phone,
      addressZh: orderContacts.addressZh,
      addressEn: orderContacts.addressEn,
      note: orderContacts.note,
      lat: orderContacts.lat,
      lon: orderContacts.lon,
    })
    .from(consignments)
    .innerJoin(orders, eq(orders.id, consignments.orderId))
    .innerJoin(orderContacts, eq(orderContacts.orderId, consignments.orderId))
    .innerJoin(farms, eq(farms.id, consignments.farmId))
    .where(and(eq(consignments.waveId, waveId), ne(consignments.status, 'cancelled')))
    .orderBy(asc(consignments.id))
export type WaveConsignment = Awaited<ReturnType<typeof findWaveConsignments>>[number]

/** What each consignment of the wave weighs and fills, by storage class. */
export const findWaveGoods = (db: Db, waveId: string) =>
  db
    .select({
      consignmentId: consignments.id,
      ...loadOfLines,
    })
    .from(consignments)
    .innerJoin(orderLines, linesOfConsignment)
    .where(and(eq(consignments.waveId, waveId), ne(consignments.status, 'cancelled')))
    .groupBy(consignments.id, orderLines.storage)

export const findHub = async (db: Db, hubId: string) => (await db.select().from(hubs).where(eq(hubs.id, hubId)))[0]

/** Each pick-up point with who keeps it; where several leaders do, once for each of them. */
export const findPickupPoints = (db: Db, zoneId: string) =>
  db
    .select({
      id: pickupPoints.id,
      nameZh: pickupPoints.nameZh,
      windowFrom: pickupPoints.windowFrom,
      windowTo: pickupPoints.windowTo,
      keeper: customers.name,
      phone: customers.phone,
    })
    .from(pickupPoints)
    .leftJoin(leaders, eq(leaders.pickupPointId, pickupPoints.id))
    .leftJoin(customers, eq(customers.id, leaders.customerId))
    .where(eq(pickupPoints.zoneId, zoneId))
    .orderBy(asc(pickupPoints.id), asc(leaders.id))
export type PickupPointRow = Awaited<ReturnType<typeof findPickupPoints>>[number]

/** Runs the hub's other waves have planned for the same day. */
export const findOtherRuns = (db: Db, { waveId, hubId, deliversOn }: { waveId: string; hubId: string; deliversOn: string }) =>
  db
    .select({ id: runs.id, vehicleId: runs.vehicleId, departsAt: runs.departsAt, durationS: runs.durationS })
    .from(runs)
    .innerJoin(waves, eq(waves.id, runs.waveId))
    .where(and(eq(waves.hubId, hubId), eq(waves.deliversOn, deliversOn), ne(waves.id, waveId)))
    .orderBy(asc(runs.id))

/** One planner at a time for a hub: touching the fleet's rows makes another's transaction wait for this one (PostgreSQL). */
export const lockFleet = (tx: Tx, hubId: string) => tx.update(vehicles).set({ hubId }).where(eq(vehicles.hubId, hubId))

/** A wave without drops has nothing left to do. */
export const markPlanned = (tx: Tx, { waveId, status }: { waveId: string; status: 'closed' | 'done' }) =>
  tx
    .update(waves)
    .set({ status })
    .where(and(eq(waves.id, waveId), inArray(waves.status, ['closed', 'done'])))
