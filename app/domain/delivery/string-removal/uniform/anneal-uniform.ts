import { AbsentStops } from '../absent-stops.ts'
import type { Annealed, Annealing, SearchState } from '../anneal.ts'
import { joinBySavings } from '../join-by-savings.ts'
import { StopOrder } from '../order-stops.ts'
import { nearest, type SearchProblem } from '../search-problem.ts'
import { uniformRecreateOf } from './uniform-recreate.ts'
import { uniformRoutes } from './uniform-routes.ts'
import { uniformRuinOf } from './uniform-ruin.ts'

const NEIGHBOURS = 100
const ASK_EVERY = 32

/** `anneal` for a uniform problem, where every stop is served: from savings where no times bind, else from nothing. */
export function annealUniform(problem: SearchProblem, annealing: Annealing): Annealed {
  const { random, fromLegs, toLegs, spent } = annealing
  const { size, timed } = problem
  const near = nearest(problem, NEIGHBOURS)
  const routes = uniformRoutes(problem)
  const { total, active, next, first } = routes
  const ruin = uniformRuinOf(routes, near, random, timed)
  const recreate = uniformRecreateOf(problem, routes, random, near)
  const order = new StopOrder(problem)
  const absent = new AbsentStops(size)
  for (const stops of timed ? [] : joinBySavings(problem, near).flat()) {
    const route = active[total.routes]!
    let after = 0
    for (const stop of stops) {
      routes.insert(stop, route, after)
      after = stop
    }
  }
  for (let stop = 1; stop < size; stop++) if (routes.routeOf[stop]! < 0) absent.add(stop)
  order.arrange(absent, random)
  recreate(absent, Number.POSITIVE_INFINITY)
  routes.commit()
  let cost = total.cost
  let bestCost = cost
  const best = { next: next.slice(), firsts: Int32Array.from(active, (route) => first[route]!), count: 0 }
  keep()
  const leg = Math.max(1, cost / (size - 1 + total.routes))
  let iterations = 0
  let temperature = fromLegs * leg
  for (; ; iterations++) {
    if (iterations % ASK_EVERY === 0) {
      const part = spent(state())
      if (part >= 1) break
      temperature = leg * fromLegs * (toLegs / fromLegs) ** part
    }
    const limit = cost - temperature * Math.log(1 - random.next())
    absent.count = 0
    ruin(absent)
    order.arrange(absent, random)
    if (!recreate(absent, limit)) {
      routes.restore()
      continue
    }
    routes.commit()
    cost = total.cost
    if (cost < bestCost) keep()
  }
  return { ...state(), runs: kept() }

  function keep() {
    bestCost = total.cost
    best.next.set(next)
    best.count = total.routes
    for (let i = 0; i < total.routes; i++) best.firsts[i] = first[active[i]!]!
  }

  function kept(): number[][][] {
    return Array.from(best.firsts.subarray(0, best.count), (head) => {
      const stops: number[] = []
      for (let stop = head; stop !== 0; stop = best.next[stop]!) stops.push(stop)
      return [stops]
    })
  }

  function state(): SearchState {
    return { iterations, bestCost, absent: 0 }
  }
}
