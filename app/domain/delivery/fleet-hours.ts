import type { DeliveryVehicle } from './plan.ts'

/** Twenty minutes at the hub's dock before every run. Our planning figure. */
export const LOADING_S = 1200

/** A run already planned for the day, in whichever wave: its vehicle is back at `untilS`. */
export type TakenRun = { readonly vehicleId: string; readonly untilS: number }

/**
 * The vehicles with what is left of their shifts: waves of one day share the hub's fleet, and the wave that is planned later
 * takes what the earlier ones left. A vehicle without time left is left out.
 */
export function vehiclesLeft(vehicles: readonly DeliveryVehicle[], taken: readonly TakenRun[]): DeliveryVehicle[] {
  return vehicles.flatMap((vehicle) => {
    const backS = taken.filter((run) => run.vehicleId === vehicle.id).map((run) => run.untilS)
    const shift = { fromS: Math.max(vehicle.shift.fromS, ...backS), untilS: vehicle.shift.untilS }
    return shift.fromS < shift.untilS ? [{ ...vehicle, shift }] : []
  })
}

/** Seconds after 00:00 of a clock time, `HH:MM`. */
export function secondsOfClock(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return hours * 3600 + minutes * 60
}
