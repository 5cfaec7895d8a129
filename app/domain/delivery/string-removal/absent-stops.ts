/** Stops that are in no run just now. */
export class AbsentStops {
  readonly stops: Int32Array
  count = 0

  constructor(size: number) {
    this.stops = new Int32Array(size)
  }

  add(stop: number) {
    this.stops[this.count++] = stop
  }

  copy(other: AbsentStops) {
    for (let i = 0; i < other.count; i++) this.stops[i] = other.stops[i]!
    this.count = other.count
  }

  /** What leaving them out costs. */
  cost(absentCost: Float64Array): number {
    let sum = 0
    for (let i = 0; i < this.count; i++) sum += absentCost[this.stops[i]!]!
    return sum
  }
}
