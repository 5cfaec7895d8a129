import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AbsentStops } from '../absent-stops.ts'
import { Random } from '../random.ts'
import { ALWAYS, NEVER, nearest, type SearchProblem } from '../search-problem.ts'
import { searchRuns } from '../search-runs.ts'
import { isUniform } from './is-uniform.ts'
import { uniformRecreateOf } from './uniform-recreate.ts'
import { uniformRoutes } from './uniform-routes.ts'
import { uniformRuinOf } from './uniform-ruin.ts'

const SHIFT = { fromS: 0, untilS: 2_000 }
const CAPACITY = 20

/** Stops strewn over a square of 100 around the depot, a window of 200 each where times bind. */
function strewn(stops: number, timed: boolean, seed: number): SearchProblem {
  const random = new Random(seed)
  const size = stops + 1
  const places = Array.from({ length: size }, (_, place) => ({
    x: place === 0 ? 50 : random.below(100),
    y: place === 0 ? 50 : random.below(100),
  }))
  const legs = Int32Array.from({ length: size * size }, (_, leg) => {
    const from = places[Math.floor(leg / size)]!
    const to = places[leg % size]!
    return Math.round(Math.hypot(from.x - to.x, from.y - to.y))
  })
  const opensS = places.map(() => (timed ? 100 + random.below(1_500) : ALWAYS.fromS))
  return {
    size,
    units: 1,
    loads: Int32Array.from(places, (_, place) => (place === 0 ? 0 : 1 + random.below(6))),
    serviceS: Int32Array.from(places, () => (timed ? 10 : 0)),
    windows: {
      at: Int32Array.from({ length: size + 1 }, (_, place) => place),
      fromS: Int32Array.from(opensS),
      untilS: Int32Array.from(opensS, (fromS) => (timed ? fromS + 200 : ALWAYS.untilS)),
    },
    backByS: new Int32Array(size).fill(NEVER),
    timed,
    kinds: [{ capacity: Int32Array.of(CAPACITY), runCost: 0, secondCost: 0, loadingS: 0, maxRuns: 1, ...SHIFT }],
    legCost: legs,
    durationS: legs,
    backCost: legs,
    backDurationS: legs,
    vehicles: new Int32Array(size),
    servedBy: Array(size).fill(null),
    pinned: new Uint8Array(size),
    absentCost: new Float64Array(size).fill(1e9),
  }
}

/** Drives the routes from the problem's own figures. @returns what they cost, null where a rule is broken */
function driven({ size, loads, legCost, durationS, serviceS, windows, timed }: SearchProblem, routes: readonly (readonly number[])[]) {
  let cost = 0
  for (const route of routes) {
    if (route.reduce((sum, stop) => sum + loads[stop]!, 0) > CAPACITY) return null
    let clockS = SHIFT.fromS
    let from = 0
    for (const stop of [...route, 0]) {
      cost += legCost[from * size + stop]!
      clockS += durationS[from * size + stop]!
      if (timed && clockS > (stop === 0 ? SHIFT.untilS : windows.untilS[stop]!)) return null
      if (stop !== 0) clockS = Math.max(clockS, windows.fromS[stop]!) + serviceS[stop]!
      from = stop
    }
  }
  return cost
}

function begun(problem: SearchProblem, random: Random, few?: number) {
  const routes = uniformRoutes(problem)
  const near = nearest(problem, 20)
  const ruin = uniformRuinOf(routes, near, random, problem.timed)
  const recreate = uniformRecreateOf(problem, routes, random, near, few)
  const absent = new AbsentStops(problem.size)
  for (let stop = 1; stop < problem.size; stop++) absent.add(stop)
  recreate(absent, Number.POSITIVE_INFINITY)
  routes.commit()
  return { routes, ruin, recreate, absent }
}

