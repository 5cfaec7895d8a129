import type { Random } from './random.ts'
import { earliestBegin, type SearchProblem } from './search-problem.ts'
import type { Tours } from './tours.ts'

const BLINK = 0.01
const NEAR = 60

/**
 * Puts stops back one by one, each where it costs least, a place now and then overlooked ("blink"). Without times every run with
 * room is looked at; with times the places beside the nearest 60 stops and at both ends of every run met that way, and all of
 * them only for a stop that would stay out. A new run where it is cheaper or nothing else fits.
 */
export class Recreate {
  readonly #problem: SearchProblem
  readonly #near: { count: number; stops: Int32Array }
  readonly #metAt: Int32Array
  #round = 0
  #sighted = 1
  #cost = 0
  #run = -1
  #after = 0
  #vehicle = -1
  #position = 0

  constructor(tours: Tours, near: { count: number; stops: Int32Array }) {
    this.#problem = tours.problem
    this.#near = near
    this.#metAt = new Int32Array(tours.head.length)
  }

  /** @param bank who stays out is added to it */
  apply(tours: Tours, random: Random, stops: readonly number[], bank: number[]) {
    for (const stop of stops) {
      if (!this.#place(tours, random, stop)) bank.push(stop)
    }
  }

  #place(tours: Tours, random: Random, stop: number): boolean {
    this.#cost = Number.POSITIVE_INFINITY
    this.#run = -1
    if (this.#problem.timed) this.#lookNearby(tours, random, stop)
    else this.#lookEverywhere(tours, random, stop)
    if (this.#openRun(tours, stop)) return true
    if (this.#run < 0 && this.#problem.timed) for (let i = 0; i < tours.activeCount; i++) this.#lookThrough(tours, tours.active[i]!, stop)
    if (this.#run < 0) return false
    this.#settle(tours, stop)
    return true
  }

  #settle(tours: Tours, stop: number) {
    const vehicle = tours.vehicleOf[this.#run]!
    tours.touch(vehicle)
    tours.insert(stop, this.#run, this.#after)
    tours.times.refresh(vehicle, tours)
  }

  #takes(tours: Tours, run: number, stop: number): boolean {
    const { units, loads, boundTo } = this.#problem
    for (let unit = 0; unit < units; unit++) if (tours.room[run * units + unit]! < loads[stop * units + unit]!) return false
    return boundTo[stop] === -1 || boundTo[stop] === tours.vehicleOf[run]
  }

  #lookEverywhere(tours: Tours, random: Random, stop: number) {
    const { size, kinds } = this.#problem
    const { next, nextCost, active } = tours
    const row = stop * size
    for (let i = 0; i < tours.activeCount; i++) {
      const run = active[i]!
      if (!this.#takes(tours, run, stop)) continue
      const { legCost, backCost, secondCost } = kinds[tours.kindOf[run]!]!
      const standing = secondCost === 0 ? 0 : this.#problem.serviceS[stop]! * secondCost
      let best = this.#cost - standing
      let after = 0
      let before = tours.head[run]!
      let through = legCost[before]!
      for (;;) {
        const cost = backCost[row + after]! + legCost[row + before]! - through
        if (--this.#sighted === 0) this.#sighted = blink(random)
        else if (cost < best) {
          best = cost
          this.#cost = cost + standing
          this.#run = run
          this.#after = after
        }
        if (before === 0) break
        after = before
        through = nextCost[after]!
        before = next[after]!
      }
    }
  }

  #lookNearby(tours: Tours, random: Random, stop: number) {
    this.#round++
    const { count, stops } = this.#near
    const base = stop * count
    const width = count < NEAR ? count : NEAR
    for (let i = 0; i < width; i++) {
      const anchor = stops[base + i]!
      const run = tours.runOf[anchor]!
      if (run < 0) continue
      if (this.#metAt[run] === -this.#round) continue
      if (this.#metAt[run] !== this.#round) {
        if (!this.#takes(tours, run, stop)) {
          this.#metAt[run] = -this.#round
          continue
        }
        this.#metAt[run] = this.#round
        this.#tryUnlessBlinking(tours, random, run, stop, 0, tours.head[run]!)
        this.#tryUnlessBlinking(tours, random, run, stop, tours.tail[run]!, 0)
      }
      this.#tryUnlessBlinking(tours, random, run, stop, tours.prev[anchor]!, anchor)
      this.#tryUnlessBlinking(tours, random, run, stop, anchor, tours.next[anchor]!)
    }
  }

  #lookThrough(tours: Tours, run: number, stop: number) {
    if (!this.#takes(tours, run, stop)) return
    let after = 0
    let before = tours.head[run]!
    for (;;) {
      this.#try(tours, run, stop, after, before)
      if (before === 0) return
      after = before
      before = tours.next[after]!
    }
  }

  #tryUnlessBlinking(tours: Tours, random: Random, run: number, stop: number, after: number, before: number) {
    if (--this.#sighted === 0) this.#sighted = blink(random)
    else this.#try(tours, run, stop, after, before)
  }

  #try(tours: Tours, run: number, stop: number, after: number, before: number) {
    const { size, kinds, durationS, serviceS, loadingS } = this.#problem
    const { legCost, backCost, secondCost } = kinds[tours.kindOf[run]!]!
    const row = stop * size
    const through = after === 0 ? legCost[before]! : tours.nextCost[after]!
    const cost = backCost[row + after]! + legCost[row + before]! - through + serviceS[stop]! * secondCost
    if (cost >= this.#cost) return
    const { times } = tours
    const leavesS = after === 0 ? times.openS[run]! + loadingS : times.earliestS[after]! + serviceS[after]!
    const beginS = earliestBegin(this.#problem, stop, leavesS + durationS[after * size + stop]!)
    const onS = beginS + serviceS[stop]! + durationS[row + before]!
    if (onS > (before === 0 ? times.dueS[run]! : times.latestS[before]!)) return
    this.#cost = cost
    this.#run = run
    this.#after = after
  }

  /** Opens a run for the stop alone where that is cheaper than the best place found. */
  #openRun(tours: Tours, stop: number): boolean {
    const { kinds, vehicles, manyRuns, boundTo } = this.#problem
    this.#vehicle = -1
    if (boundTo[stop]! >= 0) this.#considerVehicle(tours, stop, boundTo[stop]!)
    else if (manyRuns) for (let vehicle = 0; vehicle < vehicles.length; vehicle++) this.#considerVehicle(tours, stop, vehicle)
    else {
      for (let kind = 0; kind < kinds.length; kind++) {
        const idle = this.#costAlone(kind, stop) < this.#cost ? tours.idleVehicle(kind) : -1
        if (idle >= 0) this.#considerVehicle(tours, stop, idle)
      }
    }
    if (this.#vehicle < 0) return false
    tours.touch(this.#vehicle)
    this.#run = tours.open(this.#vehicle, this.#position)
    this.#after = 0
    this.#settle(tours, stop)
    return true
  }

  /** Tries a run of its own before, between and after those the vehicle has. */
  #considerVehicle(tours: Tours, stop: number, vehicle: number) {
    const cost = this.#costAlone(this.#problem.vehicles[vehicle]!, stop)
    const runs = tours.runsOf[vehicle]!.length
    if (cost >= this.#cost || (runs > 0 && !this.#problem.manyRuns)) return
    for (let position = 0; position <= runs; position++) {
      if (!this.#fitsAlone(tours, vehicle, position, stop)) continue
      this.#cost = cost
      this.#vehicle = vehicle
      this.#position = position
      return
    }
  }

  #costAlone(kind: number, stop: number): number {
    const { kinds, size, serviceS, loadingS } = this.#problem
    const { runCost, legCost, secondCost } = kinds[kind]!
    return runCost + legCost[stop]! + legCost[stop * size]! + (serviceS[stop]! + loadingS) * secondCost
  }

  /** Whether the vehicle has room for the stop, and time for it between its runs before and from `position`. */
  #fitsAlone(tours: Tours, vehicle: number, position: number, stop: number): boolean {
    const { units, loads, kinds, vehicles, timed, size, durationS, serviceS, loadingS } = this.#problem
    const kind = kinds[vehicles[vehicle]!]!
    for (let unit = 0; unit < units; unit++) if (kind.capacity[unit]! < loads[stop * units + unit]!) return false
    if (!timed) return true
    const runs = tours.runsOf[vehicle]!
    const openS = position === 0 ? kind.fromS : tours.times.backS(runs[position - 1]!, tours)
    const dueS = position === runs.length ? kind.untilS : tours.times.latestLoadingS(runs[position]!, tours)
    const beginS = earliestBegin(this.#problem, stop, openS + loadingS + durationS[stop]!)
    return beginS + serviceS[stop]! + durationS[stop * size]! <= dueS
  }
}

/** After how many places the next one is overlooked. */
const blink = (random: Random) => 1 + Math.floor(Math.log(1 - random.next()) / Math.log(1 - BLINK))
