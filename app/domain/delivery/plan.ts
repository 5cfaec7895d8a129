import type { Fen } from '#app/domain/money/fen.ts'
import { type Place, ROAD_FACTOR, URBAN_SPEED_KMH } from './distance.ts'
import type { Load } from './load.ts'

/** Seconds after 00:00 of the delivery day in Asia/Shanghai; both ends belong to the span. */
export type TimeSpan = { readonly fromS: number; readonly untilS: number }

/**
 * Something to hand over at a place, or to fetch from one.
 *
 * - `windows`: service must begin inside one of them; none means any time.
 * - `vehicleIds`: nobody else may bring it, by a dispatcher's decision or because of what the goods need; anybody when not given.
 * - `priority`: where not all can be served, 1 weighs two drops of priority 0, 2 three of them; 0 when not given.
 * - `backByS`: the run that has it must have ended by then: fetched goods that another vehicle waits for. Any time when not given.
 * - `excluded`: nobody brings it, by a dispatcher's decision; it is listed as unserved.
 */
export type DeliveryDrop = Place & {
  readonly id: string
  readonly load: Load
  readonly serviceS: number
  readonly windows: readonly TimeSpan[]
  readonly vehicleIds?: readonly string[]
  readonly priority?: number
  readonly backByS?: number
  readonly excluded?: boolean
}

/**
 * A vehicle makes as many runs as its shift and `maxRuns` allow; a class it has no crates for it cannot carry. Its runs begin at
 * `start` and end at `end`, both the problem's depot when not given; one that ends elsewhere than it starts makes one run.
 * `loadingS` replaces the problem's. So one on the road is a vehicle that starts where it is now, with a shift from now, no
 * loading and one run; what is on board names it in `vehicleIds`.
 */
export type DeliveryVehicle = {
  readonly id: string
  readonly capacity: Load
  readonly costPerRunFen: Fen
  readonly costPerKmFen: Fen
  readonly costPerHourFen: Fen
  readonly shift: TimeSpan
  readonly start?: Place
  readonly end?: Place
  readonly loadingS?: number
  readonly maxRuns?: number
}

/**
 * How far and how long it is between two places: estimated from the straight line, or whole metres and seconds from a
 * route engine, where the rows and columns are those of `placesOf`.
 */
export type Travel =
  | { readonly by: 'estimate'; readonly roadFactor: number; readonly speedKmh: number }
  | {
      readonly by: 'matrix'
      readonly distanceM: readonly (readonly number[])[]
      readonly durationS: readonly (readonly number[])[]
    }

export const estimatedTravel: Travel = { by: 'estimate', roadFactor: ROAD_FACTOR, speedKmh: URBAN_SPEED_KMH }

/** One run as somebody has decided it: whose, and what in which order. A vehicle's runs follow one another as they are listed. */
export type RunOutline = { readonly vehicleId: string; readonly dropIds: readonly string[] }

/**
 * One wave's last mile. Every run begins with `loadingS` at the depot, which counts as part of the run.
 *
 * The first mile is the same problem: the depot is the hub, the drops are the farms with what they have ready from when,
 * `loadingS` is 0, `backByS` is the wave's departure less cross-docking. What a run has fetched adds up until it ends, so that it
 * fits where it would fit going out. (Fetching here and bringing there in one run is not planned.)
 *
 * `fixed`: the vehicle's first, second… run begins with these stops in this order: done, or locked by the dispatcher. A drop
 * locked at its position is therefore listed with those before it. What follows them is the planner's. One that cannot be driven
 * as decided is unserved; one the problem does not know is cancelled.
 */
export type DeliveryProblem = {
  readonly depot: Place
  readonly drops: readonly DeliveryDrop[]
  readonly vehicles: readonly DeliveryVehicle[]
  readonly loadingS: number
  readonly travel: Travel
  readonly fixed?: readonly RunOutline[]
}

/** The places of a matrix in its order: the depot, the drops as listed, then each vehicle's own `start` and `end` where given. */
export function placesOf({ depot, drops, vehicles }: Pick<DeliveryProblem, 'depot' | 'drops' | 'vehicles'>): Place[] {
  return [depot, ...drops, ...vehicles.flatMap(({ start, end }) => [...(start ? [start] : []), ...(end ? [end] : [])])]
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
 * - `excluded`: the dispatcher has decided so
 */
export type UnservedReason = 'no_vehicle' | 'no_vehicle_for_class' | 'too_large' | 'window_unreachable' | 'vehicles_full' | 'excluded'
export type UnservedDrop = { readonly dropId: string; readonly reason: UnservedReason }

/** Every drop of the problem is a stop of one route or is listed as unserved, with the reason. */
export type DeliveryPlan = {
  readonly routes: readonly PlannedRoute[]
  readonly unserved: readonly UnservedDrop[]
  readonly distanceM: number
  readonly durationS: number
  readonly costFen: Fen
}

/** How far a search has come: the part of its budget that is used up, and what its best plan so far costs and leaves out. */
export type PlanProgress = { readonly part: number; readonly bestCostFen: Fen; readonly unserved: number }

/**
 * Planning again what was planned before (`from`; drops it knows and the problem does not are cancelled):
 *
 * - `keep_order`: everybody keeps vehicle, run and order, what is cancelled is left out, what is new goes where it costs least
 * - `rest`: begins from the plan as it was; all but `fixed` may move
 * - `all`: begins from nothing but `fixed`
 */
export type ReplanMode = 'keep_order' | 'rest' | 'all'
export type Replanning = { readonly mode: ReplanMode; readonly from: readonly RunOutline[] }

/** `progress` hears of the search now and then, and ends it by answering false: the best plan so far is then the plan. */
export type PlanOptions = { readonly again?: Replanning; readonly progress?: (progress: PlanProgress) => boolean }

/** A way to turn a problem into a plan: same problem, same plan. `verifyPlan` finds nothing wrong with what it returns. */
export interface DeliveryPlanner {
  plan(problem: DeliveryProblem, options?: PlanOptions): DeliveryPlan
}
