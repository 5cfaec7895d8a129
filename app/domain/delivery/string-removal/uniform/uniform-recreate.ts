import type { AbsentStops } from '../absent-stops.ts'
import type { Random } from '../random.ts'
import type { SearchProblem } from '../search-problem.ts'
import { possibleNeighbours } from './possible-neighbours.ts'
import type { UniformRoutes } from './uniform-routes.ts'

/** How often a place is overlooked. */
const BLINK = 0.01
/** of those that may be visited before, and as many of those after */
const NEAR = 30
/** Up to so many stops all routes are looked through: sooner done than finding out which are near. */
const FEW = 250

/**
 * Puts stops back one by one, each where it costs least, a place now and then overlooked ("blink"); that only matters for places
 * that would be the best so far, so it is drawn for those alone. With times and many stops only the places after and before the
 * nearest that may be visited before and after, and both ends of the routes met that way.
 *
 * @returns what does so, or gives up (false) when the routes cost `limit` before all are in
 */
export function uniformRecreateOf(problem: SearchProblem, routes: UniformRoutes, random: Random) {
  const { size, loads, timed, serviceS, legCost, durationS, windows } = problem
  const { fromS, untilS } = windows
  const { next, prev, routeOf, nextCost, prevCost, leavesS, latestS, first, last, count, room, active, total } = routes
  const { insert, refreshAround } = routes
  /** the routes that had room for the smallest of the stops when the first was put back, and those begun since */
  const spare = new Int32Array(size)
  let spareCount = 0
  const metAt = new Int32Array(size)
  const many = timed && size > FEW
  const { before: mayPrecede, after: mayFollow, count: near } = possibleNeighbours(problem, many ? NEAR : 0)
  let round = 0
  /** places to go until the next is overlooked */
  let toGo = 1
  let bestCost = 0
  let bestRoute = 0
  let bestAfter = 0
  drawBlink()

  return ({ stops, count: absent }: AbsentStops, limit: number): boolean => {
    if (!many) findSpare(stops, absent)
    for (let i = 0; i < absent; i++) {
      const stop = stops[i]!
      bestCost = 2 * legCost[stop]!
      bestRoute = active[total.routes]!
      bestAfter = 0
      if (many) lookNearby(stop)
      else if (timed) lookInTime(stop)
      else lookEverywhere(stop)
      if (total.cost + bestCost >= limit) return false
      if (!many && count[bestRoute] === 0) spare[spareCount++] = bestRoute
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
    for (let i = 0; i < total.routes; i++) if (room[active[i]!]! >= least) spare[spareCount++] = active[i]!
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

  /** Stops later in a route are left later: where one is left too late, so are all that follow. */
  function lookInTime(stop: number) {
    const row = stop * size
    const load = loads[stop]!
    const untilStopS = untilS[stop]!
    const toDepot = legCost[row]!
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
        if (cost < bestCost) consider(stop, route, after, before, cost)
        if (before === 0 || leavesS[before]! > untilStopS) break
        after = before
        there = onward
        through = nextCost[after]!
        before = next[after]!
      }
    }
  }

  function lookNearby(stop: number) {
    round++
    const row = stop * size
    const load = loads[stop]!
    for (let i = stop * near; i < (stop + 1) * near; i++) {
      const after = mayPrecede[i]!
      if (after === 0) break
      const route = routeOf[after]!
      if (route < 0 || room[route]! < load) continue
      if (metAt[route] !== round) meet(stop, route)
      const before = next[after]!
      const cost = legCost[row + after]! + legCost[row + before]! - nextCost[after]!
      if (cost < bestCost) consider(stop, route, after, before, cost)
    }
    for (let i = stop * near; i < (stop + 1) * near; i++) {
      const before = mayFollow[i]!
      if (before === 0) break
      const route = routeOf[before]!
      if (route < 0 || room[route]! < load) continue
      if (metAt[route] !== round) meet(stop, route)
      const after = prev[before]!
      const cost = legCost[row + before]! + legCost[row + after]! - prevCost[before]!
      if (cost < bestCost) consider(stop, route, after, before, cost)
    }
  }

  /** Both ends of a route. */
  function meet(stop: number, route: number) {
    metAt[route] = round
    const row = stop * size
    const head = first[route]!
    const atHead = legCost[row]! + legCost[row + head]! - prevCost[head]!
    if (atHead < bestCost) consider(stop, route, 0, head, atHead)
    const tail = last[route]!
    const atTail = legCost[row]! + legCost[row + tail]! - nextCost[tail]!
    if (atTail < bestCost) consider(stop, route, tail, 0, atTail)
  }

  /** Takes a place that costs less if there is time for the stop and it is not overlooked. */
  function consider(stop: number, route: number, after: number, before: number, cost: number) {
    const row = stop * size
    const arrivalS = leavesS[after]! + durationS[after * size + stop]!
    if (arrivalS > untilS[stop]!) return
    const leaves = (arrivalS > fromS[stop]! ? arrivalS : fromS[stop]!) + serviceS[stop]!
    if (leaves + durationS[row + before]! > latestS[before]! || isOverlooked()) return
    bestCost = cost
    bestRoute = route
    bestAfter = after
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
