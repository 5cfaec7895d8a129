import { invariant } from '#app/domain/invariant.ts'
import { roadDistanceM, travelSeconds } from './distance.ts'
import { storageClasses } from './load.ts'
import type { DeliveryDrop, DeliveryProblem, DeliveryVehicle } from './plan.ts'

/** Grams, then crates in the order of `storageClasses`: a load as a vector, for counting fast. */
export const LOAD_UNITS = 1 + storageClasses.length

/**
 * A problem laid out for a planner. Place 0 is the depot, place `k` is `drops[k - 1]`; drops are sorted by id, so that the
 * order in which a problem lists them changes nothing. Distances and durations are row by row.
 */
export type PlanningBoard = {
  readonly problem: DeliveryProblem
  readonly drops: readonly DeliveryDrop[]
  readonly vehicles: readonly DeliveryVehicle[]
  readonly size: number
  readonly distanceM: Int32Array
  readonly durationS: Int32Array
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
  const legs = legsBetween(problem, [0, ...order.map(({ row }) => row)])
  return {
    problem,
    drops,
    vehicles,
    size: drops.length + 1,
    ...legs,
    loads: loadVectors([null, ...drops.map((drop) => drop.load)]),
    capacities: loadVectors(vehicles.map((vehicle) => vehicle.capacity)),
  }
}

/** @param rows the problem's row for each place of the board */
function legsBetween(problem: DeliveryProblem, rows: readonly number[]) {
  const { travel } = problem
  const size = rows.length
  const distanceM = new Int32Array(size * size)
  const durationS = new Int32Array(size * size)
  const places = [problem.depot, ...problem.drops]
  for (const [from, fromRow] of rows.entries()) {
    for (const [to, toRow] of rows.entries()) {
      const cell = from * size + to
      if (travel.by === 'matrix') {
        distanceM[cell] = measured(travel.distanceM, fromRow, toRow)
        durationS[cell] = measured(travel.durationS, fromRow, toRow)
        continue
      }
      const fromPlace = places[fromRow]
      const toPlace = places[toRow]
      invariant(fromPlace && toPlace, 'every row is a place')
      const legM = roadDistanceM(fromPlace, toPlace, travel.roadFactor)
      distanceM[cell] = legM
      durationS[cell] = travelSeconds(legM, travel.speedKmh)
    }
  }
  return { distanceM, durationS }
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

export function runDistanceM(board: PlanningBoard, stops: readonly number[]): number {
  let metres = 0
  let previous = 0
  for (const stop of stops) {
    metres += board.distanceM[previous * board.size + stop] ?? 0
    previous = stop
  }
  return metres + (board.distanceM[previous * board.size] ?? 0)
}
