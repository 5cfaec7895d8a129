import type { Fen } from '#app/domain/money/fen.ts'
import { type Place, ROAD_FACTOR, URBAN_SPEED_KMH } from './distance.ts'
import type { Load } from './load.ts'

/** Seconds after 00:00 of the delivery day in Asia/Shanghai; both ends belong to the span. */
export type TimeSpan = { readonly fromS: number; readonly untilS: number }

/**
 * `windows`: service must begin inside one of them; none means any time. `vehicleId`: the dispatcher has decided who brings it,
 * nobody else does. `priority`: where not all can be served, 1 weighs two drops of priority 0, 2 three of them; 0 when not given.
 */
export type DeliveryDrop = Place & {
  readonly id: string
  readonly load: Load
  readonly serviceS: number
  readonly windows: readonly TimeSpan[]
  readonly vehicleId?: string
  readonly priority?: number
}

/** A vehicle makes as many runs as its shift allows; a class it has no crates for it cannot carry. */
export type DeliveryVehicle = {
  readonly id: string
  readonly capacity: Load
  readonly costPerRunFen: Fen
  readonly costPerKmFen: Fen
  readonly costPerHourFen: Fen
  readonly shift: TimeSpan
}

/**
 * How far and how long it is between two places: estimated from the straight line, or whole metres and seconds from a
 * route engine, where row and column 0 are the depot and `k` is `drops[k - 1]`.
 */
export type Travel =
  | { readonly by: 'estimate'; readonly roadFactor: number; readonly speedKmh: number }
  | {
      readonly by: 'matrix'
      readonly distanceM: readonly (readonly number[])[]
      readonly durationS: readonly (readonly number[])[]
    }

export const estimatedTravel: Travel = { by: 'estimate', roadFactor: ROAD_FACTOR, speedKmh: URBAN_SPEED_KMH }

/** One wave's last mile. Every run begins with `loadingS` at the depot, which counts as part of the run. */
export type DeliveryProblem = {
  readonly depot: Place
  readonly drops: readonly DeliveryDrop[]
  readonly vehicles: readonly DeliveryVehicle[]
  readonly loadingS: number
  readonly travel: Travel
}

/** Times are seconds after 00:00 of the delivery day; `distanceM` is the leg that leads here. */
export type PlannedStop = {
  readonly dropId: string
  readonly arrivalS: number
  readonly serviceFromS: number
  readonly departureS: number
  readonly distanceM: number
}

/** Why a run costs what it costs; the three add up to its `costFen`. */
export type RunCost = { readonly runFen: Fen; readonly distanceFen: Fen; readonly timeFen: Fen }

/** One run of one vehicle, depot to depot. `run` counts a vehicle's runs from 1; loading begins at `fromS`, it is back at `untilS`. */
export type PlannedRoute = TimeSpan & {
  readonly vehicleId: string
  readonly run: number
  readonly stops: readonly PlannedStop[]
  readonly load: Load
  readonly distanceM: number
  readonly durationS: number
  readonly cost: RunCost
  readonly costFen: Fen
}

/**
 * - `no_vehicle`: the wave has none, or not the one it was given to
 * - `no_vehicle_for_class`: no vehicle carries this storage class
 * - `too_large`: more than any one vehicle holds
 * - `window_unreachable`: no vehicle could be there in time even with nothing else to do
 * - `vehicles_full`: it would fit alone, but the planner found no room left in the vehicles' space and shifts
 */
export type UnservedReason = 'no_vehicle' | 'no_vehicle_for_class' | 'too_large' | 'window_unreachable' | 'vehicles_full'
export type UnservedDrop = { readonly dropId: string; readonly reason: UnservedReason }

/** Every drop of the problem is a stop of one route or is listed as unserved, with the reason. */
export type DeliveryPlan = {
  readonly routes: readonly PlannedRoute[]
  readonly unserved: readonly UnservedDrop[]
  readonly distanceM: number
  readonly durationS: number
  readonly costFen: Fen
}

/** A way to turn a problem into a plan: same problem, same plan. `verifyPlan` finds nothing wrong with what it returns. */
export interface DeliveryPlanner {
  plan(problem: DeliveryProblem): DeliveryPlan
}
