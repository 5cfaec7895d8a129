import type { PlanningBoard } from './planning-board.ts'
import { type Run, vehicleDayCost } from './vehicle-day.ts'

/** A stop is joined only to one of its nearest this many: further joins save nothing worth the search. */
const NEIGHBOURS = 100

/**
 * Clarke and Wright's parallel savings (Operations Research 12, 1964): begins with a run for each stop and joins ends of runs,
 * the largest saving of distance first, as long as some vehicle could make the joined run on an empty day, cheaper than both.
 *
 * @param stops places of the board that a vehicle can serve alone
 * @returns runs that hold each stop once, in the order of their first stop's number
 */
export function savingsRuns(board: PlanningBoard, stops: readonly number[]): Run[] {
  const vehicles = differentVehicles(board)
  const costFen = (run: Run) => Math.min(...vehicles.map((vehicle) => vehicleDayCost(board, vehicle, [run]).costFen))
  const runOf = new Map(
    stops.map((stop) => {
      const alone: Run = [stop]
      return [stop, { run: alone, costFen: costFen(alone) }]
    }),
  )
  for (const { from, to } of joinsByWorth(board, stops)) {
    const first = runOf.get(from)
    const second = runOf.get(to)
    if (!first || !second || first === second) continue
    const run = joinedRun(first.run, from, second.run, to)
    if (!run) continue
    const joined = { run, costFen: costFen(run) }
    if (joined.costFen >= first.costFen + second.costFen) continue
    for (const stop of run) runOf.set(stop, joined)
  }
  return [...new Set(runOf.values())].map(({ run }) => run).sort((a, b) => Math.min(...a) - Math.min(...b))
}

/** The nearest places of `stops` to each place, nearest first, ties to the lower number. */
export function nearestStops(board: PlanningBoard, stops: readonly number[], count: number): Map<number, readonly number[]> {
  const near = new Map<number, readonly number[]>()
  const keys = new Float64Array(stops.length)
  for (const stop of stops) {
    // Distance and number in one float, whole and below 2^53: these sort many times faster than pairs compared by a function.
    for (const [index, other] of stops.entries()) keys[index] = (board.distanceM[stop * board.size + other] ?? 0) * board.size + other
    const others = Array.from(keys.sort().subarray(0, count + 1), (key) => key % board.size)
    near.set(stop, others.filter((other) => other !== stop).slice(0, count))
  }
  return near
}

function joinsByWorth(board: PlanningBoard, stops: readonly number[]) {
  const leg = (from: number, to: number) => board.distanceM[from * board.size + to] ?? 0
  const joins: { from: number; to: number; savedM: number }[] = []
  for (const [from, near] of nearestStops(board, stops, NEIGHBOURS)) {
    for (const to of near) {
      const savedM = leg(from, 0) + leg(0, to) - leg(from, to)
      if (savedM > 0) joins.push({ from, to, savedM })
    }
  }
  return joins.sort((a, b) => b.savedM - a.savedM || a.from - b.from || a.to - b.to)
}

/** The run in which `to` follows `from`, either run turned round if need be; null when one of them is in the middle of its run. */
function joinedRun(first: Run, from: number, second: Run, to: number): Run | null {
  const head = first.at(-1) === from ? first : first[0] === from ? first.toReversed() : null
  const tail = second[0] === to ? second : second.at(-1) === to ? second.toReversed() : null
  return head && tail ? [...head, ...tail] : null
}

/** One vehicle of each kind: a join is tried once for vehicles that differ in name alone, which no drop asks for. */
function differentVehicles(board: PlanningBoard): number[] {
  const seen = new Set<string>()
  const askedFor = new Set(board.drops.flatMap(({ vehicleIds }) => vehicleIds ?? []))
  return board.vehicles.flatMap(({ id, ...details }, vehicle) => {
    const kind = JSON.stringify(askedFor.has(id) ? { id, ...details } : details)
    if (seen.has(kind)) return []
    seen.add(kind)
    return [vehicle]
  })
}
