import type { Fen } from '#app/domain/money/fen.ts'
import { URBAN_SPEED_KMH } from './distance.ts'
import { secondsOfClock } from './fleet-hours.ts'
import type { TimeSpan } from './plan.ts'
import { weekdayOf } from './weekday.ts'

export type Rates = { readonly costPerRunFen: Fen; readonly costPerKmFen: Fen; readonly costPerHourFen: Fen }

/** `driverId` is who usually drives it, its own rates are what it costs where its carrier has no tariff for its kind. */
export type FleetVehicle = Rates & {
  readonly id: string
  readonly carrierId: string
  readonly driverId: string
  readonly kind: string
}
export type Shift = {
  readonly vehicleId: string
  readonly driverId: string
  /** 1 Monday to 7 Sunday (ISO 8601) */
  readonly weekdays: readonly number[]
  readonly fromTime: string
  readonly untilTime: string
}
export type Absence = { readonly vehicleId: string | null; readonly driverId: string | null }
export type Tariff = Rates & { readonly carrierId: string; readonly vehicleKind: string; readonly fromOn: string }

export type FleetFacts<Vehicle extends FleetVehicle> = {
  readonly vehicles: readonly Vehicle[]
  readonly shifts: readonly Shift[]
  /** of the day in question */
  readonly absences: readonly Absence[]
  readonly tariffs: readonly Tariff[]
}

/** A vehicle on one of its shifts of a day: who drives it, when, and at which rates. */
export type Duty<Vehicle extends FleetVehicle> = Vehicle & { readonly shift: TimeSpan }

/**
 * Which vehicles are driven on a day, by whom, when and at what cost: those whose shift falls on its weekday while neither they
 * nor the driver are away. A vehicle with two shifts (fetching at night, delivering by day) is there twice. Rates are the
 * carrier's newest tariff that has begun.
 */
export function dutiesOn<Vehicle extends FleetVehicle>(facts: FleetFacts<Vehicle>, on: string): Duty<Vehicle>[] {
  const weekday = weekdayOf(on)
  const away = new Set(facts.absences.map(({ vehicleId, driverId }) => vehicleId ?? driverId))
  const isThere = (shift: Shift) => shift.weekdays.includes(weekday) && !away.has(shift.vehicleId) && !away.has(shift.driverId)
  const today = facts.shifts.filter(isThere).sort((a, b) => (a.fromTime < b.fromTime ? -1 : 1))
  return facts.vehicles.flatMap((vehicle) =>
    today
      .filter(({ vehicleId }) => vehicleId === vehicle.id)
      .map(({ driverId, fromTime, untilTime }) => ({
        ...vehicle,
        ...ratesOn(facts.tariffs, vehicle, on),
        driverId,
        shift: { fromS: secondsOfClock(fromTime), untilS: secondsOfClock(untilTime) },
      })),
  )
}

/** Each vehicle's longest time on duty once the hub has its goods ready, at `readyS`; a shift that ends before is not for delivering. */
export function lastMileDuties<Vehicle extends FleetVehicle>(duties: readonly Duty<Vehicle>[], readyS: number): Duty<Vehicle>[] {
  const longest = new Map<string, Duty<Vehicle>>()
  for (const duty of duties) {
    const shift = { fromS: Math.max(duty.shift.fromS, readyS), untilS: duty.shift.untilS }
    const known = longest.get(duty.id)?.shift
    if (shift.untilS - shift.fromS > (known ? known.untilS - known.fromS : 0)) longest.set(duty.id, { ...duty, shift })
  }
  return [...longest.values()]
}

/** The vehicle that is cheapest to drive in town on a day, by its rates; null without any. */
export function cheapestDriving(vehicles: readonly FleetVehicle[], tariffs: readonly Tariff[], on: string): Rates | null {
  const perKm = ({ costPerKmFen, costPerHourFen }: Rates) => costPerKmFen + costPerHourFen / URBAN_SPEED_KMH
  const rates = vehicles.map((vehicle) => ratesOn(tariffs, vehicle, on))
  return rates.reduce<Rates | null>((best, one) => (best === null || perKm(one) < perKm(best) ? one : best), null)
}

export function ratesOn(tariffs: readonly Tariff[], vehicle: FleetVehicle, on: string): Rates {
  const begun = tariffs.filter(
    (tariff) => tariff.carrierId === vehicle.carrierId && tariff.vehicleKind === vehicle.kind && tariff.fromOn <= on,
  )
  const newest = begun.reduce<Tariff | null>((best, tariff) => (best === null || tariff.fromOn > best.fromOn ? tariff : best), null)
  const { costPerRunFen, costPerKmFen, costPerHourFen } = newest ?? vehicle
  return { costPerRunFen, costPerKmFen, costPerHourFen }
}
