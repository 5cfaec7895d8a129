import { and, asc, desc, eq, gte, ne, sql } from 'drizzle-orm'
import type { Reader, Tx } from '#db/connection.ts'
import {
  absences,
  calendarDays,
  carriers,
  carrierTariffs,
  districts,
  drivers,
  hubs,
  pickupPoints,
  shifts,
  vehicles,
  waveRules,
  waves,
  zones,
} from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>

export const findHubs = (db: Db) => db.select().from(hubs).orderBy(asc(hubs.id))
export const findZones = (db: Db) => db.select().from(zones).orderBy(asc(zones.position), asc(zones.id))
export const findDistricts = (db: Db) => db.select().from(districts).orderBy(asc(districts.position))
export const findPoints = (db: Db) => db.select().from(pickupPoints).orderBy(asc(pickupPoints.position), asc(pickupPoints.id))
export const findPoint = async (db: Db, id: string) => (await db.select().from(pickupPoints).where(eq(pickupPoints.id, id)))[0]
export const findVehicle = async (db: Db, id: string) => (await db.select().from(vehicles).where(eq(vehicles.id, id)))[0]
export const findAllVehicles = (db: Db) => db.select().from(vehicles).orderBy(asc(vehicles.id))
export const findCarriers = (db: Db) => db.select().from(carriers).orderBy(asc(carriers.id))
export const findDrivers = (db: Db) => db.select().from(drivers).orderBy(asc(drivers.id))
export const findShifts = (db: Db) => db.select().from(shifts).orderBy(asc(shifts.vehicleId), asc(shifts.fromTime), asc(shifts.id))
export const findTariffs = (db: Db) =>
  db.select().from(carrierTariffs).orderBy(asc(carrierTariffs.carrierId), asc(carrierTariffs.vehicleKind), desc(carrierTariffs.fromOn))
export const findAbsencesFrom = (db: Db, on: string) =>
  db.select().from(absences).where(gte(absences.on, on)).orderBy(asc(absences.on), asc(absences.id))
export const findCalendarFrom = (db: Db, on: string) =>
  db.select().from(calendarDays).where(gte(calendarDays.on, on)).orderBy(asc(calendarDays.on), asc(calendarDays.id))
export const findRulesOf = (db: Db, zoneId: string) =>
  db.select().from(waveRules).where(eq(waveRules.zoneId, zoneId)).orderBy(desc(waveRules.fromOn), desc(waveRules.id))
export const findWavesAhead = (db: Db, { zoneId, on }: { zoneId: string; on: string }) =>
  db
    .select({
      id: waves.id,
      deliversOn: waves.deliversOn,
      cutoffAt: waves.cutoffAt,
      capacityDrops: waves.capacityDrops,
      bookedDrops: waves.bookedDrops,
      dropFeeFen: waves.dropFeeFen,
      status: waves.status,
    })
    .from(waves)
    .where(and(eq(waves.zoneId, zoneId), gte(waves.deliversOn, on)))
    .orderBy(asc(waves.deliversOn))

export const insertZone = (tx: Tx, row: typeof zones.$inferInsert) => tx.insert(zones).values(row)
export const insertRule = (tx: Tx, row: typeof waveRules.$inferInsert) => tx.insert(waveRules).values(row)
export const insertPoint = (tx: Tx, row: typeof pickupPoints.$inferInsert) => tx.insert(pickupPoints).values(row)
export const insertVehicle = (tx: Tx, row: typeof vehicles.$inferInsert) => tx.insert(vehicles).values(row)
export const insertShift = (tx: Tx, row: typeof shifts.$inferInsert) => tx.insert(shifts).values(row)
export const insertAbsence = (tx: Tx, row: typeof absences.$inferInsert) => tx.insert(absences).values(row)
export const insertCarrier = (tx: Tx, row: typeof carriers.$inferInsert) => tx.insert(carriers).values(row)
export const insertDriver = (tx: Tx, row: typeof drivers.$inferInsert) => tx.insert(drivers).values(row)

/** A rule that begins on the day of another of its zone takes its place. */
export const deleteRuleFrom = (tx: Tx, { zoneId, fromOn }: { zoneId: string; fromOn: string }) =>
  tx.delete(waveRules).where(and(eq(waveRules.zoneId, zoneId), eq(waveRules.fromOn, fromOn)))

export async function insertTariffOnce(tx: Tx, row: typeof carrierTariffs.$inferInsert): Promise<boolean> {
  return (await tx.insert(carrierTariffs).values(row).onConflictDoNothing().returning({ id: carrierTariffs.id })).length === 1
}

/** @returns false when somebody has saved it since this version */
export async function updateZone(tx: Tx, id: string, version: number, change: Partial<typeof zones.$inferInsert>): Promise<boolean> {
  const updated = await tx
    .update(zones)
    .set({ ...change, version: version + 1 })
    .where(and(eq(zones.id, id), eq(zones.version, version)))
    .returning({ id: zones.id })
  return updated.length === 1
}

export async function updatePoint(
  tx: Tx,
  id: string,
  version: number,
  change: Partial<typeof pickupPoints.$inferInsert>,
): Promise<boolean> {
  const updated = await tx
    .update(pickupPoints)
    .set({ ...change, version: version + 1 })
    .where(and(eq(pickupPoints.id, id), eq(pickupPoints.version, version)))
    .returning({ id: pickupPoints.id })
  return updated.length === 1
}

export async function updateVehicle(tx: Tx, id: string, version: number, change: Partial<typeof vehicles.$inferInsert>): Promise<boolean> {
  const updated = await tx
    .update(vehicles)
    .set({ ...change, version: version + 1 })
    .where(and(eq(vehicles.id, id), eq(vehicles.version, version)))
    .returning({ id: vehicles.id })
  return updated.length === 1
}

export const updateDistrictZone = (tx: Tx, id: string, zoneId: string | null) =>
  tx.update(districts).set({ zoneId }).where(eq(districts.id, id))
export const deleteShift = (tx: Tx, id: string) => tx.delete(shifts).where(eq(shifts.id, id)).returning({ id: shifts.id })
export const deleteAbsence = (tx: Tx, id: string) => tx.delete(absences).where(eq(absences.id, id)).returning({ id: absences.id })

export const putCalendarDay = (tx: Tx, row: typeof calendarDays.$inferInsert) =>
  tx
    .insert(calendarDays)
    .values(row)
    .onConflictDoUpdate({ target: calendarDays.id, set: { kind: row.kind, noteZh: row.noteZh, noteEn: row.noteEn } })
export const deleteCalendarDay = (tx: Tx, id: string) => tx.delete(calendarDays).where(eq(calendarDays.id, id)).returning()

/** Locks a zone's row against another edit of the network (PostgreSQL): overlaps are looked for under it. */
export const lockZones = (tx: Tx) =>
  tx
    .update(zones)
    .set({ position: sql`${zones.position}` })
    .where(ne(zones.id, ''))
