import { businessDay } from '#app/domain/business-day.ts'
import { secondsOfClock } from '#app/domain/delivery/fleet-hours.ts'
import type { Fen } from '#app/domain/money/fen.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Database } from '#db/connection.ts'
import { newId } from '#db/new-id.server.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import * as desk from '#db/queries/network/network-desk.server.ts'

export type VehicleDraft = {
  /** where it stands and loads */
  hubId: string
  /** where its day ends; null: where it loads */
  endHubId: string | null
  nameZh: string
  nameEn: string
  driverId: string
  carrierId: string
  kind: 'trike' | 'van' | 'cold_van' | 'truck'
  capacityKg: number
  cratesAmbient: number
  cratesChilled: number
  cratesFrozen: number
  status: 'open' | 'closed'
}
export type ShiftDraft = { vehicleId: string; driverId: string; weekdays: number[]; fromTime: string; untilTime: string }
export type TariffDraft = {
  carrierId: string
  vehicleKind: VehicleDraft['kind']
  fromOn: string
  costPerRunFen: Fen
  costPerKmFen: Fen
  costPerHourFen: Fen
}
export type FleetChange =
  | { kind: 'vehicle'; vehicleId: string; version: number; vehicle: VehicleDraft }
  | { kind: 'new_vehicle'; vehicle: VehicleDraft }
  | { kind: 'shift'; shift: ShiftDraft }
  | { kind: 'end_shift'; id: string }
  | { kind: 'absence'; vehicleId: string | null; driverId: string | null; on: string; reason: string }
  | { kind: 'end_absence'; id: string }
  | { kind: 'tariff'; tariff: TariffDraft }
  | { kind: 'carrier'; carrier: { nameZh: string; nameEn: string; kind: 'own' | 'firm'; phone: string } }
  | { kind: 'driver'; driver: { name: string; phone: string; carrierId: string } }

export type FleetRefusal =
  | { code: 'unknown_vehicle' }
  | { code: 'changed_meanwhile' }
  | { code: 'ends_before_it_begins' }
  | { code: 'shifts_overlap' }
  | { code: 'start_passed' }
  | { code: 'tariff_there' }
  | { code: 'no_tariff' }
  | { code: 'unknown_hub' }
  | { code: 'gone' }

type Tx = Parameters<Parameters<Database['transact']>[0]>[0]

/**
 * One change of the fleet: a vehicle, who drives it when, who is away, what a carrier charges from when. Plans that are made
 * follow it; those that are there stay until they are made anew. A tariff that has begun is never changed: a later one replaces it.
 */
export function saveFleet(
  { transact }: Pick<Database, 'transact'>,
  { change, userId, now }: { change: FleetChange; userId: string; now: Date },
): Promise<Result<null, FleetRefusal>> {
  return transact(async (tx) => {
    const done = await carryOut(tx, change, businessDay(now))
    if (!done.ok) return done
    const { kind, ...rest } = change
    const detail = kind === 'driver' ? {} : { ...rest }
    await insertAuditEntry(tx, { actorId: userId, actsFor: 'alliance', action: `fleet_${kind}`, subject: done.value, detail, at: now })
    return accept(null)
  })
}

async function carryOut(tx: Tx, change: FleetChange, today: string): Promise<Result<string, FleetRefusal>> {
  switch (change.kind) {
    case 'vehicle': {
      if (!(await desk.findVehicle(tx, change.vehicleId))) return refuse({ code: 'unknown_vehicle' })
      if (!(await standsAtOpenHubs(tx, change.vehicle))) return refuse({ code: 'unknown_hub' })
      const saved = await desk.updateVehicle(tx, change.vehicleId, change.version, change.vehicle)
      return saved ? accept(change.vehicleId) : refuse({ code: 'changed_meanwhile' })
    }
    case 'new_vehicle':
      return addVehicle(tx, change.vehicle, today)
    case 'shift':
      return insertShift(tx, change.shift)
    case 'end_shift':
      return (await desk.deleteShift(tx, change.id)).length === 1 ? accept(change.id) : refuse({ code: 'gone' })
    case 'absence': {
      if (change.on < today) return refuse({ code: 'start_passed' })
      const { kind: _, ...absence } = change
      const id = newId('abs')
      await desk.insertAbsence(tx, { id, ...absence })
      return accept(id)
    }
    case 'end_absence':
      return (await desk.deleteAbsence(tx, change.id)).length === 1 ? accept(change.id) : refuse({ code: 'gone' })
    case 'tariff': {
      if (change.tariff.fromOn < today) return refuse({ code: 'start_passed' })
      const id = newId('tar')
      return (await desk.insertTariffOnce(tx, { id, ...change.tariff })) ? accept(id) : refuse({ code: 'tariff_there' })
    }
    case 'carrier': {
      const id = newId('car')
      await desk.insertCarrier(tx, { id, ...change.carrier })
      return accept(id)
    }
    case 'driver': {
      const id = newId('drv')
      await desk.insertDriver(tx, { id, ...change.driver })
      return accept(id)
    }
  }
}

/** What a new vehicle costs is its carrier's tariff, which must have begun. */
async function addVehicle(tx: Tx, vehicle: VehicleDraft, today: string): Promise<Result<string, FleetRefusal>> {
  const { carrierId, kind } = vehicle
  const tariff = (await desk.findTariffs(tx)).find((one) => one.carrierId === carrierId && one.vehicleKind === kind && one.fromOn <= today)
  if (!tariff) return refuse({ code: 'no_tariff' })
  if (!(await standsAtOpenHubs(tx, vehicle))) return refuse({ code: 'unknown_hub' })
  const { costPerRunFen, costPerKmFen, costPerHourFen } = tariff
  const id = newId('veh')
  await desk.insertVehicle(tx, { id, ...vehicle, costPerRunFen, costPerKmFen, costPerHourFen })
  return accept(id)
}

/** One that is closed may stay where it was. */
async function standsAtOpenHubs(tx: Tx, { hubId, endHubId, status }: VehicleDraft): Promise<boolean> {
  const hubs = await desk.findHubs(tx)
  const isThere = (id: string) => hubs.some((hub) => hub.id === id && (hub.status === 'open' || status === 'closed'))
  return isThere(hubId) && (endHubId === null || isThere(endHubId))
}

/** Neither a vehicle nor a driver is in two places: shifts that meet on a weekday are refused. */
async function insertShift(tx: Tx, shift: ShiftDraft): Promise<Result<string, FleetRefusal>> {
  const [fromS, untilS] = [secondsOfClock(shift.fromTime), secondsOfClock(shift.untilTime)]
  if (untilS <= fromS) return refuse({ code: 'ends_before_it_begins' })
  const meets = (await desk.findShifts(tx)).some(
    (other) =>
      (other.vehicleId === shift.vehicleId || other.driverId === shift.driverId) &&
      other.weekdays.some((day) => shift.weekdays.includes(day)) &&
      secondsOfClock(other.fromTime) < untilS &&
      fromS < secondsOfClock(other.untilTime),
  )
  if (meets) return refuse({ code: 'shifts_overlap' })
  const id = newId('shf')
  await desk.insertShift(tx, { id, ...shift })
  return accept(id)
}