function stateOf({ total, stops, leavesS, latestS, routeOf, room }: ReturnType<typeof uniformRoutes>) {
  const listed = stops().map((route) => ({ route, room: room[routeOf[route[0]!]!] }))
  return { total: { ...total }, routes: listed.sort((a, b) => a.route[0]! - b.route[0]!), leaves: [...leavesS], latest: [...latestS] }
}

const setting = fc.record({ stops: fc.constantFrom(1, 2, 30, 200), timed: fc.boolean(), few: fc.constantFrom(0, 300), seed: fc.nat() })

test('whatever is taken out and put back, each stop is in one route, within its capacity and in time, for what it is said to cost', () => {
  fc.assert(
    fc.property(setting, ({ stops, timed, few, seed }) => {
      const problem = strewn(stops, timed, seed)
      const { routes, ruin, recreate, absent } = begun(problem, new Random(seed), few)
      for (let i = 0; i < 10; i++) {
        absent.count = 0
        ruin(absent)
        recreate(absent, Number.POSITIVE_INFINITY)
        const listed = routes.stops()
        expect(listed.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: stops }, (_, index) => index + 1))
        expect(driven(problem, listed)).toBe(routes.total.cost)
        routes.commit()
      }
    }),
    { numRuns: 40 },
  )
})

test('what is restored is as it was, also where putting back was given up half-way', () => {
  fc.assert(
    fc.property(setting, fc.boolean(), ({ stops, timed, few, seed }, givesUp) => {
      const problem = strewn(stops, timed, seed)
      const { routes, ruin, recreate, absent } = begun(problem, new Random(seed), few)
      const before = stateOf(routes)
      for (let i = 0; i < 10; i++) {
        absent.count = 0
        ruin(absent)
        recreate(absent, givesUp ? before.total.cost : Number.POSITIVE_INFINITY)
        routes.restore()
      }
      expect(stateOf(routes)).toEqual(before)
    }),
    { numRuns: 40 },
  )
})

test('times kept up to date around one stop are those of the whole route reckoned anew', () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const { routes, ruin, recreate, absent } = begun(strewn(60, true, seed), new Random(seed))
      absent.count = 0
      ruin(absent)
      recreate(absent, Number.POSITIVE_INFINITY)
      const kept = stateOf(routes)
      for (let i = 0; i < routes.total.routes; i++) routes.refresh(routes.active[i]!)
      expect(stateOf(routes)).toEqual(kept)
    }),
    { numRuns: 40 },
  )
})

test('the best routes of a whole search cost what it says, and the same seed finds them again', () => {
  for (const timed of [false, true]) {
    const problem = strewn(60, timed, 7)
    expect(isUniform(problem)).toBe(true)
    const search = () => searchRuns(problem, { seed: 1, spent: ({ iterations }) => iterations / 2_000 })
    const { runs, bestCost } = search()
    expect(driven(problem, runs.flat())).toBe(bestCost)
    expect(search().runs).toEqual(runs)
  }
})

test('a problem is not uniform as soon as vehicles, prices, windows or decisions make a difference', () => {
  const problem = strewn(5, true, 1)
  const [vehicle] = problem.kinds
  const different: readonly Partial<SearchProblem>[] = [
    { kinds: [vehicle!, vehicle!] },
    { kinds: [{ ...vehicle!, maxRuns: 2 }] },
    { kinds: [{ ...vehicle!, runCost: 1 }] },
    { kinds: [{ ...vehicle!, secondCost: 1 }] },
    { kinds: [{ ...vehicle!, untilS: 50 }] },
    { vehicles: new Int32Array(2) },
    { pinned: Uint8Array.of(0, 0, 1, 0, 0, 0) },
    { servedBy: [null, new Set([0]), null, null, null, null] },
    { backByS: new Int32Array(6).fill(500) },
    { backCost: problem.legCost.slice() },
    { loads: new Int32Array(6).fill(CAPACITY + 1) },
    { windows: { ...problem.windows, at: Int32Array.of(0, 1, 3, 4, 5, 6, 7) } },
  ]
  for (const difference of different) expect(isUniform({ ...problem, ...difference })).toBe(false)
})
