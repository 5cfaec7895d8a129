import { and, asc, between, eq, isNotNull, sql } from 'drizzle-orm'
import type { Reader } from '#db/connection.ts'
import { consignments, driverEvents, dropProofs, drops, hubs, relayNumbers, runs, vehicles, waves, zones } from '#db/schema/index.ts'
import { findLoadParcels } from '../first-mile/dock.server.ts'
import { relayOfDrop } from '../network/relay-numbers.server.ts'

type Db = Pick<Reader, 'select'>

const count = (which: string) =>
  sql<number>`(select count(*) from ${drops} where ${drops.runId} = ${runs.id} and ${drops.status} in (${sql.raw(which)}))`.mapWith(Number)

/** A driver's own runs on a span of days, in the order they are driven, as far as the office has published them. */
export const findRunsOfDriver = (db: Db, { driverId, fromOn, untilOn }: { driverId: string; fromOn: string; untilOn: string }) =>
  db
    .select({
      id: runs.id,
      deliversOn: waves.deliversOn,
      departsAt: runs.departsAt,
      distanceM: runs.distanceM,
      status: runs.status,
      zoneZh: zones.nameZh,
      zoneEn: zones.nameEn,
      vehicleZh: vehicles.nameZh,
      vehicleEn: vehicles.nameEn,
      stops: count("'planned', 'delivered', 'failed'"),
      settled: count("'delivered', 'failed'"),
    })
    .from(runs)
    .innerJoin(waves, eq(waves.id, runs.waveId))
    .innerJoin(zones, eq(zones.id, waves.zoneId))
    .innerJoin(vehicles, eq(vehicles.id, runs.vehicleId))
    .where(and(eq(runs.driverId, driverId), isNotNull(waves.publishedAt), between(waves.deliversOn, fromOn, untilOn)))
    .orderBy(asc(runs.departsAt))

/**
 * A driver's own run with its stops: where to, whom to ask for and how many crates, never what is in them. Another's, and one
 * that is not published, is null.
 */
export async function findRunPage(db: Db, { runId, driverId }: { runId: string; driverId: string }) {
  const [run] = await db
    .select({
      id: runs.id,
      status: runs.status,
      leftAt: runs.leftAt,
      endedAt: runs.endedAt,
      drivenM: runs.drivenM,
      deliversOn: waves.deliversOn,
      departsAt: runs.departsAt,
      distanceM: runs.distanceM,
      durationS: runs.durationS,
      zoneZh: zones.nameZh,
      zoneEn: zones.nameEn,
      vehicleZh: vehicles.nameZh,
      vehicleEn: vehicles.nameEn,
      hubZh: hubs.nameZh,
      hubEn: hubs.nameEn,
      hubAddressZh: hubs.addressZh,
      hubAddressEn: hubs.addressEn,
    })
    .from(runs)
    .innerJoin(waves, eq(waves.id, runs.waveId))
    .innerJoin(zones, eq(zones.id, waves.zoneId))
    .innerJoin(hubs, eq(hubs.id, waves.hubId))
    .innerJoin(vehicles, eq(vehicles.id, runs.vehicleId))
    .where(and(eq(runs.id, runId), eq(runs.driverId, driverId), isNotNull(waves.publishedAt)))
  if (!run) return null
  const [stops, parcels, arrivals] = await Promise.all([findStops(db, runId), findLoadParcels(db, runId), findArrivals(db, runId)])
  const arrivedAt = new Map(arrivals.map(({ dropId, at }) => [dropId, at]))
  const shown = stops.map((stop) => ({ ...withoutPhone(stop, run.endedAt !== null), arrivedAt: arrivedAt.get(stop.id) ?? null }))
  return { run, stops: shown, parcels }
}

/** When the driver said that they stand at a door, the latest last. */
const findArrivals = (db: Db, runId: string) =>
  db
    .select({ dropId: driverEvents.subjectId, at: driverEvents.happenedAt })
    .from(driverEvents)
    .where(and(eq(driverEvents.runId, runId), eq(driverEvents.kind, 'arrive'), eq(driverEvents.outcome, 'applied')))
    .orderBy(asc(driverEvents.happenedAt))

/** A driver sees the end of a number, never the number; once the run has ended, nobody's name, number or note. */
function withoutPhone<Stop extends { phone: string; recipient: string; note: string }>({ phone, ...stop }: Stop, hasEnded: boolean) {
  return hasEnded ? { ...stop, recipient: '', note: '', phoneTail: '' } : { ...stop, phoneTail: phone.slice(-4) }
}

/** Named with its table: without a join a column stands alone, and inside a subquery it would be the subquery's. */
const ofStop = sql.raw('drops.id')

const findStops = (db: Db, runId: string) =>
  db
    .select({
      id: drops.id,
      code: drops.code,
      kind: drops.kind,
      position: drops.position,
      arrivesAt: drops.arrivesAt,
      recipient: drops.recipient,
      phone: drops.phone,
      addressZh: drops.addressZh,
      addressEn: drops.addressEn,
      note: drops.note,
      lat: drops.lat,
      lon: drops.lon,
      cratesAmbient: drops.cratesAmbient,
      cratesChilled: drops.cratesChilled,
      cratesFrozen: drops.cratesFrozen,
      status: drops.status,
      statusReason: drops.statusReason,
      statusAt: drops.statusAt,
      cratesBack: drops.cratesBack,
      parcels:
        sql<number>`(select count(*) from ${consignments} where ${consignments.dropId} = ${ofStop} and ${consignments.status} <> 'cancelled')`.mapWith(
          Number,
        ),
      proofs:
        sql<number>`(select count(*) from ${dropProofs} where ${dropProofs.dropId} = ${ofStop} and ${dropProofs.mediaId} is not null)`.mapWith(
          Number,
        ),
      relayNumber: relayNumbers.number,
    })
    .from(drops)
    .innerJoin(runs, eq(runs.id, drops.runId))
    .leftJoin(relayNumbers, relayOfDrop)
    .where(eq(drops.runId, runId))
    .orderBy(asc(drops.position))
