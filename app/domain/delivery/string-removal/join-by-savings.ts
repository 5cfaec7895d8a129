import { nearest, type SearchProblem } from './search-problem.ts'
import type { VehicleRuns } from './tours.ts'

const NEIGHBOURS = 100

/**
 * Runs by Clarke and Wright's savings (1964), one for each vehicle, for a problem without times, of one kind of vehicle and as
 * many of them as stops, and legs that cost the same both ways.
 */
export function joinBySavings(problem: SearchProblem): VehicleRuns {
  const { size, units, loads, legCost, kinds } = problem
  const { capacity } = kinds[0]!
  const runOf = Array.from({ length: size }, (_, stop) => ({ stops: [stop], load: loads.slice(stop * units, (stop + 1) * units) }))
  for (const { from, to } of joins(problem)) {
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

  function joins(of: SearchProblem) {
    const near = nearest(of, NEIGHBOURS)
    const found: { from: number; to: number; saved: number }[] = []
    for (let from = 1; from < size; from++) {
      for (let i = 0; i < near.count; i++) {
        const to = near.stops[from * near.count + i]!
        const saved = legCost[from]! + legCost[to]! - legCost[from * size + to]!
        if (saved > 0) found.push({ from, to, saved })
      }
    }
    return found.sort((a, b) => b.saved - a.saved || a.from - b.from || a.to - b.to)
  }
}
