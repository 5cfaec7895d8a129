import type { Random } from './random.ts'
import type { SearchProblem } from './search-problem.ts'

type Order = (problem: SearchProblem, stop: number) => number

const room: Order = ({ loads, units, kinds }, stop) => {
  let share = 0
  for (let unit = 0; unit < units; unit++) share = Math.max(share, loads[stop * units + unit]! / Math.max(1, kinds[0]!.capacity[unit]!))
  return -share
}
const near: Order = ({ kinds }, stop) => kinds[0]!.legCost[stop]!
const far: Order = (problem, stop) => -near(problem, stop)
const opening: Order = ({ windows: { at, fromS } }, stop) => (at[stop] === at[stop + 1] ? 0 : fromS[at[stop]!]!)
const closing: Order = ({ windows: { at, untilS }, kinds }, stop) =>
  -(at[stop] === at[stop + 1] ? kinds[0]!.untilS : untilS[at[stop + 1]! - 1]!)
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
  readonly #keys: { readonly weight: number; readonly keys: Float64Array | null }[]
  readonly #weight: number
  readonly #drawn: Float64Array

  constructor(problem: SearchProblem) {
    this.#drawn = new Float64Array(problem.size)
    this.#keys = (problem.timed ? timedOrders : orders).map(([weight, order]) => ({
      weight,
      keys: order ? Float64Array.from({ length: problem.size }, (_, stop) => order(problem, stop)) : null,
    }))
    this.#weight = this.#keys.reduce((sum, { weight }) => sum + weight, 0)
  }

  /** In place. */
  arrange(stops: number[], random: Random) {
    let draw = random.below(this.#weight)
    const chosen = this.#keys.find(({ weight }) => {
      draw -= weight
      return draw < 0
    })
    const keys = chosen?.keys ?? this.#drawn
    if (keys === this.#drawn) for (const stop of stops) keys[stop] = random.next()
    for (let i = 1; i < stops.length; i++) {
      const stop = stops[i]!
      let at = i
      while (at > 0 && keys[stops[at - 1]!]! > keys[stop]!) stops[at] = stops[--at]!
      stops[at] = stop
    }
  }
}
