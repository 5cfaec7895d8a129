import type { DeliveryVehicle, TimeSpan } from './plan.ts'

/** Vans leave the hub's yard at 07:00 and are back by 19:00. Our planning figure, until vehicles have shifts of their own. */
export const WORKING_DAY: TimeSpan = { fromS: 7 * 3600, untilS: 19 * 3600 }

/** Twenty minutes at the hub's dock before every run. Our planning figure. */
export const LOADING_S = 1200

/** A run already planned for the day, in whichever wave: its vehicle is back at `untilS`. */
export type TakenRun = { readonly vehicleId: string; readonly untilS: number }

/**
 * The vehicles with what is left of the day: waves of one day share the hub's fleet, and the wave that is planned later takes
 * what the earlier ones left. A vehicle without time left is left out.
 */
export function vehiclesLeft(vehicles: readonly Omit<DeliveryVehicle, 'shift'>[], taken: readonly TakenRun[]): DeliveryVehicle[] {
  return vehicles.flatMap((vehicle) => {
    const backS = taken.filter((run) => run.vehicleId === vehicle.id).map((run) => run.untilS)
    const shift = { fromS: Math.max(WORKING_DAY.fromS, ...backS), untilS: WORKING_DAY.untilS }
    return shift.fromS < shift.untilS ? [{ ...vehicle, shift }] : []
  })
}

/** Seconds after 00:00 of a clock time, `HH:MM`. */
export function secondsOfClock(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return hours * 3600 + minutes * 60
}
