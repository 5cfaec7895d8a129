import { invariant } from '#app/domain/invariant.ts'
import { loadingOf, type PlanningBoard } from './planning-board.ts'
import { type Fleet, type Run, vehicleDayCost } from './vehicle-day.ts'

/** Less than this is not worth a move, and rounding must not make two moves undo each other for ever. */
export const LEAST_GAIN_FEN = 0.01

/** The run a stop is in: run `index` of its vehicle. */
export type RunPlace = { readonly vehicle: number; readonly index: number; readonly run: Run }

/** The fleet as a local search changes it: what each vehicle's day costs, and which run each stop is in. */
export class FleetDays {
  readonly fleet: Fleet
  readonly #board: PlanningBoard
  readonly #costFen: number[]
  readonly #placeOf: (RunPlace | undefined)[] = []

  constructor(board: PlanningBoard, fleet: Fleet) {
    this.#board = board
    this.fleet = fleet.map((runs) => [...runs])
    this.#costFen = this.fleet.map((runs, vehicle) => vehicleDayCost(board, vehicle, runs).costFen)
    for (const vehicle of this.fleet.keys()) this.#indexStops(vehicle)
  }

  runWith(stop: number): RunPlace {
    const place = this.#placeOf[stop]
    invariant(place, `stop ${stop} is in no run`)
    return place
  }

  /** What the vehicle's driving from one place to another costs, in fen. */
  legFen(vehicle: number, from: number, to: number): number {
    const leg = from * this.#board.size + to
    const rates = this.#board.vehicles[vehicle]
    const legs = this.#board.legsOf[vehicle]
    if (!rates || !legs) return 0
    return ((legs.distanceM[leg] ?? 0) * rates.costPerKmFen) / 1000 + ((legs.durationS[leg] ?? 0) * rates.costPerHourFen) / 3600
  }

  /** What the vehicle's driving through all the stops in order costs, in fen. */
  stringFen(vehicle: number, stops: Run): number {
    let costFen = 0
    for (let i = 1; i < stops.length; i++) costFen += this.legFen(vehicle, stops[i - 1] ?? 0, stops[i] ?? 0)
    return costFen
  }

  /** What the vehicle's time at these stops costs, in fen. */
  serviceFen(vehicle: number, stops: readonly number[]): number {
    const seconds = stops.reduce((sum, stop) => sum + (this.#board.drops[stop - 1]?.serviceS ?? 0), 0)
    return (seconds * (this.#board.vehicles[vehicle]?.costPerHourFen ?? 0)) / 3600
  }

  /** What a run of the vehicle costs before it drives anywhere, in fen. */
  runFen(vehicle: number): number {
    const rates = this.#board.vehicles[vehicle]
    return rates ? rates.costPerRunFen + (loadingOf(this.#board, vehicle) * rates.costPerHourFen) / 3600 : 0
  }

  /** Takes the changed days over if they are feasible and together cheaper; empty runs are left out. */
  improve(changes: ReadonlyMap<number, readonly Run[]>): boolean {
    const days = [...changes].map(([vehicle, changed]) => {
      const runs = changed.filter((run) => run.length > 0)
      return { vehicle, runs, costFen: vehicleDayCost(this.#board, vehicle, runs).costFen }
    })
    const gainFen = days.reduce((sum, day) => sum + (this.#costFen[day.vehicle] ?? 0) - day.costFen, 0)
    if (gainFen < LEAST_GAIN_FEN) return false
    for (const { vehicle, runs, costFen } of days) {
      this.fleet[vehicle] = runs
      this.#costFen[vehicle] = costFen
      this.#indexStops(vehicle)
    }
    return true
  }

  #indexStops(vehicle: number) {
    for (const [index, run] of (this.fleet[vehicle] ?? []).entries()) {
      for (const stop of run) this.#placeOf[stop] = { vehicle, index, run }
    }
  }
}
