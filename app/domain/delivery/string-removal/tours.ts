import { DayTimes } from './day-times.ts'
import type { SearchProblem } from './search-problem.ts'

/** Each run's stops, by vehicle, in the order it makes them. */
export type VehicleRuns = readonly (readonly (readonly number[])[])[]

/**
 * The runs of all vehicles as a search changes them: linked lists of stops, what room each run has left, what each costs. Runs
 * have numbers of their own, a vehicle's in the order it makes them. What an iteration changes is kept by vehicle until
 * `commit` or `undo`.
 */
export class Tours {
  readonly problem: SearchProblem
  readonly next: Int32Array
  readonly prev: Int32Array
  /** the run a stop is in, -1 for none */
  readonly runOf: Int32Array
  /** what the leg that leaves a stop costs */
  readonly nextCost: Int32Array
  readonly head: Int32Array
  readonly tail: Int32Array
  readonly count: Int32Array
  readonly vehicleOf: Int32Array
  readonly kindOf: Int32Array
  readonly room: Int32Array
  readonly runCost: Float64Array
  readonly runsOf: number[][]
  /** numbers of the runs there are, `activeCount` of them */
  readonly active: Int32Array
  activeCount = 0
  placed = 0
  readonly times: DayTimes
  readonly #activeAt: Int32Array
  readonly #idle: Int32Array
  readonly #free: number[] = []
  #closed: number[] = []
  readonly #touchedAt: Int32Array
  #iteration = 1
  #touched: { vehicle: number; runs: readonly number[]; from: number }[] = []
  readonly #kept: Int32Array
  #keptCount = 0

  constructor(problem: SearchProblem) {
    const { size, units, vehicles, kinds } = problem
    const slots = 2 * size + 2
    this.problem = problem
    this.next = new Int32Array(size)
    this.prev = new Int32Array(size)
    this.runOf = new Int32Array(size).fill(-1)
    this.nextCost = new Int32Array(size)
    this.head = new Int32Array(slots)
    this.tail = new Int32Array(slots)
    this.count = new Int32Array(slots)
    this.vehicleOf = new Int32Array(slots).fill(-1)
    this.kindOf = new Int32Array(slots)
    this.room = new Int32Array(slots * units)
    this.runCost = new Float64Array(slots)
    this.runsOf = Array.from(vehicles, () => [])
    this.active = new Int32Array(slots)
    this.times = new DayTimes(problem, slots)
    this.#activeAt = new Int32Array(slots)
    this.#idle = new Int32Array(kinds.length)
    for (const kind of vehicles) this.#idle[kind] = this.#idle[kind]! + 1
    for (let slot = slots - 1; slot >= 0; slot--) this.#free.push(slot)
    this.#touchedAt = new Int32Array(vehicles.length)
    this.#kept = new Int32Array(2 * size + vehicles.length + slots)
  }

