import { and, asc, eq, gte, inArray, isNotNull, isNull, lt, lte, ne, notExists, or, sql } from 'drizzle-orm'
import type { Reader } from '#db/connection.ts'
import {
  carrierTariffs,
  consignments,
  dropOrders,
  drops,
  farms,
  firstMileRuns,
  firstMileStops,
  hubs,
  orderLines,
  orders,
  refunds,
  runs,
  transfers,
  vehicles,
  waveCosts,
  waves,
} from '#db/schema/index.ts'
import { linesOfConsignment, loadOfLines } from '../ordering/consignment-lines.server.ts'

type Db = Pick<Reader, 'select' | 'selectDistinct'>

/** A wave with where it started from; null when there is none. */
export const findWaveToReckon = async (db: Db, waveId: string) =>
  (
    await db
      .select({ id: waves.id, status: waves.status, deliversOn: waves.deliversOn, hubId: waves.hubId, hubLat: hubs.lat, hubLon: hubs.lon })
      .from(waves)
      .innerJoin(hubs, eq(hubs.id, waves.hubId))
      .where(eq(waves.id, waveId))
  )[0] ?? null
export type WaveToReckonRow = NonNullable<Awaited<ReturnType<typeof findWaveToReckon>>>

export const isReckoned = async (db: Db, waveId: string) =>
  (await db.select({ waveId: waveCosts.waveId }).from(waveCosts).where(eq(waveCosts.waveId, waveId))).length === 1

/** When the last of a wave's drops was settled. */
const lastSettledAt = sql<Date | null>`(select max(${drops.statusAt}) from ${drops} where ${drops.waveId} = ${waves.id})`

/** Whether a wave was done before costs were reckoned at all. */
export const isFromBefore = async (db: Db, { waveId, startedAt }: { waveId: string; startedAt: Date }) =>
  (
    await db
      .select({ id: waves.id })
      .from(waves)
      .where(and(eq(waves.id, waveId), eq(waves.status, 'done'), lt(lastSettledAt, sql.param(startedAt, drops.statusAt))))
  ).length === 1

/** Done since `startedAt` and not reckoned: with every odometer read, or untouched since `before`; earliest first. */
export function findWavesToReckon(db: Db, { before, startedAt, limit }: { before: Date; startedAt: Date | null; limit: number }) {
  const ofWave = db.select({ id: runs.id }).from(runs).where(eq(runs.waveId, waves.id))
  const unread = db
    .select({ id: runs.id })
    .from(runs)
    .where(and(eq(runs.waveId, waves.id), isNull(runs.drivenM), isNull(runs.drivenCostFen)))
  return db
    .select({ id: waves.id })
    .from(waves)
    .where(
      and(
        eq(waves.status, 'done'),
        notExists(db.select({ id: waveCosts.waveId }).from(waveCosts).where(eq(waveCosts.waveId, waves.id))),
        sql`exists ${ofWave}`,
        or(notExists(unread), lte(lastSettledAt, sql.param(before, drops.statusAt))),
        startedAt === null ? undefined : gte(lastSettledAt, sql.param(startedAt, drops.statusAt)),
      ),
    )
    .orderBy(asc(waves.deliversOn), asc(waves.id))
    .limit(limit)
}

/** The waves' runs with their vehicle, its own rates and what it takes. */
export const findDrivenRuns = (db: Db, waveIds: readonly string[]) =>
  db
    .select({
      id: runs.id,
      waveId: runs.waveId,
      position: runs.position,
      carrierId: runs.carrierId,
      costFen: runs.costFen,
      drivenCostFen: runs.drivenCostFen,
      drivenM: runs.drivenM,
      distanceM: runs.distanceM,
      durationS: runs.durationS,
      leftAt: runs.leftAt,
      endedAt: runs.endedAt,
      vehicle: vehicles,
    })
    .from(runs)
    .innerJoin(vehicles, eq(vehicles.id, runs.vehicleId))
    .where(inArray(runs.waveId, [...waveIds]))
    .orderBy(asc(runs.waveId), asc(runs.position))
