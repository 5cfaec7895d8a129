import type { CarriedGoods } from './compare-wave.ts'
import type { Place } from './distance.ts'
import { LOADING_S, secondsOfClock, type TakenRun, vehiclesLeft } from './fleet-hours.ts'
import { type ConsignmentLoad, type Drop, mergeDrops, serviceSeconds } from './merge-drops.ts'
import { type DeliveryProblem, type DeliveryVehicle, estimatedTravel } from './plan.ts'

/** One consignment's goods of one storage class, and from how far they come. */
export type WaveGoods = ConsignmentLoad & CarriedGoods

/** When somebody is there to take the goods in, `HH:MM`. */
export type OpeningHours = { readonly id: string; readonly windowFrom: string; readonly windowTo: string }

export type WaveFacts = {
  readonly hub: Place
  readonly goods: readonly WaveGoods[]
  readonly vehicles: readonly DeliveryVehicle[]
  readonly takenRuns: readonly TakenRun[]
  readonly pickupPoints: readonly OpeningHours[]
}

/**
 * A closed wave as the planner's problem: its drops under their codes, a pick-up point's within its opening hours, a door's at
 * any time of the working day, and what the day's other waves have left of the fleet.
 */
export function poseWave({ hub, goods, vehicles, takenRuns, pickupPoints }: WaveFacts): { drops: Drop[]; problem: DeliveryProblem } {
  const hours = new Map(
    pickupPoints.map(({ id, windowFrom, windowTo }) => [id, { fromS: secondsOfClock(windowFrom), untilS: secondsOfClock(windowTo) }]),
  )
  const windowsOf = (drop: Drop) => {
    const open = drop.kind === 'pickup' ? hours.get(drop.placeKey) : undefined
    return open ? [open] : []
  }
  const drops = mergeDrops(goods)
  const problem = {
    depot: hub,
    drops: drops.map((drop) => ({
      id: drop.code,
      lat: drop.lat,
      lon: drop.lon,
      load: drop.load,
      serviceS: serviceSeconds(drop),
      windows: windowsOf(drop),
    })),
    vehicles: vehiclesLeft(vehicles, takenRuns),
    loadingS: LOADING_S,
    travel: estimatedTravel,
  }
  return { drops, problem }
}
