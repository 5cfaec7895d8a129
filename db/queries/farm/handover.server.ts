import { and, asc, desc, eq, gte, inArray, isNull, ne, sql } from 'drizzle-orm'
import type { CrateCount } from '#app/domain/delivery/cold-chain.ts'
import type { Reader, Tx } from '#db/connection.ts'
import {
  consignments,
  drivers,
  farms,
  firstMileRuns,
  firstMileStops,
  handovers,
  hubs,
  orderLines,
  scans,
  vehicles,
  waves,
  zones,
} from '#db/schema/index.ts'
import { linesOfConsignment, loadOfLines } from '../ordering/consignment-lines.server.ts'

type Db = Pick<Reader, 'select'>

const packed = sql<number>`sum(case when ${consignments.status} = 'packed' then 1 else 0 end)`.mapWith(Number)
const toPack = sql<number>`sum(case when ${consignments.status} = 'to_pack' then 1 else 0 end)`.mapWith(Number)

/** Waves of which the farm has something to hand over, or still to pack, the next to be delivered first. */
export const findWavesToHandOver = (db: Db, { farmId }: { farmId: string }) =>
  db
    .select({
      id: waves.id,
      deliversOn: waves.deliversOn,
      hubId: hubs.id,
      hubZh: hubs.nameZh,
      hubEn: hubs.nameEn,
      hubAddressZh: hubs.addressZh,
      hubAddressEn: hubs.addressEn,
      arriveBy: hubs.arriveBy,
      zoneZh: zones.nameZh,
      zoneEn: zones.nameEn,
      packed,
      toPack,
    })
    .from(waves)
    .innerJoin(zones, eq(zones.id, waves.zoneId))
    .innerJoin(hubs, eq(hubs.id, waves.hubId))
    .innerJoin(
      consignments,
      and(eq(consignments.waveId, waves.id), eq(consignments.farmId, farmId), inArray(consignments.status, ['to_pack', 'packed'])),
    )
    .where(inArray(waves.status, ['open', 'closed', 'on_road']))
    .groupBy(waves.id, zones.id, hubs.id)
    .orderBy(asc(waves.deliversOn), asc(waves.id))

/** The farm's packed consignments of waves, with what each weighs and fills by storage class. */
export const findPackedParcels = (db: Db, { farmId, waveIds }: { farmId: string; waveIds: readonly string[] }) =>
  db
    .select({
      id: consignments.id,
      waveId: consignments.waveId,
      alias: consignments.alias,
      ...loadOfLines,
    })
    .from(consignments)
    .innerJoin(orderLines, and(linesOfConsignment, ne(orderLines.status, 'cancelled')))
    .where(
      and(
        eq(consignments.farmId, farmId),
        inArray(consignments.waveId, waveIds.length === 0 ? ['—'] : [...waveIds]),
        eq(consignments.status, 'packed'),
      ),
    )
    .groupBy(consignments.id, orderLines.storage)
    .orderBy(asc(consignments.alias), asc(consignments.id), asc(orderLines.storage))

/** Who fetches the farm's crates from a day on, and when; nobody where the farm brings them. */
export const findPickUps = (db: Db, { farmId, fromOn }: { farmId: string; fromOn: string }) =>
  db
    .select({
      hubId: firstMileRuns.hubId,
      on: firstMileRuns.on,
      arrivesAt: firstMileStops.arrivesAt,
      vehicleZh: vehicles.nameZh,
      vehicleEn: vehicles.nameEn,
      driver: drivers.name,
      driverPhone: drivers.phone,
    })
    .from(firstMileStops)
    .innerJoin(firstMileRuns, eq(firstMileRuns.id, firstMileStops.runId))
    .innerJoin(vehicles, eq(vehicles.id, firstMileRuns.vehicleId))
    .leftJoin(drivers, eq(drivers.id, firstMileRuns.driverId))
    .where(and(eq(firstMileStops.farmId, farmId), gte(firstMileRuns.on, fromOn)))
    .orderBy(asc(firstMileRuns.on), asc(firstMileStops.arrivesAt))

/** What the farm has handed over, the latest first, with what the hub counted. */
export const findHandoversOfFarm = (db: Db, { farmId, limit }: { farmId: string; limit: number }) =>
  db
    .select({
      id: handovers.id,
      way: handovers.way,
      crates: handovers.crates,
      temperatureDeci: handovers.temperatureDeci,
      mediaId: handovers.mediaId,
      handedAt: handovers.handedAt,
      status: handovers.status,
      arrivedCrates: handovers.arrivedCrates,
      arrivedTemperatureDeci: handovers.arrivedTemperatureDeci,
      arrivedMediaId: handovers.arrivedMediaId,
      arrivedNote: handovers.arrivedNote,
      arrivedAt: handovers.arrivedAt,
      deliversOn: waves.deliversOn,
      zoneZh: zones.nameZh,
      zoneEn: zones.nameEn,
      parcels:
        sql<number>`(select count(*) from ${scans} where ${scans.handoverId} = ${handovers.id} and ${scans.step} = 'handed_over')`.mapWith(
          Number,
        ),
    })
    .from(handovers)
    .innerJoin(waves, eq(waves.id, handovers.waveId))
    .innerJoin(zones, eq(zones.id, waves.zoneId))
    .where(eq(handovers.farmId, farmId))
    .orderBy(desc(handovers.handedAt), desc(handovers.id))
    .limit(limit)

/** How a farm's crates usually get to the hub. */
export const findFirstMile = async (db: Db, farmId: string) =>
  (await db.select({ firstMile: farms.firstMile, readyFrom: farms.readyFrom }).from(farms).where(eq(farms.id, farmId)))[0]

/** A wave whose hub still takes goods in. */
export const findReceivingWave = async (db: Db, waveId: string) =>
  (
    await db
      .select({ id: waves.id, hubId: waves.hubId, deliversOn: waves.deliversOn, status: waves.status })
      .from(waves)
      .where(eq(waves.id, waveId))
  )[0]

/** The farm's own of these consignments that belong to the wave. */
export const findOwnParcels = (db: Db, { farmId, waveId, ids }: { farmId: string; waveId: string; ids: readonly string[] }) =>
  db
    .select({ id: consignments.id, alias: consignments.alias, status: consignments.status })
    .from(consignments)
    .where(
      and(
        eq(consignments.farmId, farmId),
        eq(consignments.waveId, waveId),
        inArray(consignments.id, ids.length === 0 ? ['—'] : [...ids]),
        isNull(consignments.missingAt),
      ),
    )
    .orderBy(asc(consignments.alias))

type NewHandover = {
  id: string
  requestKey: string
  farmId: string
  waveId: string
  hubId: string
  way: 'brings' | 'collected'
  crates: CrateCount
  temperatureDeci: number | null
  mediaId: string | null
  note: string
  handedBy: string
  handedAt: Date
}

/** @returns the handover of this request: the one that was there, or the new one */
export async function insertHandover(tx: Tx, row: NewHandover): Promise<{ id: string; isNew: boolean }> {
  const [fresh] = await tx
    .insert(handovers)
    .values({ ...row, status: 'on_the_road' })
    .onConflictDoNothing({ target: handovers.requestKey })
    .returning({ id: handovers.id })
  if (fresh) return { id: fresh.id, isNew: true }
  const [known] = await tx.select({ id: handovers.id }).from(handovers).where(eq(handovers.requestKey, row.requestKey))
  return { id: known!.id, isNew: false }
}
