import { Random } from '../string-removal/random.ts'
import { type DrivenRoute, driveRoute } from './drive-route.ts'
import type { VroomProblem, VroomStop, VroomUnit, VroomVehicle } from './vroom-problem.ts'

export type VroomSolution = { readonly routes: readonly DrivenRoute[]; readonly unassigned: readonly VroomUnit[] }

type Route = { vehicle: VroomVehicle; stops: readonly VroomStop[]; cost: number }
type Draft = { routes: Route[]; left: VroomUnit[] }

/** So many tries in all, spread over the units: a few seconds at the most. */
const TRIES = 60_000

/**
 * Solves a problem with everything VROOM describes (shipments, skills, breaks, several ends) by cheapest insertion, then by taking
 * related units out and putting them back where it pays. More and more important units come before money. Deterministic until
 * `isOver`, which ends it with the best so far; it pauses often, so that whoever runs it may do something else.
 */
export function* solveVroom(problem: VroomProblem, isOver: () => boolean = () => false): Generator<void, VroomSolution> {
  const random = new Random(1)
  let best = yield* recreate(problem, begun(problem), isOver)
  const tries = Math.min(150, Math.ceil(TRIES / Math.max(1, problem.units.length ** 1.5)))
  for (let attempt = 0; attempt < tries && problem.units.length > 1 && !isOver(); attempt++) {
    const next = yield* recreate(problem, ruin(problem, best, random), isOver)
    if (isBetter(next, best)) best = next
  }
  const used = best.routes.filter(({ stops }) => stops.some(({ kind }) => kind !== 'break'))
  return { routes: used.map(({ vehicle, stops }) => driveRoute(problem, vehicle, stops)), unassigned: best.left }
}

/** From the routes that were given, where they break nothing; else with breaks alone. */
function begun(problem: VroomProblem): Draft {
  const used = new Set<number>()
  const routes = problem.vehicles.map((vehicle) => {
    const given = givenStops(problem, vehicle).filter(({ unit, kind }) => kind !== 'break' && !used.has(unit))
    const stops = [...given, ...vehicle.breaks]
    const isValid = given.length > 0 && driveRoute(problem, vehicle, stops).violations.length === 0
    const kept = isValid ? stops : vehicle.breaks
    for (const { unit, kind } of kept) if (kind !== 'break') used.add(unit)
    return routeOf(problem, vehicle, kept)
  })
  return { routes, left: problem.units.filter(([first]) => first && !used.has(first.unit)) }
}

/** A vehicle's own steps as stops; unknown ones are none. */
export function givenStops({ units }: VroomProblem, { steps, breaks }: VroomVehicle): VroomStop[] {
  const all = [...units.flat(), ...breaks]
  return steps.flatMap(({ kind, id }) => all.find((stop) => stop.kind === kind && stop.id === id) ?? [])
}

function routeOf(problem: VroomProblem, vehicle: VroomVehicle, stops: readonly VroomStop[]): Route {
  const isUsed = stops.some(({ kind }) => kind !== 'break')
  return { vehicle, stops, cost: isUsed ? driveRoute(problem, vehicle, stops).cost : 0 }
}

/** Every unit that fits somewhere is put where it costs least, the most important first; when it is over, shipments without way between. */
function* recreate(problem: VroomProblem, { routes: given, left }: Draft, isOver: () => boolean): Generator<void, Draft> {
  const routes = [...given]
  const out: VroomUnit[] = []
  for (const unit of [...left].sort((a, b) => (b[0]?.priority ?? 0) - (a[0]?.priority ?? 0))) {
    let best: { index: number; route: Route; added: number } | null = null
    for (const [index, route] of routes.entries()) {
      for (const stops of insertions(route.stops, unit, isOver() ? 1 : Number.POSITIVE_INFINITY)) {
        const driven = driveRoute(problem, route.vehicle, stops)
        const added = driven.cost - route.cost
        if (driven.violations.length > 0 || (best && added >= best.added)) continue
        best = { index, route: { vehicle: route.vehicle, stops, cost: driven.cost }, added }
      }
      yield
    }
    if (best) routes[best.index] = best.route
    else out.push(unit)
  }
  return { routes, left: out }
}

function* insertions(stops: readonly VroomStop[], [first, second]: VroomUnit, between: number): Generator<VroomStop[]> {
  if (!first) return
  for (let at = 0; at <= stops.length; at++) {
    const one = stops.toSpliced(at, 0, first)
    if (!second) yield one
    else for (let then = at + 1; then <= Math.min(one.length, at + between); then++) yield one.toSpliced(then, 0, second)
  }
}

/** Takes out a unit and some of those nearest to it. */
function ruin(problem: VroomProblem, { routes, left }: Draft, random: Random): Draft {
  const seed = problem.units[random.below(problem.units.length)]
  const distance = problem.vehicles[0]?.travel.durationS
  const far = (unit: VroomUnit) =>
    distance && seed?.[0]?.place != null && unit[0]?.place != null ? distance(seed[0].place, unit[0].place) : 0
  const count = 1 + random.below(Math.min(10, Math.ceil(problem.units.length / 2)))
  const removed = new Set(
    [...problem.units]
      .map((unit) => ({ unit, nearness: far(unit) * (0.7 + 0.6 * random.next()) }))
      .sort((a, b) => a.nearness - b.nearness)
      .slice(0, count)
      .flatMap(({ unit: [first] }) => (first ? [first.unit] : [])),
  )
  const stays = ({ kind, unit }: VroomStop) => kind === 'break' || !removed.has(unit)
  const kept = routes.map((route) => (route.stops.every(stays) ? route : routeOf(problem, route.vehicle, route.stops.filter(stays))))
  const isLeft = new Set(left.map(([first]) => first?.unit))
  return { routes: kept, left: problem.units.filter(([first]) => first && (removed.has(first.unit) || isLeft.has(first.unit))) }
}

function isBetter(a: Draft, b: Draft): boolean {
  const importance = ({ left }: Draft) => left.reduce((sum, [first]) => sum + 1 + (first?.priority ?? 0), 0)
  const cost = ({ routes }: Draft) => routes.reduce((sum, route) => sum + route.cost, 0)
  return importance(a) < importance(b) || (importance(a) === importance(b) && cost(a) < cost(b))
}
