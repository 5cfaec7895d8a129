import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lte, ne, sql } from 'drizzle-orm'
import type { Reader } from '#db/connection.ts'
import { consignments, drops, farms, orders, outbox, waveFigures, waves, zones } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>

/** Waves past their cut-off that are open still, or closed without a plan. */
export const findOverdueWaves = (db: Db, now: Date) =>
  db
    .select({
      id: waves.id,
      deliversOn: waves.deliversOn,
      cutoffAt: waves.cutoffAt,
      status: waves.status,
      zoneZh: zones.nameZh,
      zoneEn: zones.nameEn,
    })
    .from(waves)
    .innerJoin(zones, eq(zones.id, waves.zoneId))
    .leftJoin(waveFigures, eq(waveFigures.waveId, waves.id))
    .where(and(inArray(waves.status, ['open', 'closed']), lte(waves.cutoffAt, now), isNull(waveFigures.waveId)))
    .orderBy(asc(waves.cutoffAt))

/** Drops that no vehicle takes, or that were tried and not handed over, of waves since `fromOn`. */
export const findStrandedDrops = (db: Db, fromOn: string) =>
  db
    .select({
      id: drops.id,
      code: drops.code,
      waveId: drops.waveId,
      status: drops.status,
      unservedReason: drops.unservedReason,
      statusReason: drops.statusReason,
      addressZh: drops.addressZh,
      addressEn: drops.addressEn,
      deliversOn: waves.deliversOn,
      zoneZh: zones.nameZh,
      zoneEn: zones.nameEn,
    })
    .from(drops)
    .innerJoin(waves, eq(waves.id, drops.waveId))
    .innerJoin(zones, eq(zones.id, waves.zoneId))
    .where(
      and(
        gte(waves.deliversOn, fromOn),
        sql`((${drops.status} = 'planned' and ${drops.runId} is null) or (${drops.status} = 'failed' and ${drops.statusReason} <> 'cancelled'))`,
      ),
    )
    .orderBy(asc(waves.deliversOn), asc(drops.code))

/** What is not packed though its wave closes by `by`, or has closed, by farm. */
export const findUnpackedNearCutoff = (db: Db, { fromOn, by }: { fromOn: string; by: Date }) =>
  db
    .select({
      waveId: waves.id,
      deliversOn: waves.deliversOn,
      cutoffAt: waves.cutoffAt,
      zoneZh: zones.nameZh,
      zoneEn: zones.nameEn,
      farmId: farms.id,
      farmZh: farms.nameZh,
      farmEn: farms.nameEn,
      parcels: sql<number>`count(*)`.mapWith(Number),
    })
    .from(consignments)
    .innerJoin(waves, eq(waves.id, consignments.waveId))
    .innerJoin(zones, eq(zones.id, waves.zoneId))
    .innerJoin(farms, eq(farms.id, consignments.farmId))
    .where(and(eq(consignments.status, 'to_pack'), lte(waves.cutoffAt, by), gte(waves.deliversOn, fromOn)))
    .groupBy(
      waves.id,
      waves.deliversOn,
      waves.cutoffAt,
      zones.nameZh,
      zones.nameEn,
      farms.id,
      farms.nameZh,
      farms.nameEn,
      zones.position,
      farms.position,
    )
    .orderBy(asc(waves.deliversOn), asc(zones.position), asc(farms.position))

/** Paid consignments of waves that are under way without them. */
export const findLeftBehind = (db: Db, fromOn: string) =>
  db
    .select({ id: consignments.id, alias: consignments.alias, waveId: waves.id, deliversOn: waves.deliversOn, number: orders.number })
    .from(consignments)
    .innerJoin(waves, eq(waves.id, consignments.waveId))
    .innerJoin(orders, eq(orders.id, consignments.orderId))
    .where(
      and(
        isNull(consignments.dropId),
        ne(consignments.status, 'cancelled'),
        inArray(waves.status, ['on_road', 'done']),
        gte(waves.deliversOn, fromOn),
      ),
    )
    .orderBy(asc(waves.deliversOn), asc(consignments.alias))

/** Jobs that were given up. */
export const findFailedJobs = (db: Db) =>
  db
    .select({ id: outbox.id, topic: outbox.topic, attempts: outbox.attempts, failedAt: outbox.failedAt, lastError: outbox.lastError })
    .from(outbox)
    .where(and(isNotNull(outbox.failedAt), isNull(outbox.doneAt)))
    .orderBy(desc(outbox.failedAt))
    .limit(20)