export type DrivenRunRow = Awaited<ReturnType<typeof findDrivenRuns>>[number]

export const findTariffs = (db: Db, carrierIds: readonly string[]) =>
  carrierIds.length === 0
    ? []
    : db
        .select()
        .from(carrierTariffs)
        .where(inArray(carrierTariffs.carrierId, [...carrierIds]))

/** Where the runs went: the place and the load of each drop, nobody's name. */
export const findRiddenDrops = (db: Db, waveIds: readonly string[]) =>
  db
    .select({
      id: drops.id,
      waveId: drops.waveId,
      runId: sql<string>`${drops.runId}`,
      kind: drops.kind,
      lat: drops.lat,
      lon: drops.lon,
      weightG: drops.weightG,
      ambient: drops.cratesAmbient,
      chilled: drops.cratesChilled,
      frozen: drops.cratesFrozen,
      orders: sql<number>`(select count(*) from ${dropOrders} where ${dropOrders.dropId} = ${drops.id})`.mapWith(Number),
    })
    .from(drops)
    .where(and(inArray(drops.waveId, [...waveIds]), isNotNull(drops.runId)))
    .orderBy(asc(drops.id))
export type RiddenDropRow = Awaited<ReturnType<typeof findRiddenDrops>>[number]

/** What rode in them, by consignment and storage class; what was cancelled or not found did not. */
export const findRiddenGoods = (db: Db, waveIds: readonly string[]) =>
  db
    .select({
      id: consignments.id,
      waveId: consignments.waveId,
      orderId: consignments.orderId,
      farmId: consignments.farmId,
      dropId: drops.id,
      farmLat: farms.lat,
      farmLon: farms.lon,
      ...loadOfLines,
    })
    .from(consignments)
    .innerJoin(drops, and(eq(drops.id, consignments.dropId), eq(drops.waveId, consignments.waveId), isNotNull(drops.runId)))
    .innerJoin(farms, eq(farms.id, consignments.farmId))
    .innerJoin(orderLines, linesOfConsignment)
    .where(and(inArray(consignments.waveId, [...waveIds]), ne(consignments.status, 'cancelled'), isNull(consignments.missingAt)))
    .groupBy(consignments.id, drops.id, farms.id, orderLines.storage)
    .orderBy(asc(consignments.id), asc(orderLines.storage))
export type RiddenGoodsRow = Awaited<ReturnType<typeof findRiddenGoods>>[number]

type HubDay = { hubId: string; deliversOn: string }

/** The collections that ended at the hub that day, and the farms each came by. */
export async function findCollections(db: Db, { hubId, deliversOn }: HubDay) {
  const rows = await db
    .select({ id: firstMileRuns.id, carrierId: firstMileRuns.carrierId, costFen: firstMileRuns.costFen, farmId: firstMileStops.farmId })
    .from(firstMileRuns)
    .innerJoin(firstMileStops, eq(firstMileStops.runId, firstMileRuns.id))
    .where(and(eq(firstMileRuns.hubId, hubId), eq(firstMileRuns.on, deliversOn)))
    .orderBy(asc(firstMileRuns.id), asc(firstMileStops.farmId))
  const found = new Map<string, { id: string; carrierId: string; costFen: (typeof rows)[number]['costFen']; farmIds: string[] }>()
  for (const { farmId, ...run } of rows) (found.get(run.id) ?? found.set(run.id, { ...run, farmIds: [] }).get(run.id)!).farmIds.push(farmId)
  return [...found.values()]
}

/** What each farm sent with each wave of the day, grams. */
export const findSentWeights = (db: Db, { hubId, deliversOn }: HubDay) =>
  db
    .select({
      waveId: waves.id,
      farmId: consignments.farmId,
      weightG: sql<number>`sum(${orderLines.grossWeightG})`.mapWith(Number),
    })
    .from(consignments)
    .innerJoin(waves, and(eq(waves.id, consignments.waveId), eq(waves.hubId, hubId), eq(waves.deliversOn, deliversOn)))
    .innerJoin(drops, and(eq(drops.id, consignments.dropId), isNotNull(drops.runId)))
    .innerJoin(orderLines, linesOfConsignment)
    .where(and(ne(consignments.status, 'cancelled'), isNull(consignments.missingAt)))
    .groupBy(waves.id, consignments.farmId)

