import { runsOf, type Tours, type VehicleRuns } from './tours.ts'

/** The best tours seen, as copies of the lists alone. */
export class KeptTours {
  readonly #tours: Tours
  readonly #kept: Pick<Tours, 'next' | 'head' | 'runAfter' | 'firstRun'>

  constructor(tours: Tours) {
    this.#tours = tours
    const { next, head, runAfter, firstRun } = tours
    this.#kept = { next: next.slice(), head: head.slice(), runAfter: runAfter.slice(), firstRun: firstRun.slice() }
  }

  /** Keeps the tours as they are now. */
  keep() {
    this.#kept.next.set(this.#tours.next)
    this.#kept.head.set(this.#tours.head)
    this.#kept.runAfter.set(this.#tours.runAfter)
    this.#kept.firstRun.set(this.#tours.firstRun)
  }

  runs(): VehicleRuns {
    return runsOf(this.#kept)
  }
}
