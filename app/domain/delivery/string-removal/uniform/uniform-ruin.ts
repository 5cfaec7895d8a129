import type { AbsentStops } from '../absent-stops.ts'
import type { Random } from '../random.ts'
import { stringsOf } from '../remove-strings.ts'
import type { Nearest } from '../search-problem.ts'
import type { UniformRoutes } from './uniform-routes.ts'

/** Strings out of alike vehicles' routes, as `ruinOf` takes them where vehicles differ. */
export function uniformRuinOf(routes: UniformRoutes, near: Nearest, random: Random, timed: boolean) {
  const { routeOf: runOf, count, next, prev, total, remove, refresh } = routes
  const size = runOf.length
  const { hit, removeStrings } = stringsOf({ size, runOf, count, next, prev }, near, random, (stop, absent) => {
    remove(stop)
    absent.add(stop)
  })

  return (absent: AbsentStops) => {
    const hits = removeStrings((size - 1) / total.routes, absent)
    if (timed) for (let i = 0; i < hits; i++) if (count[hit[i]!] !== 0) refresh(hit[i]!)
  }
}
