import { and, asc, eq, gte, inArray, isNotNull, sql } from 'drizzle-orm'
import type { CrateCount } from '#app/domain/delivery/cold-chain.ts'
import type { Reader, Tx } from '#db/connection.ts'
import { consignments, farms, handovers, hubs, scans, waves, zones } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>

const handedOver = { handoverId: handovers.id, waveId: waves.id, hubId: waves.hubId, on: waves.deliversOn, farmId: handovers.farmId }

/** Handovers of waves from a day on, those still on the road first. */
export const findHandovers = (db: Db, { fromOn }: { fromOn: string }) =>
  db
    .select({
      id: handovers.id,
      waveId: handovers.waveId,
      deliversOn: waves.deliversOn,
      waveStatus: waves.status,
      zoneZh: zones.nameZh,
      zoneEn: zones.nameEn,
      hubId: hubs.id,
      arriveBy: hubs.arriveBy,
      farmId: farms.id,
      farmZh: farms.nameZh,
      farmEn: farms.nameEn,
      way: handovers.way,
      crates: handovers.crates,
      temperatureDeci: handovers.temperatureDeci,
      mediaId: handovers.mediaId,
      note: handovers.note,
      handedAt: handovers.handedAt,
      status: handovers.status,
      arrivedCrates: handovers.arrivedCrates,
      arrivedTemperatureDeci: handovers.arrivedTemperatureDeci,
      arrivedMediaId: handovers.arrivedMediaId,
      arrivedNote: handovers.arrivedNote,
      arrivedAt: handovers.arrivedAt,
    })
    .from(handovers)
    .innerJoin(waves, eq(waves.id, handovers.waveId))
    .innerJoin(zones, eq(zones.id, waves.zoneId))
    .innerJoin(hubs, eq(hubs.id, handovers.hubId))
    .innerJoin(farms, eq(farms.id, handovers.farmId))
    .where(gte(waves.deliversOn, fromOn))
    .orderBy(sql`case when ${handovers.status} = 'on_the_road' then 0 else 1 end`, asc(waves.deliversOn), asc(handovers.handedAt))

/** The parcels of handovers as they were handed over, and how they stand. */
export const findHandedParcels = (db: Db, handoverIds: readonly string[]) =>
  db
    .select({
      handoverId: scans.handoverId,
      id: consignments.id,
      alias: consignments.alias,
      status: consignments.status,
      missingAt: consignments.missingAt,
    })
    .from(scans)
    .innerJoin(consignments, eq(consignments.id, scans.consignmentId))
    .where(and(inArray(scans.handoverId, handoverIds.length === 0 ? ['—'] : [...handoverIds]), eq(scans.step, 'handed_over')))
    .orderBy(asc(consignments.alias), asc(consignments.id))

export const findHandover = async (db: Db, handoverId: string) =>
  (
    await db
      .select({ ...handedOver, status: handovers.status, crates: handovers.crates, way: handovers.way })
      .from(handovers)
      .innerJoin(waves, eq(waves.id, handovers.waveId))
      .where(eq(handovers.id, handoverId))
  )[0]

type Arrival = {
  handoverId: string
  crates: CrateCount
  temperatureDeci: number | null
  mediaId: string | null
  note: string
  by: string
  at: Date
}

/** @returns false when it was counted in before */
export async function markArrived(tx: Tx, { handoverId, crates, temperatureDeci, mediaId, note, by, at }: Arrival): Promise<boolean> {
  const arrived = await tx
    .update(handovers)
    .set({
      status: 'arrived',
      arrivedCrates: crates,
      arrivedTemperatureDeci: temperatureDeci,
      arrivedMediaId: mediaId,
      arrivedNote: note,
      arrivedBy: by,
      arrivedAt: at,
    })
    .where(and(eq(handovers.id, handoverId), eq(handovers.status, 'on_the_road')))
    .returning({ id: handovers.id })
  return arrived.length === 1
}

/** Handovers of waves that are not over, with both counts and both readings: what the control room looks for exceptions in. */
export const findHandoversUnderWay = (db: Db, { fromOn }: { fromOn: string }) =>
  db
    .select({
      id: handovers.id,
      waveId: waves.id,
      deliversOn: waves.deliversOn,
      zoneZh: zones.nameZh,
      zoneEn: zones.nameEn,
      farmZh: farms.nameZh,
      farmEn: farms.nameEn,
      arriveBy: hubs.arriveBy,
      status: handovers.status,
      crates: handovers.crates,
      temperatureDeci: handovers.temperatureDeci,
      arrivedCrates: handovers.arrivedCrates,
      arrivedTemperatureDeci: handovers.arrivedTemperatureDeci,
    })
    .from(handovers)
    .innerJoin(waves, and(eq(waves.id, handovers.waveId), inArray(waves.status, ['open', 'closed', 'on_road'])))
    .innerJoin(zones, eq(zones.id, waves.zoneId))
    .innerJoin(hubs, eq(hubs.id, handovers.hubId))
    .innerJoin(farms, eq(farms.id, handovers.farmId))
    .where(gte(waves.deliversOn, fromOn))
    .orderBy(asc(waves.deliversOn), asc(handovers.handedAt))

/** Parcels somebody looked for in vain, by how many, of waves from a day on. */
export const countMissing = async (db: Db, { fromOn }: { fromOn: string }) =>
  (
    await db
      .select({ parcels: sql<number>`count(*)`.mapWith(Number) })
      .from(consignments)
      .innerJoin(waves, eq(waves.id, consignments.waveId))
      .where(
        and(
          isNotNull(consignments.missingAt),
          inArray(consignments.status, ['to_pack', 'packed', 'handed_over', 'at_hub', 'on_the_way']),
          gte(waves.deliversOn, fromOn),
        ),
      )
  )[0]?.parcels ?? 0
