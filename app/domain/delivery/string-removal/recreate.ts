import type { AbsentStops } from './absent-stops.ts'
import { newRunsOf } from './new-runs.ts'
import type { Random } from './random.ts'
import { NEVER, type Nearest } from './search-problem.ts'
import type { Tours } from './tours.ts'
import { usualLegOf } from './usual-leg.ts'

/** How often a place is overlooked. */
const BLINK = 0.01
const NEAR = 60

/**
 * Puts stops back one by one, each where it costs least, a place now and then overlooked ("blink"). Without times every run with
 * room is looked at; with times the places beside the nearest 60 stops, as far as they may be cheaper (`usualLegOf`), and at both
 * ends of every run met that way, and all of them only for a stop that would stay out. A new run where it is cheaper or nothing
 * else fits.
 *
 * @returns what does so, or gives up (false) when the tours would cost `limit` before all are in; who stays out is added to `bank`
 */
export function recreateOf(tours: Tours, near: Nearest, random: Random, blinks = BLINK) {
  const { size, units, loads, servedBy, kinds, timed, serviceS, legCost, backCost, durationS, backDurationS } = tours.problem
  const { windows, backByS, pinned, absentCost } = tours.problem
  const { runOf, prev, next, nextCost, head, tail, room, vehicleOf, kindOf, lastPinned, active, total, times } = tours
  const { leavesS, latestS, openS, dueS } = times
  const openRunFor = newRunsOf(tours)
  const secondCost = Float64Array.from(kinds, (kind) => kind.secondCost)
  const loadingS = Int32Array.from(kinds, (kind) => kind.loadingS)
  /** as `near` has its first kind of vehicle pay */
  const nearCost = Int32Array.from(near.stops, (other, at) => legCost[Math.floor(at / near.count) * size + other]!)
  const usualLeg = usualLegOf({ size, runOf, next, nextCost })
  let usual = 0
  const metAt = new Int32Array(size + 1)
  let round = 0
  /** places to go until the next is overlooked */
  let seen = blink()
  /** the best place found for the stop at hand */
  let bestCost = 0
  let bestRun = -1
  let bestAfter = 0

  return ({ stops, count }: AbsentStops, limit: number, bank: AbsentStops): boolean => {
    usual = usualLeg()
    for (let i = 0; i < count; i++) {
      const stop = stops[i]!
      const left = limit - total.cost
      if (left <= 0) return false
      if (place(stop, i === count - 1 ? Number.POSITIVE_INFINITY : left)) continue
      if (absentCost[stop]! >= left) return false
      bank.add(stop)
    }
    return true
  }

  /** Puts a stop in for less than `below`. What waiting costs is known when all are in: for the last there is no such bound. */
  function place(stop: number, below: number): boolean {
    bestCost = below
    bestRun = -1
    if (timed) lookNearby(stop)
    else for (let i = 0; i < total.runs; i++) if (takes(active[i]!, stop)) lookThrough(active[i]!, stop)
    const opened = openRunFor(stop, bestCost)
    if (opened >= 0) {
      bestRun = opened
      bestAfter = 0
    } else if (bestRun < 0 && timed && below > absentCost[stop]!) lookEverywhere(stop)
    if (bestRun < 0) return false
    tours.insert(stop, bestRun, bestAfter)
    if (opened >= 0 && timed) times.refresh(vehicleOf[opened]!)
    else if (timed) times.refreshAround(stop)
    return true
  }

  function takes(run: number, stop: number): boolean {
    for (let unit = 0; unit < units; unit++) if (room[run * units + unit]! < loads[stop * units + unit]!) return false
    const only = servedBy[stop]!
    return only === null || only.has(vehicleOf[run]!)
  }

  /** All places of a run, without regard to time. */
  function lookThrough(run: number, stop: number) {
    const kind = kindOf[run]!
    const base = kind * size * size
    const row = base + stop * size
    const standing = serviceS[stop]! * secondCost[kind]!
    let toGo = seen
    let best = bestCost - standing
    let found = -1
    let after = lastPinned[run]!
    let before = after === 0 ? head[run]! : next[after]!
    let through = after === 0 ? legCost[base + before]! : nextCost[after]!
    for (;;) {
      const cost = backCost[row + after]! + legCost[row + before]! - through
      if (--toGo === 0) toGo = blink()
      else if (cost < best) {
        best = cost
        found = after
      }
      if (before === 0) break
      after = before
      through = nextCost[after]!
      before = next[after]!
    }
    seen = toGo
    if (found < 0) return
    bestCost = best + standing
    bestRun = run
    bestAfter = found
  }

  /** The places beside near stops, each with the nearer of the two it is between. */
  function lookNearby(stop: number) {
    round++
    const to = stop * near.count + Math.min(NEAR, near.count)
    for (let i = stop * near.count; i < to; i++) {
      const anchor = near.stops[i]!
      if (2 * nearCost[i]! - usual >= bestCost) break
      const run = runOf[anchor]!
      if (run < 0 || metAt[run] === -round) continue
      if (metAt[run] !== round) {
        if (!takes(run, stop)) {
          metAt[run] = -round
          continue
        }
        metAt[run] = round
        consider(run, stop, 0, head[run]!)
        consider(run, stop, tail[run]!, 0)
      }
      const base = kindOf[run]! * size * size
      const row = base + stop * size
      const standing = serviceS[stop]! * secondCost[kindOf[run]!]!
      const there = backCost[row + anchor]!
      const before = next[anchor]!
      if (before !== 0) {
        const onward = legCost[row + before]!
        const cost = there + onward - nextCost[anchor]! + standing
        if (onward >= there && cost < bestCost) takePlace(run, stop, anchor, before, cost)
      }
      const after = prev[anchor]!
      if (after !== 0) {
        const hither = backCost[row + after]!
        const cost = hither + legCost[row + anchor]! - nextCost[after]! + standing
        if (hither > there && cost < bestCost) takePlace(run, stop, after, anchor, cost)
      }
    }
  }

  function lookEverywhere(stop: number) {
    for (let i = 0; i < total.runs; i++) {
      const run = active[i]!
      if (!takes(run, stop)) continue
      for (let after = 0, before = head[run]!; ; after = before, before = next[after]!) {
        consider(run, stop, after, before)
        if (before === 0) break
      }
    }
  }

  /** Takes the place between two stops of a run where it is the best so far. */
  function consider(run: number, stop: number, after: number, before: number) {
    const kind = kindOf[run]!
    const base = kind * size * size
    const row = base + stop * size
    const through = after === 0 ? legCost[base + before]! : nextCost[after]!
    const cost = backCost[row + after]! + legCost[row + before]! - through + serviceS[stop]! * secondCost[kind]!
    if (cost < bestCost) takePlace(run, stop, after, before, cost)
  }

  /** Takes the place if it is not overlooked, there is time for the stop, and nothing pinned follows it. */
  function takePlace(run: number, stop: number, after: number, before: number, cost: number) {
    if (--seen === 0) {
      seen = blink()
      return
    }
    const row = (kindOf[run]! * size + stop) * size
    const leaves = after === 0 ? openS[run]! + loadingS[kindOf[run]!]! : leavesS[after]!
    const arrivalS = leaves + backDurationS[row + after]!
    const window = windows.at[stop]!
    const fromS = windows.fromS[window]!
    const begin = arrivalS > windows.untilS[window]! ? times.beginS(stop, arrivalS) : arrivalS < fromS ? fromS : arrivalS
    const onS = begin + serviceS[stop]! + durationS[row + before]!
    if (onS > (before === 0 ? dueS[run]! : latestS[before]!) || pinned[before] === 1) return
    const byS = backByS[stop]!
    if (byS !== NEVER && byS < dueS[run]! && times.backWithS(run, before, onS) > byS) return
    bestCost = cost
    bestRun = run
    bestAfter = after
  }

  function blink(): number {
    return blinks === 0 ? NEVER : 1 + Math.floor(Math.log(1 - random.next()) / Math.log(1 - blinks))
  }
}
