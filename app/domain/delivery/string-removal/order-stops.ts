import type { AbsentStops } from './absent-stops.ts'
import type { Random } from './random.ts'
import type { SearchProblem } from './search-problem.ts'

type Order = (problem: SearchProblem, stop: number) => number

const room: Order = ({ loads, units, kinds }, stop) => {
  let share = 0
  for (let unit = 0; unit < units; unit++) share = Math.max(share, loads[stop * units + unit]! / Math.max(1, kinds[0]!.capacity[unit]!))
  return -share
}
const near: Order = ({ legCost }, stop) => legCost[stop]!
const far: Order = (problem, stop) => -near(problem, stop)
const opening: Order = ({ windows: { at, fromS }, kinds }, stop) => Math.max(kinds[0]!.fromS, fromS[at[stop]!]!)
const closing: Order = ({ windows: { at, untilS }, kinds }, stop) => -Math.min(kinds[0]!.untilS, untilS[at[stop + 1]! - 1]!)
const narrow: Order = (problem, stop) => -closing(problem, stop) - opening(problem, stop)

/** How often each order is drawn, null for none at all. */
const orders: readonly (readonly [number, Order | null])[] = [
  [4, null],
  [4, room],
  [2, far],
  [1, near],
]
const timedOrders: typeof orders = [...orders, [2, narrow], [2, opening], [2, closing]]

/** Draws the order in which stops are put back: at random, the largest, farthest, nearest, narrowest, earliest or latest first. */
export class StopOrder {
  readonly #keysOfDraw: readonly Float64Array[]
  readonly #drawn: Float64Array

  constructor(problem: SearchProblem) {
    const { size, timed, kinds } = problem
    const drawn = new Float64Array(size)
    this.#drawn = drawn
    this.#keysOfDraw = (kinds.length === 0 ? [] : timed ? timedOrders : orders).flatMap(([weight, order]) => {
      const keys = order ? Float64Array.from(drawn, (_, stop) => (stop === 0 ? 0 : order(problem, stop))) : drawn
      return Array<Float64Array>(weight).fill(keys)
    })
  }

  /** In place. */
  arrange({ stops, count }: AbsentStops, random: Random) {
    const keys = this.#keysOfDraw[random.below(this.#keysOfDraw.length)] ?? this.#drawn
    if (keys === this.#drawn) for (let i = 0; i < count; i++) keys[stops[i]!] = random.next()
    for (let i = 1; i < count; i++) {
      const stop = stops[i]!
      const key = keys[stop]!
      let at = i
      for (; at > 0 && keys[stops[at - 1]!]! > key; at--) stops[at] = stops[at - 1]!
      stops[at] = stop
    }
  }
}
