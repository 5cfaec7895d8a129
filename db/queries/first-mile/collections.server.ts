import { and, asc, eq, inArray, ne, notExists, sql } from 'drizzle-orm'
import type { Reader, Tx } from '#db/connection.ts'
import { consignments, farms, firstMileRuns, firstMileStops, handovers, hubs, orderLines, vehicles, waves } from '#db/schema/index.ts'
import { linesOfConsignment, loadOfLines } from '../ordering/consignment-lines.server.ts'

type Db = Pick<Reader, 'select' | 'selectDistinct'>
type HubDay = { hubId: string; on: string }

export const findCollectingHub = async (db: Db, hubId: string) =>
  (
    await db
      .select({ id: hubs.id, lat: hubs.lat, lon: hubs.lon, arriveBy: hubs.arriveBy, crossDockMinutes: hubs.crossDockMinutes })
      .from(hubs)
      .where(eq(hubs.id, hubId))
  )[0]

export const findHubsOfCollection = (db: Db) =>
  db.select({ id: hubs.id, nameZh: hubs.nameZh, nameEn: hubs.nameEn }).from(hubs).where(eq(hubs.status, 'open')).orderBy(asc(hubs.id))

/** What the farms that are fetched from have for a hub's waves of a day, by storage class. What has reached the hub needs no fetching. */
export const findGoodsToCollect = (db: Db, { hubId, on }: HubDay) =>
  db
    .select({
      farmId: farms.id,
      farmZh: farms.nameZh,
      farmEn: farms.nameEn,
      lat: farms.lat,
      lon: farms.lon,
      readyFrom: farms.readyFrom,
      ...loadOfLines,
    })
    .from(consignments)
    .innerJoin(waves, and(eq(waves.id, consignments.waveId), eq(waves.hubId, hubId), eq(waves.deliversOn, on)))
    .innerJoin(farms, and(eq(farms.id, consignments.farmId), eq(farms.firstMile, 'collected')))
    .innerJoin(orderLines, and(linesOfConsignment, ne(orderLines.status, 'cancelled')))
    .where(inArray(consignments.status, ['to_pack', 'packed', 'handed_over']))
    .groupBy(farms.id, orderLines.storage)
    .orderBy(asc(farms.id), asc(orderLines.storage))

/** One planner at a time for a hub's collections (PostgreSQL). */
export const lockHub = (tx: Tx, hubId: string) => tx.update(hubs).set({ id: hubId }).where(eq(hubs.id, hubId))

export const hasCollectionLeft = async (db: Db, { hubId, on }: HubDay) =>
  (
    await db
      .select({ id: firstMileRuns.id })
      .from(firstMileRuns)
      .where(and(eq(firstMileRuns.hubId, hubId), eq(firstMileRuns.on, on), ne(firstMileRuns.status, 'planned')))
      .limit(1)
  ).length > 0

export type CollectionRows = { runs: (typeof firstMileRuns.$inferInsert)[]; stops: (typeof firstMileStops.$inferInsert)[] }

/** Takes the day's plan back and writes the new one. */
export async function replaceCollection(tx: Tx, { hubId, on }: HubDay, { runs, stops }: CollectionRows) {
  await tx.delete(firstMileStops).where(
    inArray(
      firstMileStops.runId,
      tx
        .select({ id: firstMileRuns.id })
        .from(firstMileRuns)
        .where(and(eq(firstMileRuns.hubId, hubId), eq(firstMileRuns.on, on))),
    ),
  )
  await tx.delete(firstMileRuns).where(and(eq(firstMileRuns.hubId, hubId), eq(firstMileRuns.on, on)))
  if (runs.length > 0) await tx.insert(firstMileRuns).values(runs)
  if (stops.length > 0) await tx.insert(firstMileStops).values(stops)
}

