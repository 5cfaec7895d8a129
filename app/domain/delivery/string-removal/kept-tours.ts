import type { Tours, VehicleRuns } from './tours.ts'

/** The best tours seen, as copies of the lists alone. */
export class KeptTours {
  readonly #tours: Tours
  readonly #next: Int32Array
  readonly #head: Int32Array
  readonly #runAfter: Int32Array
  readonly #firstRun: Int32Array

  constructor(tours: Tours) {
    this.#tours = tours
    this.#next = tours.next.slice()
    this.#head = tours.head.slice()
    this.#runAfter = tours.runAfter.slice()
    this.#firstRun = tours.firstRun.slice()
  }

  /** Keeps the tours as they are now. */
  keep() {
    this.#next.set(this.#tours.next)
    this.#head.set(this.#tours.head)
    this.#runAfter.set(this.#tours.runAfter)
    this.#firstRun.set(this.#tours.firstRun)
  }

  runs(): VehicleRuns {
    return Array.from(this.#firstRun, (first) => {
      const day: number[][] = []
      for (let run = first; run >= 0; run = this.#runAfter[run]!) {
        const stops: number[] = []
        for (let stop = this.#head[run]!; stop !== 0; stop = this.#next[stop]!) stops.push(stop)
        day.push(stops)
      }
      return day
    })
  }
}
