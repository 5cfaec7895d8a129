import type { AbsentStops } from '../absent-stops.ts'
import type { Random } from '../random.ts'
import type { Nearest, SearchProblem } from '../search-problem.ts'
import { usualLegOf } from '../usual-leg.ts'
import { possibleNeighbours } from './possible-neighbours.ts'
import type { UniformRoutes } from './uniform-routes.ts'

/** How often a place is overlooked. */
const BLINK = 0.01
/** of those that the windows let be visited before, and as many of those after */
const NEAR = 50
/** Without times, all places of the routes with room are looked at up to so many stops: sooner done than finding out which are near. */
const FEW = 300

/**
 * Puts stops back one by one, each where it costs least, a place now and then overlooked ("blink"); that only matters for places
 * that would be the best so far, so it is drawn for those alone. With times, or many stops in routes with room, only the places
 * after and before the nearest that may be visited before and after, as far as they may be cheaper (`usualLegOf`), and the ends
 * of all routes with room: long legs from and to the depot are where a stop far from all others fits.
 *
 * @returns what does so, or gives up (false) when the routes would cost `limit` before all are in
 */
export function uniformRecreateOf(problem: SearchProblem, routes: UniformRoutes, random: Random, nearest: Nearest, few = FEW) {
  const { size, loads, timed, serviceS, legCost, durationS, windows } = problem
  const { fromS, untilS } = windows
  const { next, prev, routeOf, nextCost, prevCost, leavesS, latestS, first, last, count, room, active, total } = routes
  const { insert, refreshAround } = routes
  /** the routes that had room for the smallest of the stops when the first was put back, and those begun since */
  const spare = new Int32Array(size)
  let spareCount = 0
  let spareStops = 0
  const { before: mayPrecede, after: mayFollow, count: near } = possibleNeighbours(problem, nearest, NEAR)
  const usualLeg = usualLegOf({ size, runOf: routeOf, next, nextCost })
  let usual = 0
  /** places to go until the next is overlooked */
  let toGo = 1
  let bestCost = 0
  let bestRoute = 0
  let bestAfter = 0
  drawBlink()

  return ({ stops, count: absent }: AbsentStops, limit: number): boolean => {
    findSpare(stops, absent)
    usual = usualLeg()
    for (let i = 0; i < absent; i++) {
      const stop = stops[i]!
      bestCost = limit - total.cost
      bestRoute = -1
      bestAfter = 0
      if (2 * legCost[stop]! < bestCost) {
        bestCost = 2 * legCost[stop]!
        bestRoute = active[total.routes]!
      }
      if (timed || spareStops > few) lookNearby(stop)
      else lookEverywhere(stop)
      if (bestRoute < 0) return false
      if (count[bestRoute] === 0) spare[spareCount++] = bestRoute
      insert(stop, bestRoute, bestAfter)
      if (timed) refreshAround(stop)
    }
    return true
  }

  /** Full routes are most of them: passed over once for all the stops. */
  function findSpare(stops: Int32Array, absent: number) {
    let least = loads[stops[0]!]!
    for (let i = 1; i < absent; i++) if (loads[stops[i]!]! < least) least = loads[stops[i]!]!
    spareCount = 0
    spareStops = 0
    for (let i = 0; i < total.routes; i++) {
      const route = active[i]!
      if (room[route]! < least) continue
      spare[spareCount++] = route
      spareStops += count[route]!
    }
  }

  /** All places of the routes with room. */
  function lookEverywhere(stop: number) {
    const row = stop * size
    const load = loads[stop]!
    const toDepot = legCost[row]!
    let best = bestCost
    for (let i = 0; i < spareCount; i++) {
      const route = spare[i]!
      if (room[route]! < load) continue
      let after = 0
      let there = toDepot
      let before = first[route]!
      let through = prevCost[before]!
      for (;;) {
        const onward = legCost[row + before]!
        const cost = there + onward - through
        if (cost < best && !isOverlooked()) {
          best = cost
          bestRoute = route
          bestAfter = after
        }
        if (before === 0) break
        after = before
        there = onward
        through = nextCost[after]!
        before = next[after]!
      }
    }
    bestCost = best
  }

  /** The places after and before the nearest, then the ends of the routes with room. */
  function lookNearby(stop: number) {
    const row = stop * size
    const load = loads[stop]!
    for (let i = stop * near, until = i + near; i < until; i++) {
      const after = mayPrecede[i]!
      const there = legCost[row + after]!
      if (after === 0 || 2 * there - usual >= bestCost) break
      const route = routeOf[after]!
      if (route < 0 || room[route]! < load) continue
      const before = next[after]!
      const cost = there + legCost[row + before]! - nextCost[after]!
      if (cost < bestCost) consider(stop, route, after, before, cost)
    }
    for (let i = stop * near, until = i + near; i < until; i++) {
      const before = mayFollow[i]!
      const there = legCost[row + before]!
      if (before === 0 || 2 * there - usual >= bestCost) break
      const route = routeOf[before]!
      if (route < 0 || room[route]! < load) continue
      const after = prev[before]!
      const cost = there + legCost[row + after]! - prevCost[before]!
      if (cost < bestCost) consider(stop, route, after, before, cost)
    }
    const toDepot = legCost[row]!
    for (let i = 0; i < spareCount; i++) {
      const route = spare[i]!
      if (room[route]! < load) continue
      const head = first[route]!
      const atHead = toDepot + legCost[row + head]! - prevCost[head]!
      if (atHead < bestCost) consider(stop, route, 0, head, atHead)
      const tail = last[route]!
      const atTail = toDepot + legCost[row + tail]! - nextCost[tail]!
      if (atTail < bestCost) consider(stop, route, tail, 0, atTail)
    }
  }

  /** Takes a place that costs less if there is time for the stop and it is not overlooked. */
  function consider(stop: number, route: number, after: number, before: number, cost: number) {
    if ((timed && !isInTime(stop, after, before)) || isOverlooked()) return
    bestCost = cost
    bestRoute = route
    bestAfter = after
  }

  function isInTime(stop: number, after: number, before: number): boolean {
    const arrivalS = leavesS[after]! + durationS[after * size + stop]!
    if (arrivalS > untilS[stop]!) return false
    const leaves = (arrivalS > fromS[stop]! ? arrivalS : fromS[stop]!) + serviceS[stop]!
    return leaves + durationS[stop * size + before]! <= latestS[before]!
  }

  function isOverlooked(): boolean {
    if (--toGo > 0) return false
    drawBlink()
    return true
  }

  function drawBlink() {
    toGo = 1 + Math.floor(Math.log(1 - random.next()) / Math.log(1 - BLINK))
  }
}
