import type { Random } from './random.ts'
import type { Tours } from './tours.ts'

const LONGEST_STRING = 10
const AVERAGE_REMOVED = 10
const SPLIT = 0.5
const STOP_GROWING = 0.01

/**
 * Takes strings of neighbouring stops out of neighbouring runs (Christiaens and Vanden Berghe, Transportation Science 54, 2020):
 * the nearer to a random stop, the sooner its run is hit, each run once.
 */
export class Ruin {
  readonly #near: { count: number; stops: Int32Array }
  readonly #string: Int32Array
  readonly #hitAt: Int32Array
  #round = 0

  constructor(tours: Tours, near: { count: number; stops: Int32Array }) {
    this.#near = near
    this.#string = new Int32Array(tours.problem.size)
    this.#hitAt = new Int32Array(tours.head.length)
  }

  /** @param removed the stops taken out are added to it */
  apply(tours: Tours, random: Random, removed: number[]) {
    if (tours.activeCount === 0) return
    this.#round++
    const longest = Math.min(LONGEST_STRING, tours.placed / tours.activeCount)
    const strings = Math.floor(1 + random.next() * ((4 * AVERAGE_REMOVED) / (1 + longest) - 1))
    const seed = 1 + random.below(tours.problem.size - 1)
    const touched: number[] = []
    for (let i = -1; i < this.#near.count && touched.length < strings; i++) {
      const stop = i < 0 ? seed : this.#near.stops[seed * this.#near.count + i]!
      const run = tours.runOf[stop]!
      if (run < 0 || this.#hitAt[run] === this.#round) continue
      this.#hitAt[run] = this.#round
      touched.push(run)
      tours.touch(tours.vehicleOf[run]!)
      const length = Math.floor(1 + random.next() * Math.min(tours.count[run]!, longest))
      this.#removeString(tours, random, run, stop, length, removed)
    }
    for (const run of touched) {
      const vehicle = tours.vehicleOf[run]!
      if (tours.count[run] === 0) tours.close(run)
      tours.times.refresh(vehicle, tours)
    }
  }

  /** Half of the strings are split: some stops in their middle stay. */
  #removeString(tours: Tours, random: Random, run: number, stop: number, length: number, removed: number[]) {
    const count = tours.count[run]!
    let at = 0
    let place = 0
    for (let each = tours.head[run]!; each !== 0; each = tours.next[each]!) {
      if (each === stop) at = place
      this.#string[place++] = each
    }
    let staying = 0
    if (length > 1 && length < count && random.next() < SPLIT) {
      staying = 1
      while (length + staying < count && random.next() > STOP_GROWING) staying++
    }
    const span = length + staying
    const first = Math.max(0, at - span + 1)
    const start = first + random.below(Math.min(at, count - span) - first + 1)
    const stayFrom = staying === 0 ? span : 1 + random.below(length - 1)
    for (let i = 0; i < span; i++) {
      if (i >= stayFrom && i < stayFrom + staying) continue
      const gone = this.#string[start + i]!
      tours.remove(gone)
      removed.push(gone)
    }
  }
}
