import type { SearchProblem } from '../search-problem.ts'

export type UniformRoutes = ReturnType<typeof uniformRoutes>

/**
 * The routes of vehicles that are all alike, as linked lists of stops; 0 is the depot at both ends, -1 no route. For every stop
 * when it is left at the earliest, and when its service must begin at the latest for the rest of the route to be in time
 * (Savelsbergh, 1992). Routes are kept as they were when first touched, until `commit` or `restore`.
 */
export function uniformRoutes(problem: SearchProblem) {
  const { size, loads, serviceS, windows, timed, legCost, durationS } = problem
  const { fromS, untilS } = windows
  const vehicle = problem.kinds[0]!
  const capacity = vehicle.capacity[0]!
  const next = new Int32Array(size)
  const prev = new Int32Array(size)
  const routeOf = new Int32Array(size).fill(-1)
  /** what the legs that leave and reach a stop cost */
  const nextCost = new Int32Array(size)
  const prevCost = new Int32Array(size)
  const leavesS = new Int32Array(size)
  const latestS = new Int32Array(size)
  leavesS[0] = vehicle.fromS
  latestS[0] = vehicle.untilS
  const first = new Int32Array(size)
  const last = new Int32Array(size)
  const count = new Int32Array(size)
  const room = new Int32Array(size).fill(capacity)
  /** the routes there are, `total.routes` of them, and after them the empty ones */
  const active = Int32Array.from({ length: size }, (_, route) => route)
  const activeAt = active.slice()
  const total = { cost: 0, routes: 0 }
  let keptCost = 0
  const touched = new Int32Array(size)
  const touchedAt = new Int32Array(size)
  const keptAt = new Int32Array(size + 1)
  const keptRoom = new Int32Array(size)
  const keptStops = new Int32Array(size)
  const keptLeavesS = new Int32Array(size)
  const keptLatestS = new Int32Array(size)
  let touchedCount = 0
  let round = 1

  return {
    ...{ next, prev, routeOf, nextCost, prevCost, leavesS, latestS, first, last, count, room, active, total },
    ...{ insert, remove, refresh, refreshAround, commit, restore, stops },
  }

  /** Puts a stop after another of the route, 0 for first; the first empty route is `active[total.routes]`. */
  function insert(stop: number, route: number, after: number) {
    touch(route)
    const before = after === 0 ? first[route]! : next[after]!
    const inCost = legCost[after * size + stop]!
    const outCost = legCost[stop * size + before]!
    if (count[route] === 0) move(route, total.routes++)
    else total.cost -= after === 0 ? prevCost[before]! : nextCost[after]!
    total.cost += inCost + outCost
    link(route, after, stop, inCost)
    link(route, stop, before, outCost)
    routeOf[stop] = route
    count[route] = count[route]! + 1
    room[route] = room[route]! - loads[stop]!
  }

  /** Takes a stop out of its route. */
  function remove(stop: number) {
    const route = routeOf[stop]!
    touch(route)
    const after = prev[stop]!
    const before = next[stop]!
    const cost = legCost[after * size + before]!
    total.cost += cost - prevCost[stop]! - nextCost[stop]!
    link(route, after, before, cost)
    routeOf[stop] = -1
    room[route] = room[route]! + loads[stop]!
    count[route] = count[route]! - 1
    if (count[route] === 0) move(route, --total.routes)
  }

  function link(route: number, from: number, to: number, cost: number) {
    if (from === 0) first[route] = to
    else {
      next[from] = to
      nextCost[from] = cost
    }
    if (to === 0) last[route] = from
    else {
      prev[to] = from
      prevCost[to] = cost
    }
  }

  function move(route: number, to: number) {
    const other = active[to]!
    const from = activeAt[route]!
    active[from] = other
    activeAt[other] = from
    active[to] = route
    activeAt[route] = to
  }

  /** Brings the times of a whole route up to date. */
  function refresh(route: number) {
    let clockS = leavesS[0]!
    for (let stop = first[route]!, from = 0; stop !== 0; from = stop, stop = next[stop]!) {
      const arrivalS = clockS + durationS[from * size + stop]!
      clockS = (arrivalS > fromS[stop]! ? arrivalS : fromS[stop]!) + serviceS[stop]!
      leavesS[stop] = clockS
    }
    let limitS = latestS[0]!
    for (let stop = last[route]!, to = 0; stop !== 0; to = stop, stop = prev[stop]!) {
      const byS = limitS - durationS[to * size + stop]! - serviceS[stop]!
      limitS = byS < untilS[stop]! ? byS : untilS[stop]!
      latestS[stop] = limitS
    }
  }

  /** Brings the times around a stop that was put in up to date, as far as they change. */
  function refreshAround(put: number) {
    for (let stop = put, from = prev[put]!; stop !== 0; from = stop, stop = next[stop]!) {
      const arrivalS = leavesS[from]! + durationS[from * size + stop]!
      const leaves = (arrivalS > fromS[stop]! ? arrivalS : fromS[stop]!) + serviceS[stop]!
      if (leaves === leavesS[stop] && stop !== put) break
      leavesS[stop] = leaves
    }
    for (let stop = put, to = next[put]!; stop !== 0; to = stop, stop = prev[stop]!) {
      const byS = latestS[to]! - durationS[to * size + stop]! - serviceS[stop]!
      const latest = byS < untilS[stop]! ? byS : untilS[stop]!
      if (latest === latestS[stop] && stop !== put) break
      latestS[stop] = latest
    }
  }

  function touch(route: number) {
    if (touchedAt[route] === round) return
    touchedAt[route] = round
    let at = keptAt[touchedCount]!
    if (count[route] !== 0) {
      for (let stop = first[route]!; stop !== 0; stop = next[stop]!) {
        keptStops[at] = stop
        if (timed) {
          keptLeavesS[at] = leavesS[stop]!
          keptLatestS[at] = latestS[stop]!
        }
        at++
      }
    }
    keptRoom[touchedCount] = room[route]!
    touched[touchedCount++] = route
    keptAt[touchedCount] = at
  }

  function commit() {
    keptCost = total.cost
    touchedCount = 0
    round++
  }

  /** Makes the touched routes what they were. */
  function restore() {
    for (let i = 0; i < touchedCount; i++) {
      const route = touched[i]!
      const from = keptAt[i]!
      const until = keptAt[i + 1]!
      if (count[route] === 0 && until > from) move(route, total.routes++)
      else if (count[route] !== 0 && until === from) move(route, --total.routes)
      let before = 0
      for (let at = from; at < until; at++) {
        const stop = keptStops[at]!
        routeOf[stop] = route
        if (timed) {
          leavesS[stop] = keptLeavesS[at]!
          latestS[stop] = keptLatestS[at]!
        }
        link(route, before, stop, legCost[before * size + stop]!)
        before = stop
      }
      link(route, before, 0, legCost[before]!)
      count[route] = until - from
      room[route] = keptRoom[i]!
    }
    total.cost = keptCost
    touchedCount = 0
    round++
  }

  /** Each route's stops in their order. */
  function stops(): number[][] {
    return Array.from(active.subarray(0, total.routes), (route) => {
      const listed: number[] = []
      for (let stop = first[route]!; stop !== 0; stop = next[stop]!) listed.push(stop)
      return listed
    })
  }
}