  /** A vehicle of the kind that has no run yet, -1 when all have. */
  idleVehicle(kind: number): number {
    if (this.#idle[kind] === 0) return -1
    const { vehicles } = this.problem
    for (let vehicle = 0; vehicle < vehicles.length; vehicle++) {
      if (vehicles[vehicle] === kind && this.runsOf[vehicle]!.length === 0) return vehicle
    }
    return -1
  }

  /** Takes over runs that keep every limit, for good. Each stop is in one of them at most, and in none so far. */
  load(runs: VehicleRuns) {
    for (const [vehicle, day] of runs.entries()) {
      this.touch(vehicle)
      for (const stops of day) {
        const run = this.open(vehicle, this.runsOf[vehicle]!.length)
        for (const stop of stops) this.insert(stop, run, this.tail[run]!)
      }
      this.times.refresh(vehicle, this)
    }
    this.commit()
  }

  /** Each vehicle's runs as they are now. */
  runs(): VehicleRuns {
    return this.runsOf.map((runs) =>
      runs.map((run) => {
        const stops: number[] = []
        for (let stop = this.head[run]!; stop !== 0; stop = this.next[stop]!) stops.push(stop)
        return stops
      }),
    )
  }

  /** Begins an empty run as the vehicle's `position`th. */
  open(vehicle: number, position: number): number {
    const run = this.#free.pop()!
    const { units, kinds, vehicles } = this.problem
    const kind = vehicles[vehicle]!
    if (this.runsOf[vehicle]!.length === 0) this.#idle[kind] = this.#idle[kind]! - 1
    this.runsOf[vehicle]!.splice(position, 0, run)
    this.vehicleOf[run] = vehicle
    this.kindOf[run] = kind
    this.#activate(run)
    for (let unit = 0; unit < units; unit++) this.room[run * units + unit] = kinds[kind]!.capacity[unit]!
    return run
  }

  /** Ends an empty run; its number is not used again before `commit`. */
  close(run: number) {
    const vehicle = this.vehicleOf[run]!
    const runs = this.runsOf[vehicle]!
    runs.splice(runs.indexOf(run), 1)
    if (runs.length === 0) this.#idle[this.kindOf[run]!] = this.#idle[this.kindOf[run]!]! + 1
    this.#deactivate(run)
    this.#closed.push(run)
  }

  /** Puts a stop after another of the run, 0 for first. Times are not brought up to date. */
  insert(stop: number, run: number, after: number) {
    const { size, units, loads, kinds } = this.problem
    const { legCost } = kinds[this.kindOf[run]!]!
    const before = after === 0 ? this.head[run]! : this.next[after]!
    this.prev[stop] = after
    this.next[stop] = before
    this.nextCost[stop] = legCost[stop * size + before]!
    if (after === 0) this.head[run] = stop
    else {
      this.next[after] = stop
      this.nextCost[after] = legCost[after * size + stop]!
    }
    if (before === 0) this.tail[run] = stop
    else this.prev[before] = stop
    this.runOf[stop] = run
    this.count[run] = this.count[run]! + 1
    this.placed++
    for (let unit = 0; unit < units; unit++) this.room[run * units + unit] = this.room[run * units + unit]! - loads[stop * units + unit]!
  }

  /** Takes a stop out of its run. Times are not brought up to date. */
  remove(stop: number) {
    const { size, units, loads, kinds } = this.problem
    const run = this.runOf[stop]!
    const { legCost } = kinds[this.kindOf[run]!]!
    const before = this.prev[stop]!
    const after = this.next[stop]!
    if (before === 0) this.head[run] = after
    else {
      this.next[before] = after
      this.nextCost[before] = legCost[before * size + after]!
    }
    if (after === 0) this.tail[run] = before
    else this.prev[after] = before
    this.runOf[stop] = -1
    this.count[run] = this.count[run]! - 1
    this.placed--
    for (let unit = 0; unit < units; unit++) this.room[run * units + unit] = this.room[run * units + unit]! + loads[stop * units + unit]!
  }

  /** Remembers a vehicle's day as it is, before its first change of an iteration. */
  touch(vehicle: number) {
    if (this.#touchedAt[vehicle] === this.#iteration) return
    this.#touchedAt[vehicle] = this.#iteration
    const runs = [...this.runsOf[vehicle]!]
    this.#touched.push({ vehicle, runs, from: this.#keptCount })
    for (const run of runs) {
      this.#kept[this.#keptCount++] = this.count[run]!
      for (let stop = this.head[run]!; stop !== 0; stop = this.next[stop]!) this.#kept[this.#keptCount++] = stop
    }
  }

  /** What the touched vehicles' days cost more than before; runs keep what they cost until `commit`. */
  changeOfCost(): number {
    let change = 0
    for (const { vehicle, runs } of this.#touched) {
      for (const run of runs) change -= this.runCost[run]!
      for (const run of this.runsOf[vehicle]!) change += this.costOf(run)
    }
    return change
  }

  costOf(run: number): number {
    const { size, kinds, serviceS, loadingS } = this.problem
    const kind = kinds[this.kindOf[run]!]!
    let cost = kind.runCost + kind.legCost[this.head[run]!]!
    for (let stop = this.head[run]!; stop !== 0; stop = this.next[stop]!) cost += this.nextCost[stop]!
    if (kind.secondCost === 0 || size < 2) return cost
    let standingS = loadingS + this.times.waitingS(run, this)
    for (let stop = this.head[run]!; stop !== 0; stop = this.next[stop]!) standingS += serviceS[stop]!
    return cost + standingS * kind.secondCost
  }

  commit() {
    for (const { vehicle } of this.#touched) for (const run of this.runsOf[vehicle]!) this.runCost[run] = this.costOf(run)
    for (const run of this.#closed) this.#free.push(run)
    this.#begin()
  }

  undo() {
    for (const { vehicle, runs } of this.#touched) this.#empty(vehicle, runs)
    for (const { vehicle, runs, from } of this.#touched) {
      let at = from
      for (const run of runs) {
        let after = 0
        for (let left = this.#kept[at++]!; left > 0; left--) {
          const stop = this.#kept[at++]!
          this.insert(stop, run, after)
          after = stop
        }
      }
      this.times.refresh(vehicle, this)
    }
    this.#begin()
  }

  /** Takes everything out of a vehicle's day and gives it back the runs it had, empty. */
  #empty(vehicle: number, had: readonly number[]) {
    const runs = this.runsOf[vehicle]!
    const kind = this.problem.vehicles[vehicle]!
    for (const run of runs) {
      for (let stop = this.head[run]!; stop !== 0; stop = this.head[run]!) this.remove(stop)
      if (!had.includes(run)) {
        this.#deactivate(run)
        this.#free.push(run)
      }
    }
    for (const run of had) if (!runs.includes(run)) this.#activate(run)
    if (runs.length === 0 && had.length > 0) this.#idle[kind] = this.#idle[kind]! - 1
    if (runs.length > 0 && had.length === 0) this.#idle[kind] = this.#idle[kind]! + 1
    this.runsOf[vehicle] = [...had]
  }

  #begin() {
    this.#iteration++
    this.#touched = []
    this.#closed = []
    this.#keptCount = 0
  }

  #activate(run: number) {
    this.#activeAt[run] = this.activeCount
    this.active[this.activeCount++] = run
  }

  #deactivate(run: number) {
    const last = this.active[--this.activeCount]!
    this.active[this.#activeAt[run]!] = last
    this.#activeAt[last] = this.#activeAt[run]!
  }
}
