import type { Nearest, SearchProblem } from './search-problem.ts'
import type { VehicleRuns } from './tours.ts'

/**
 * Runs by Clarke and Wright's savings (1964), one for each vehicle, for a problem without times, of one kind of vehicle and as
 * many of them as stops, and legs that cost the same both ways.
 */
export function joinBySavings(problem: SearchProblem, near: Nearest): VehicleRuns {
  const { size, units, loads, legCost, kinds } = problem
  const { capacity } = kinds[0]!
  const runOf = Array.from({ length: size }, (_, stop) => ({ stops: [stop], load: loads.slice(stop * units, (stop + 1) * units) }))
  for (const { from, to } of joins()) {
    const first = runOf[from]!
    const second = runOf[to]!
    if (first === second || !atEnd(first.stops, from) || !atEnd(second.stops, to)) continue
    if (first.load.some((load, unit) => load + second.load[unit]! > capacity[unit]!)) continue
    if (first.stops.at(-1) !== from) first.stops.reverse()
    if (second.stops[0] !== to) second.stops.reverse()
    for (const [unit, load] of second.load.entries()) first.load[unit] = first.load[unit]! + load
    for (const stop of second.stops) {
      first.stops.push(stop)
      runOf[stop] = first
    }
  }
  return [...new Set(runOf.slice(1))].map(({ stops }) => [stops])

  function atEnd(stops: readonly number[], stop: number) {
    return stops[0] === stop || stops.at(-1) === stop
  }

  /** Pairs of near stops by what joining them saves, the most first. */
  function joins() {
    const pairs = new Float64Array(near.stops.length)
    let count = 0
    for (let at = 0; at < near.stops.length; at++) {
      const from = Math.floor(at / near.count)
      const to = near.stops[at]!
      const saved = legCost[from]! + legCost[to]! - legCost[from * size + to]!
      if (saved > 0 && from > 0) pairs[count++] = -saved * near.stops.length + at
    }
    return Array.from(pairs.subarray(0, count).sort(), (key) => {
      const at = ((key % near.stops.length) + near.stops.length) % near.stops.length
      return { from: Math.floor(at / near.count), to: near.stops[at]! }
    })
  }
}
