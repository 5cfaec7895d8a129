import { invariant } from '#app/domain/invariant.ts'
import { type Place, roadDistanceM, travelSeconds } from './distance.ts'
import { storageClasses } from './load.ts'
import { type DeliveryDrop, type DeliveryProblem, type DeliveryVehicle, placesOf } from './plan.ts'

/** Grams, then crates in the order of `storageClasses`: a load as a vector, for counting fast. */
export const LOAD_UNITS = 1 + storageClasses.length

/** Distances and durations between places, row by row. */
export type Legs = { readonly distanceM: Int32Array; readonly durationS: Int32Array }

/**
 * A problem laid out for a planner. Place 0 is the depot, place `k` is `drops[k - 1]`; drops are sorted by id, so that the
 * order in which a problem lists them changes nothing. A vehicle's own legs leave from its `start` in row 0, and lead to its `end`
 * in column 0.
 */
export type PlanningBoard = Legs & {
  readonly problem: DeliveryProblem
  readonly drops: readonly DeliveryDrop[]
  readonly vehicles: readonly DeliveryVehicle[]
  readonly size: number
  readonly legsOf: readonly Legs[]
  readonly loads: Int32Array
  readonly capacities: Int32Array
}

/** @throws {InvariantError} when two drops or two vehicles share an id, or a matrix is not square over depot and drops */
export function planningBoard(problem: DeliveryProblem): PlanningBoard {
  const { vehicles } = problem
  invariant(new Set(problem.drops.map((drop) => drop.id)).size === problem.drops.length, 'two drops share an id')
  invariant(new Set(vehicles.map((vehicle) => vehicle.id)).size === vehicles.length, 'two vehicles share an id')
  const order = problem.drops.map((drop, index) => ({ drop, row: index + 1 })).sort((a, b) => (a.drop.id < b.drop.id ? -1 : 1))
  const drops = order.map(({ drop }) => drop)
  const rows = order.map(({ row }) => row)
  const legs = legsBetween(problem, [0, ...rows])
  return {
    problem,
    drops,
    vehicles,
    size: drops.length + 1,
    ...legs,
    legsOf: vehicles.map((vehicle) => ownLegs(problem, vehicle, rows, legs)),
    loads: loadVectors([null, ...drops.map((drop) => drop.load)]),
    capacities: loadVectors(vehicles.map((vehicle) => vehicle.capacity)),
  }
}

/** @param rows the problem's row for each drop of the board */
function ownLegs(problem: DeliveryProblem, { start, end }: DeliveryVehicle, rows: readonly number[], legs: Legs): Legs {
  if (!start && !end) return legs
  const places = placesOf(problem)
  const startRow = start ? places.indexOf(start) : 0
  const endRow = end ? places.indexOf(end) : 0
  const size = rows.length + 1
  const own = { distanceM: legs.distanceM.slice(), durationS: legs.durationS.slice() }
  for (const unit of ['distanceM', 'durationS'] as const) {
    for (const [index, row] of rows.entries()) {
      own[unit][index + 1] = legBetween(problem, places, startRow, row)[unit]
      own[unit][(index + 1) * size] = legBetween(problem, places, row, endRow)[unit]
    }
  }
  return own
}

/** @param rows the problem's row for each place of the board */
function legsBetween(problem: DeliveryProblem, rows: readonly number[]): Legs {
  const size = rows.length
  const distanceM = new Int32Array(size * size)
  const durationS = new Int32Array(size * size)
  const places = placesOf(problem)
  for (const [from, fromRow] of rows.entries()) {
    for (const [to, toRow] of rows.entries()) {
      const cell = from * size + to
      const leg = legBetween(problem, places, fromRow, toRow)
      distanceM[cell] = leg.distanceM
      durationS[cell] = leg.durationS
    }
  }
  return { distanceM, durationS }
}

function legBetween({ travel }: DeliveryProblem, places: readonly Place[], from: number, to: number) {
  if (travel.by === 'matrix') {
    return { distanceM: measured(travel.distanceM, from, to), durationS: measured(travel.durationS, from, to) }
  }
  const fromPlace = places[from]
  const toPlace = places[to]
  invariant(fromPlace && toPlace, 'every row is a place')
  const distanceM = roadDistanceM(fromPlace, toPlace, travel.roadFactor)
  return { distanceM, durationS: travelSeconds(distanceM, travel.speedKmh) }
}

function measured(matrix: readonly (readonly number[])[], row: number, column: number): number {
  const value = matrix[row]?.[column]
  invariant(value !== undefined && Number.isInteger(value) && value >= 0, `no leg from ${row} to ${column} in the matrix`)
  return value
}

function loadVectors(loads: readonly (DeliveryDrop['load'] | null)[]): Int32Array {
  return Int32Array.from(
    loads.flatMap((load) => (load ? [load.weightG, ...storageClasses.map((storage) => load.crates[storage])] : Array(LOAD_UNITS).fill(0))),
  )
}

/** @param stop a place of the board other than the depot */
export function dropAt(board: PlanningBoard, stop: number): DeliveryDrop {
  const drop = board.drops[stop - 1]
  invariant(drop, `no drop at place ${stop}`)
  return drop
}

export const mayBring = ({ vehicleIds }: DeliveryDrop, vehicleId: string) => vehicleIds?.includes(vehicleId) ?? true

/** Whether the vehicle may take all stops, and they fit in it together. */
export function stopsFitIn(board: PlanningBoard, vehicle: number, stops: readonly number[]): boolean {
  const vehicleId = board.vehicles[vehicle]?.id
  if (vehicleId === undefined || stops.some((stop) => !mayBring(dropAt(board, stop), vehicleId))) return false
  for (let unit = 0; unit < LOAD_UNITS; unit++) {
    let left = board.capacities[vehicle * LOAD_UNITS + unit] ?? 0
    for (const stop of stops) left -= board.loads[stop * LOAD_UNITS + unit] ?? 0
    if (left < 0) return false
  }
  return true
}

/** Seconds at the dock before each of the vehicle's runs. */
export const loadingOf = (board: PlanningBoard, vehicle: number) => board.vehicles[vehicle]?.loadingS ?? board.problem.loadingS

/** How many runs a vehicle may make in a day. */
export function mostRuns({ problem: { depot } }: PlanningBoard, { start = depot, end = depot, maxRuns }: DeliveryVehicle): number {
  return start.lat === end.lat && start.lon === end.lon ? (maxRuns ?? Number.POSITIVE_INFINITY) : 1
}

export function runDistanceM({ size }: PlanningBoard, { distanceM }: Legs, stops: readonly number[]): number {
  let metres = 0
  let previous = 0
  for (const stop of stops) {
    metres += distanceM[previous * size + stop] ?? 0
    previous = stop
  }
  return metres + (distanceM[previous * size] ?? 0)
}
