import { and, asc, between, eq, ne, sql } from 'drizzle-orm'
import type { Reader } from '#db/connection.ts'
import { consignments, drivers, drops, farms, hubs, runs, vehicles, waveFigures, waves, zones } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>

const ofWave = (figure: typeof consignments.orderId | typeof consignments.id) =>
  sql<number>`(select count(distinct ${figure}) from ${consignments} where ${consignments.waveId} = ${waves.id} and ${consignments.status} <> 'cancelled')`.mapWith(
    Number,
  )
const toPack =
  sql<number>`(select count(*) from ${consignments} where ${consignments.waveId} = ${waves.id} and ${consignments.status} = 'to_pack')`.mapWith(
    Number,
  )

/** Waves that deliver in a span of days, both ends in it, with what is ordered and paid for them. */
export const findWaves = (db: Db, { fromOn, untilOn }: { fromOn: string; untilOn: string }) =>
  db
    .select({
      id: waves.id,
      deliversOn: waves.deliversOn,
      cutoffAt: waves.cutoffAt,
      status: waves.status,
      bookedDrops: waves.bookedDrops,
      capacityDrops: waves.capacityDrops,
      zoneZh: zones.nameZh,
      zoneEn: zones.nameEn,
      orders: ofWave(consignments.orderId),
      parcels: ofWave(consignments.id),
      toPack,
      drops: waveFigures.drops,
      unserved: waveFigures.unserved,
      carried: waveFigures.orders,
      costFen: waveFigures.costFen,
      directFen: waveFigures.directFen,
    })
    .from(waves)
    .innerJoin(zones, eq(zones.id, waves.zoneId))
    .leftJoin(waveFigures, eq(waveFigures.waveId, waves.id))
    .where(between(waves.deliversOn, fromOn, untilOn))
    .orderBy(asc(waves.deliversOn), asc(zones.position))

/** One wave as the office plans it; null when there is none. */
export async function findWavePage(db: Db, waveId: string) {
  const [wave] = await db
    .select({
      id: waves.id,
      deliversOn: waves.deliversOn,
      cutoffAt: waves.cutoffAt,
      closedAt: waves.closedAt,
      status: waves.status,
      planVersion: waves.planVersion,
      publishedAt: waves.publishedAt,
      held: waves.held,
      part: waves.part,
      hubId: waves.hubId,
      bookedDrops: waves.bookedDrops,
      capacityDrops: waves.capacityDrops,
      zoneZh: zones.nameZh,
      zoneEn: zones.nameEn,
      polygon: zones.polygon,
      hubZh: hubs.nameZh,
      hubEn: hubs.nameEn,
      hubLat: hubs.lat,
      hubLon: hubs.lon,
      orders: ofWave(consignments.orderId),
      parcels: ofWave(consignments.id),
      toPack,
      figures: waveFigures,
    })
    .from(waves)
    .innerJoin(zones, eq(zones.id, waves.zoneId))
    .innerJoin(hubs, eq(hubs.id, waves.hubId))
    .leftJoin(waveFigures, eq(waveFigures.waveId, waves.id))
    .where(eq(waves.id, waveId))
  if (!wave) return null
  const [runRows, dropRows, farmRows, latecomers] = await Promise.all([
    findRunsOf(db, waveId),
    findDropsOf(db, waveId),
    db.select({ id: farms.id, nameZh: farms.nameZh, nameEn: farms.nameEn }).from(farms).orderBy(asc(farms.position)),
    findLatecomers(db, waveId),
  ])
  return { wave, runs: runRows, drops: dropRows, farms: farmRows, latecomers }
}

const findRunsOf = (db: Db, waveId: string) =>
  db
    .select({
      id: runs.id,
      position: runs.position,
      status: runs.status,
      departsAt: runs.departsAt,
      distanceM: runs.distanceM,
      durationS: runs.durationS,
      costFen: runs.costFen,
      vehicleId: runs.vehicleId,
      vehicleZh: vehicles.nameZh,
      vehicleEn: vehicles.nameEn,
      capacityKg: vehicles.capacityKg,
      cratesAmbient: vehicles.cratesAmbient,
      cratesChilled: vehicles.cratesChilled,
      cratesFrozen: vehicles.cratesFrozen,
      driver: drivers.name,
    })
    .from(runs)
    .innerJoin(vehicles, eq(vehicles.id, runs.vehicleId))
    .leftJoin(drivers, eq(drivers.id, runs.driverId))
    .where(eq(runs.waveId, waveId))
    .orderBy(asc(runs.position))

const findDropsOf = (db: Db, waveId: string) =>
  db
    .select({
      id: drops.id,
      code: drops.code,
      kind: drops.kind,
      recipient: drops.recipient,
      addressZh: drops.addressZh,
      addressEn: drops.addressEn,
      lat: drops.lat,
      lon: drops.lon,
      weightG: drops.weightG,
      cratesAmbient: drops.cratesAmbient,
      cratesChilled: drops.cratesChilled,
      cratesFrozen: drops.cratesFrozen,
      runId: drops.runId,
      position: drops.position,
      arrivesAt: drops.arrivesAt,
      unservedReason: drops.unservedReason,
      lockedVehicleId: drops.lockedVehicleId,
      lockedPosition: drops.lockedPosition,
      excluded: drops.excluded,
      status: drops.status,
      statusReason: drops.statusReason,
      statusAt: drops.statusAt,
      costFen: drops.costFen,
    })
    .from(drops)
    .where(eq(drops.waveId, waveId))
    .orderBy(asc(drops.runId), asc(drops.position), asc(drops.code))

/** Consignments that were paid for after the plan was made and ride nowhere. */
const findLatecomers = (db: Db, waveId: string) =>
  db
    .select({ id: consignments.id, alias: consignments.alias, orderId: consignments.orderId })
    .from(consignments)
    .innerJoin(waves, eq(waves.id, consignments.waveId))
    .where(
      and(
        eq(consignments.waveId, waveId),
        ne(waves.status, 'open'),
        ne(consignments.status, 'cancelled'),
        sql`${consignments.dropId} is null`,
      ),
    )
    .orderBy(asc(consignments.alias))
