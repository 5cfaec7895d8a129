import { and, asc, between, eq, inArray, ne, sql } from 'drizzle-orm'
import type { Reader } from '#db/connection.ts'
import { consignments, drops, farms, hubs, runs, scans, vehicles, waves, zones } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>

const present =
  sql<number>`sum(case when ${consignments.status} in ('at_hub', 'on_the_way', 'delivered') and ${consignments.missingAt} is null then 1 else 0 end)`.mapWith(
    Number,
  )

/** Waves that deliver in a span of days and have something to merge, with how much of it is here. */
export const findDockWaves = (db: Db, { fromOn, untilOn }: { fromOn: string; untilOn: string }) =>
  db
    .select({
      id: waves.id,
      deliversOn: waves.deliversOn,
      status: waves.status,
      hubId: hubs.id,
      zoneZh: zones.nameZh,
      zoneEn: zones.nameEn,
      parcels: sql<number>`count(*)`.mapWith(Number),
      present,
      missing: sql<number>`count(${consignments.missingAt})`.mapWith(Number),
    })
    .from(waves)
    .innerJoin(zones, eq(zones.id, waves.zoneId))
    .innerJoin(hubs, eq(hubs.id, waves.hubId))
    .innerJoin(consignments, and(eq(consignments.waveId, waves.id), ne(consignments.status, 'cancelled')))
    .where(and(between(waves.deliversOn, fromOn, untilOn), inArray(waves.status, ['open', 'closed', 'on_road'])))
    .groupBy(waves.id, zones.id, hubs.id)
    .orderBy(asc(waves.deliversOn), asc(zones.position))

export const findBoardWave = async (db: Db, waveId: string) =>
  (
    await db
      .select({ id: waves.id, deliversOn: waves.deliversOn, status: waves.status, zoneZh: zones.nameZh, zoneEn: zones.nameEn })
      .from(waves)
      .innerJoin(zones, eq(zones.id, waves.zoneId))
      .where(eq(waves.id, waveId))
  )[0]

const isMerged =
  sql<number>`(select count(*) from ${scans} where ${scans.consignmentId} = ${consignments.id} and ${scans.step} = 'merged')`.mapWith(
    Number,
  )
const isLoaded =
  sql<number>`(select count(*) from ${scans} where ${scans.consignmentId} = ${consignments.id} and ${scans.step} = 'loaded' and ${scans.runId} = ${runs.id})`.mapWith(
    Number,
  )

const parcelColumns = {
  id: consignments.id,
  alias: consignments.alias,
  status: consignments.status,
  missingAt: consignments.missingAt,
  farmId: farms.id,
  farmZh: farms.nameZh,
  farmEn: farms.nameEn,
  dropId: consignments.dropId,
  dropCode: drops.code,
  position: drops.position,
  runId: runs.id,
  runPosition: runs.position,
}

/** A wave's parcels in the order of its runs, what is not planned yet last. The dock knows drops by their codes and no customer. */
export const findBoardParcels = (db: Db, waveId: string) =>
  db
    .select({ ...parcelColumns, merged: isMerged })
    .from(consignments)
    .innerJoin(farms, eq(farms.id, consignments.farmId))
    .leftJoin(drops, eq(drops.id, consignments.dropId))
    .leftJoin(runs, eq(runs.id, drops.runId))
    .where(and(eq(consignments.waveId, waveId), ne(consignments.status, 'cancelled')))
    .orderBy(sql`coalesce(${runs.position}, 9999)`, sql`coalesce(${drops.position}, 9999)`, asc(drops.code), asc(consignments.alias))

export const findWaveRuns = (db: Db, waveId: string) =>
  db
    .select({
      id: runs.id,
      position: runs.position,
      departsAt: runs.departsAt,
      status: runs.status,
      vehicleZh: vehicles.nameZh,
      vehicleEn: vehicles.nameEn,
    })
    .from(runs)
    .innerJoin(vehicles, eq(vehicles.id, runs.vehicleId))
    .where(eq(runs.waveId, waveId))
    .orderBy(asc(runs.position))

export const findLoadRun = async (db: Db, runId: string) =>
  (
    await db
      .select({
        id: runs.id,
        position: runs.position,
        departsAt: runs.departsAt,
        status: runs.status,
        waveId: waves.id,
        deliversOn: waves.deliversOn,
        zoneZh: zones.nameZh,
        zoneEn: zones.nameEn,
        vehicleZh: vehicles.nameZh,
        vehicleEn: vehicles.nameEn,
      })
      .from(runs)
      .innerJoin(waves, eq(waves.id, runs.waveId))
      .innerJoin(zones, eq(zones.id, waves.zoneId))
      .innerJoin(vehicles, eq(vehicles.id, runs.vehicleId))
      .where(eq(runs.id, runId))
  )[0]

/** What rides in a run, what is delivered last first: the order it is loaded in. */
export async function findLoadParcels(db: Db, runId: string) {
  const parcels = await db
    .select({ ...parcelColumns, loaded: isLoaded })
    .from(consignments)
    .innerJoin(farms, eq(farms.id, consignments.farmId))
    .innerJoin(drops, eq(drops.id, consignments.dropId))
    .innerJoin(runs, eq(runs.id, drops.runId))
    .where(and(eq(runs.id, runId), ne(consignments.status, 'cancelled')))
    .orderBy(sql`${drops.position} desc`, asc(consignments.alias))
  return parcels.map(({ missingAt, loaded, ...parcel }) => {
    const isMissing = missingAt !== null
    const isAboard = parcel.status === 'on_the_way' || parcel.status === 'delivered'
    return { ...parcel, isMissing, isLoaded: !isMissing && (loaded > 0 || isAboard) }
  })
}

/** What of waves the dock can see change: a row for each state its parcels are in. */
export const findBoardStates = (db: Db, waveIds: readonly string[]) =>
  db
    .select({
      waveId: consignments.waveId,
      status: consignments.status,
      parcels: sql<number>`count(*)`.mapWith(Number),
      missing: sql<number>`count(${consignments.missingAt})`.mapWith(Number),
      planned: sql<number>`count(${consignments.dropId})`.mapWith(Number),
    })
    .from(consignments)
    .where(inArray(consignments.waveId, waveIds.length === 0 ? ['—'] : [...waveIds]))
    .groupBy(consignments.waveId, consignments.status)
    .orderBy(asc(consignments.waveId), asc(consignments.status))

/** How many scans waves have seen: one more whenever somebody ticks anything off. */
export const countBoardScans = (db: Db, waveIds: readonly string[]) =>
  db
    .select({ waveId: consignments.waveId, scans: sql<number>`count(*)`.mapWith(Number) })
    .from(scans)
    .innerJoin(consignments, eq(consignments.id, scans.consignmentId))
    .where(inArray(consignments.waveId, waveIds.length === 0 ? ['—'] : [...waveIds]))
    .groupBy(consignments.waveId)
