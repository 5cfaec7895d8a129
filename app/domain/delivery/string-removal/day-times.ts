import { earliestBegin, latestBegin, type SearchProblem } from './search-problem.ts'

/** Who follows whom in each run, and each vehicle's runs. */
type RunLists = {
  readonly next: Int32Array
  readonly prev: Int32Array
  readonly head: Int32Array
  readonly tail: Int32Array
  readonly runsOf: readonly (readonly number[])[]
}

/**
 * For every stop the earliest service its vehicle can manage and the latest that still lets it keep all that follows, over all
 * runs of the day: with both, whether one more stop fits is told without driving the rest (Savelsbergh, 1992).
 */
export class DayTimes {
  readonly earliestS: Int32Array
  readonly latestS: Int32Array
  /** when loading may begin, and when the vehicle must be back */
  readonly openS: Int32Array
  readonly dueS: Int32Array
  readonly #problem: SearchProblem

  constructor(problem: SearchProblem, slots: number) {
    this.#problem = problem
    this.earliestS = new Int32Array(problem.size)
    this.latestS = new Int32Array(problem.size)
    this.openS = new Int32Array(slots)
    this.dueS = new Int32Array(slots)
  }

  /** Brings a vehicle's day up to date. */
  refresh(vehicle: number, tours: RunLists) {
    if (!this.#problem.timed) return
    const { size, durationS, serviceS, loadingS, kinds, vehicles } = this.#problem
    const runs = tours.runsOf[vehicle]!
    const kind = kinds[vehicles[vehicle]!]!
    let clockS = kind.fromS
    for (const run of runs) {
      this.openS[run] = clockS
      clockS += loadingS
      let from = 0
      for (let stop = tours.head[run]!; stop !== 0; stop = tours.next[stop]!) {
        this.earliestS[stop] = earliestBegin(this.#problem, stop, clockS + durationS[from * size + stop]!)
        clockS = this.earliestS[stop]! + serviceS[stop]!
        from = stop
      }
      clockS += durationS[from * size]!
    }
    let limitS = kind.untilS
    for (let index = runs.length - 1; index >= 0; index--) {
      const run = runs[index]!
      this.dueS[run] = limitS
      let to = 0
      for (let stop = tours.tail[run]!; stop !== 0; stop = tours.prev[stop]!) {
        limitS = latestBegin(this.#problem, stop, limitS - durationS[stop * size + to]! - serviceS[stop]!)
        this.latestS[stop] = limitS
        to = stop
      }
      limitS -= durationS[to]! + loadingS
    }
  }

  /** When a run that begins at its earliest is back. */
  backS(run: number, tours: RunLists): number {
    const last = tours.tail[run]!
    return this.earliestS[last]! + this.#problem.serviceS[last]! + this.#problem.durationS[last * this.#problem.size]!
  }

  /** The latest moment loading may begin. */
  latestLoadingS(run: number, tours: RunLists): number {
    const first = tours.head[run]!
    return this.latestS[first]! - this.#problem.durationS[first]! - this.#problem.loadingS
  }

  /** How long the driver of a run stands before closed doors, when he is back as early as he can be and sets off no sooner than that needs. */
  waitingS(run: number, tours: RunLists): number {
    if (!this.#problem.timed) return 0
    const { size, durationS, serviceS } = this.#problem
    let waitingS = 0
    let beginS = 0
    let to = 0
    for (let stop = tours.tail[run]!; stop !== 0; stop = tours.prev[stop]!) {
      const earliestS = this.earliestS[stop]!
      if (to === 0) beginS = earliestS
      else {
        const nextS = beginS - durationS[stop * size + to]! - serviceS[stop]!
        const windowS = this.#endOfWindow(stop, earliestS)
        beginS = nextS < windowS ? nextS : windowS
        waitingS += nextS - beginS
      }
      to = stop
    }
    return waitingS
  }

  #endOfWindow(stop: number, beginS: number): number {
    const { at, fromS, untilS } = this.#problem.windows
    let endS = at[stop] === at[stop + 1] ? Number.POSITIVE_INFINITY : beginS
    for (let window = at[stop]!; window < at[stop + 1]!; window++) {
      if (fromS[window]! <= beginS && beginS <= untilS[window]! && untilS[window]! > endS) endS = untilS[window]!
    }
    return endS
  }
}