/** Days of hubs, from `fromOn` on, whose waves have all closed, that have something to fetch and no collecting run. */
export const findDaysToCollect = (db: Db, { fromOn, untilOn }: { fromOn: string; untilOn: string }) =>
  db
    .selectDistinct({ hubId: waves.hubId, on: waves.deliversOn, arriveBy: hubs.arriveBy })
    .from(waves)
    .innerJoin(hubs, eq(hubs.id, waves.hubId))
    .innerJoin(consignments, and(eq(consignments.waveId, waves.id), inArray(consignments.status, ['to_pack', 'packed'])))
    .innerJoin(farms, and(eq(farms.id, consignments.farmId), eq(farms.firstMile, 'collected')))
    .where(
      and(
        eq(waves.status, 'closed'),
        sql`${waves.deliversOn} between ${fromOn} and ${untilOn}`,
        notExists(
          db
            .select({ one: sql`1` })
            .from(firstMileRuns)
            .where(and(eq(firstMileRuns.hubId, waves.hubId), eq(firstMileRuns.on, waves.deliversOn))),
        ),
        sql`not exists (select 1 from ${waves} as later where later.hub_id = ${waves.hubId} and later.delivers_on = ${waves.deliversOn} and later.status = 'open' and later.booked_drops > 0)`,
      ),
    )
    .orderBy(asc(waves.deliversOn), asc(waves.hubId))

/** The collecting runs of a day with their farms, as the office reads them. */
export const findCollectionRuns = (db: Db, { hubId, on }: HubDay) =>
  db
    .select({
      run: firstMileRuns,
      vehicleZh: vehicles.nameZh,
      vehicleEn: vehicles.nameEn,
      farmId: farms.id,
      farmZh: farms.nameZh,
      farmEn: farms.nameEn,
      arrivesAt: firstMileStops.arrivesAt,
      weightG: firstMileStops.weightG,
      costFen: firstMileStops.costFen,
    })
    .from(firstMileRuns)
    .innerJoin(vehicles, eq(vehicles.id, firstMileRuns.vehicleId))
    .innerJoin(firstMileStops, eq(firstMileStops.runId, firstMileRuns.id))
    .innerJoin(farms, eq(farms.id, firstMileStops.farmId))
    .where(and(eq(firstMileRuns.hubId, hubId), eq(firstMileRuns.on, on)))
    .orderBy(asc(firstMileRuns.departsAt), asc(firstMileRuns.id), asc(firstMileStops.position))

/** The farm's crates are aboard: its collecting run of the day is on the road. */
export const markCollectionOnRoad = (tx: Tx, { hubId, on, farmId }: HubDay & { farmId: string }) =>
  tx
    .update(firstMileRuns)
    .set({ status: 'on_road' })
    .where(and(eq(firstMileRuns.hubId, hubId), eq(firstMileRuns.on, on), eq(firstMileRuns.status, 'planned'), stopsAt(tx, farmId)))

/** A collecting run is done when nothing its farms handed over for the day is on the road any more. */
export const finishCollection = (tx: Tx, { hubId, on, farmId }: HubDay & { farmId: string }) =>
  tx
    .update(firstMileRuns)
    .set({ status: 'done' })
    .where(
      and(
        eq(firstMileRuns.hubId, hubId),
        eq(firstMileRuns.on, on),
        ne(firstMileRuns.status, 'done'),
        stopsAt(tx, farmId),
        notExists(
          tx
            .select({ one: sql`1` })
            .from(firstMileStops)
            .innerJoin(handovers, and(eq(handovers.farmId, firstMileStops.farmId), eq(handovers.status, 'on_the_road')))
            .innerJoin(waves, and(eq(waves.id, handovers.waveId), eq(waves.deliversOn, on), eq(waves.hubId, hubId)))
            .where(eq(firstMileStops.runId, firstMileRuns.id)),
        ),
      ),
    )

const stopsAt = (tx: Tx, farmId: string) =>
  inArray(firstMileRuns.id, tx.select({ id: firstMileStops.runId }).from(firstMileStops).where(eq(firstMileStops.farmId, farmId)))
