import type { AbsentStops } from '../absent-stops.ts'
import type { Random } from '../random.ts'
import type { Nearest } from '../search-problem.ts'
import type { UniformRoutes } from './uniform-routes.ts'

const LONGEST_STRING = 10
const AVERAGE_REMOVED = 10
const SPLIT = 0.5
const STOP_GROWING = 0.01

/** Takes strings of neighbouring stops out of neighbouring routes, as `ruinOf` does where vehicles differ. */
export function uniformRuinOf(routes: UniformRoutes, near: Nearest, random: Random, timed: boolean) {
  const { routeOf, count, next, prev, total, remove, refresh } = routes
  const size = routeOf.length
  const hit = new Int32Array(size)
  const hitAt = new Int32Array(size)
  let round = 0

  return (absent: AbsentStops) => {
    round++
    const longest = Math.min(LONGEST_STRING, (size - 1) / total.routes)
    const strings = Math.floor(1 + random.next() * ((4 * AVERAGE_REMOVED) / (1 + longest) - 1))
    const seed = 1 + random.below(size - 1)
    let hits = 0
    for (let i = -1; i < near.count && hits < strings; i++) {
      const stop = i < 0 ? seed : near.stops[seed * near.count + i]!
      const route = routeOf[stop]!
      if (route < 0 || hitAt[route] === round) continue
      hitAt[route] = round
      hit[hits++] = route
      removeString(stop, route, Math.floor(1 + random.next() * Math.min(count[route]!, longest)), absent)
    }
    if (timed) for (let i = 0; i < hits; i++) if (count[hit[i]!] !== 0) refresh(hit[i]!)
  }

  /** Takes `length` stops out, `of` among them unless the string is split: then some in its middle stay. */
  function removeString(of: number, route: number, length: number, absent: AbsentStops) {
    const inRoute = count[route]!
    let staying = 0
    if (length > 1 && length < inRoute && random.next() < SPLIT) {
      staying = 1
      while (length + staying < inRoute && random.next() > STOP_GROWING) staying++
    }
    const span = length + staying
    let before = 0
    for (let stop = prev[of]!; stop !== 0 && before < span - 1; stop = prev[stop]!) before++
    let behind = 0
    for (let stop = next[of]!; stop !== 0 && behind < span - 1; stop = next[stop]!) behind++
    const least = Math.max(0, span - 1 - behind)
    let stop = of
    for (let back = least + random.below(before - least + 1); back > 0; back--) stop = prev[stop]!
    const stayFrom = staying === 0 ? span : 1 + random.below(length - 1)
    for (let i = 0; i < span; i++) {
      const following = next[stop]!
      if (i < stayFrom || i >= stayFrom + staying) {
        remove(stop)
        absent.add(stop)
      }
      stop = following
    }
  }
}