/** The wave's orders with what acceptance has paid of them. */
export const findWaveOrders = (db: Db, waveId: string) =>
  db
    .select({
      orderId: orders.id,
      dropId: drops.id,
      carrierId: runs.carrierId,
      paidFen: dropOrders.paidFen,
      deliveryFen: orders.deliveryFen,
      deliveryFees: orders.deliveryFees,
      directFen: orders.directFen,
      completedAt: orders.completedAt,
    })
    .from(dropOrders)
    .innerJoin(drops, eq(drops.id, dropOrders.dropId))
    .leftJoin(runs, eq(runs.id, drops.runId))
    .innerJoin(orders, eq(orders.id, dropOrders.orderId))
    .where(eq(drops.waveId, waveId))
    .orderBy(asc(orders.id), asc(drops.id))
export type WaveOrderRow = Awaited<ReturnType<typeof findWaveOrders>>[number]

const inWave = (db: Db, waveId: string) =>
  db.select({ id: dropOrders.orderId }).from(dropOrders).innerJoin(drops, eq(drops.id, dropOrders.dropId)).where(eq(drops.waveId, waveId))

/** All lines of those orders that were not cancelled, with the wave each comes in and whether that is reckoned. */
export const findLinesOfWaveOrders = (db: Db, waveId: string) =>
  db
    .select({
      orderId: orderLines.orderId,
      waveId: orderLines.waveId,
      dropFeeFen: waves.dropFeeFen,
      grossWeightG: orderLines.grossWeightG,
      terms: orderLines.terms,
      reckonedAt: waveCosts.reckonedAt,
    })
    .from(orderLines)
    .innerJoin(waves, eq(waves.id, orderLines.waveId))
    .leftJoin(waveCosts, eq(waveCosts.waveId, orderLines.waveId))
    .where(and(inArray(orderLines.orderId, inWave(db, waveId)), ne(orderLines.status, 'cancelled')))
    .orderBy(asc(orderLines.orderId), asc(orderLines.position))

/** What those orders cost, and were reckoned with, in their other waves. */
export const findReckonedElsewhere = (db: Db, waveId: string) =>
  db
    .select({
      orderId: dropOrders.orderId,
      costFen: sql<number>`sum(${dropOrders.costFen})`.mapWith(Number),
      feeFen: sql<number>`sum(${dropOrders.feeFen})`.mapWith(Number),
      leaderFen: sql<number>`sum(${dropOrders.leaderFen})`.mapWith(Number),
    })
    .from(dropOrders)
    .innerJoin(drops, eq(drops.id, dropOrders.dropId))
    .where(and(inArray(dropOrders.orderId, inWave(db, waveId)), ne(drops.waveId, waveId)))
    .groupBy(dropOrders.orderId)

/** What was given back of those orders' delivery fees. */
export const findFeesRefunded = (db: Db, waveId: string) =>
  db
    .select({ orderId: refunds.orderId, sumFen: sql<number>`sum(${refunds.deliveryFen})`.mapWith(Number) })
    .from(refunds)
    .where(and(inArray(refunds.orderId, inWave(db, waveId)), sql`${refunds.status} not in ('proposed', 'declined')`))
    .groupBy(refunds.orderId)

/** What acceptance has paid leaders of those orders' savings. */
export const findLeadersPaid = (db: Db, waveId: string) => {
  const keys = db
    .select({ key: sql<string>`${dropOrders.orderId} || ':delivery'` })
    .from(dropOrders)
    .innerJoin(drops, eq(drops.id, dropOrders.dropId))
    .where(eq(drops.waveId, waveId))
  return db
    .select({ postingKey: transfers.postingKey, amountFen: transfers.amountFen })
    .from(transfers)
    .where(and(inArray(transfers.postingKey, keys), sql`substr(${transfers.credit}, 1, 5) = '2310:'`))
}
