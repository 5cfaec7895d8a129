import { and, asc, eq, getTableColumns, isNull, lte, ne } from 'drizzle-orm'
import { type Duty, dutiesOn } from '#app/domain/delivery/fleet-of-day.ts'
import type { Reader } from '#db/connection.ts'
import { absences, carrierTariffs, drivers, hubs, shifts, vehicles } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>

/** `endLat`, `endLon`: the hub its day ends at, where that is another than its own; null otherwise. */
export type VehicleOnDuty = Duty<typeof vehicles.$inferSelect & { endLat: number | null; endLon: number | null }>

/** The vehicles of a hub on a day, with each one's shifts, who drives it then, and what it costs by the tariff of the day. */
export async function findFleetOn(db: Db, { hubId, on }: { hubId: string; on: string }): Promise<VehicleOnDuty[]> {
  const [ofHub, driven, away, tariffs] = await Promise.all([
    db
      .select({ ...getTableColumns(vehicles), endLat: hubs.lat, endLon: hubs.lon })
      .from(vehicles)
      .leftJoin(hubs, and(eq(hubs.id, vehicles.endHubId), ne(hubs.id, hubId)))
      .where(and(eq(vehicles.hubId, hubId), eq(vehicles.status, 'open')))
      .orderBy(asc(vehicles.id)),
    findShiftsOfHub(db, hubId),
    db.select({ vehicleId: absences.vehicleId, driverId: absences.driverId }).from(absences).where(eq(absences.on, on)),
    db.select().from(carrierTariffs).where(lte(carrierTariffs.fromOn, on)),
  ])
  return dutiesOn({ vehicles: ofHub, shifts: driven, absences: away, tariffs }, on)
}

/** Who could drive on a day: everybody who has not left and is not away, with or without a shift. */
export const findDriversOn = (db: Db, { on }: { on: string }) =>
  db
    .select({ id: drivers.id, name: drivers.name })
    .from(drivers)
    .leftJoin(absences, and(eq(absences.driverId, drivers.id), eq(absences.on, on)))
    .where(and(eq(drivers.status, 'open'), isNull(absences.id)))
    .orderBy(asc(drivers.name))

/** A driver who has left drives nothing. */
const findShiftsOfHub = (db: Db, hubId: string) =>
  db
    .select({
      vehicleId: shifts.vehicleId,
      driverId: shifts.driverId,
      weekdays: shifts.weekdays,
      fromTime: shifts.fromTime,
      untilTime: shifts.untilTime,
    })
    .from(shifts)
    .innerJoin(vehicles, and(eq(vehicles.id, shifts.vehicleId), eq(vehicles.hubId, hubId)))
    .innerJoin(drivers, and(eq(drivers.id, shifts.driverId), eq(drivers.status, 'open')))
    .orderBy(asc(shifts.id))
