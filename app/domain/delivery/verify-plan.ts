import { type Place, roadDistanceM, travelSeconds } from './distance.ts'
import { addLoads, emptyLoad, fitsIn, storageClasses } from './load.ts'
import { type DeliveryDrop, type DeliveryPlan, type DeliveryProblem, type DeliveryVehicle, type PlannedRoute, placesOf } from './plan.ts'

/** What is wrong, and where: a drop's id, `vehicleId#run`, or null for the plan as a whole. */
export type PlanViolation = { readonly code: PlanViolationCode; readonly at: string | null }
export type PlanViolationCode =
  | 'drop_missing'
  | 'drop_repeated'
  | 'drop_unknown'
  | 'vehicle_unknown'
  | 'route_empty'
  | 'runs_out_of_order'
  | 'runs_overlap'
  | 'over_capacity'
  | 'wrong_vehicle'
  | 'excluded_served'
  | 'fixed_moved'
  | 'back_late'
  | 'too_many_runs'
  | 'load_wrong'
  | 'outside_shift'
  | 'outside_window'
  | 'time_wrong'
  | 'distance_wrong'
  | 'duration_wrong'
  | 'cost_wrong'
  | 'total_wrong'

/**
 * Checks a plan against its problem, whoever made it, recomputing everything from places, rates and windows. Shares with the
 * planner only what both are given: the distance estimate and how loads add up. Does not judge whether the plan is good, nor
 * whether an unserved drop could have been served.
 *
 * @returns every violation found; empty when the plan can be driven as written
 */
export function verifyPlan(problem: DeliveryProblem, plan: DeliveryPlan): PlanViolation[] {
  return [
    ...eachDropOnce(problem, plan),
    ...plan.routes.flatMap((route) => routeViolations(problem, route)),
    ...problem.vehicles.flatMap((vehicle) => [...dayViolations(problem, vehicle, plan), ...fixedViolations(problem, vehicle, plan)]),
    ...totalViolations(plan),
  ]
}

function eachDropOnce(problem: DeliveryProblem, plan: DeliveryPlan): PlanViolation[] {
  const mentions = new Map<string, number>()
  const mentioned = [...plan.routes.flatMap((route) => route.stops), ...plan.unserved]
  for (const { dropId } of mentioned) mentions.set(dropId, (mentions.get(dropId) ?? 0) + 1)
  const known = new Set(problem.drops.map((drop) => drop.id))
  return [
    ...[...known].filter((id) => !mentions.has(id)).map((at) => ({ code: 'drop_missing', at }) as const),
    ...[...mentions].filter(([, times]) => times > 1).map(([at]) => ({ code: 'drop_repeated', at }) as const),
    ...[...mentions.keys()].filter((id) => !known.has(id)).map((at) => ({ code: 'drop_unknown', at }) as const),
  ]
}

function routeViolations(problem: DeliveryProblem, route: PlannedRoute): PlanViolation[] {
  const at = nameOf(route)
  const vehicle = problem.vehicles.find(({ id }) => id === route.vehicleId)
  if (!vehicle) return [{ code: 'vehicle_unknown', at }]
  const drops = route.stops.map((stop) => problem.drops.find((drop) => drop.id === stop.dropId))
  if (!drops.every((drop) => drop !== undefined)) return []
  const load = drops.reduce((sum, drop) => addLoads(sum, drop.load), emptyLoad)
  const codes: PlanViolationCode[] = []
  if (drops.length === 0) codes.push('route_empty')
  if (!fitsIn(load, vehicle.capacity)) codes.push('over_capacity')
  if (drops.some((drop) => drop.vehicleIds && !drop.vehicleIds.includes(vehicle.id))) codes.push('wrong_vehicle')
  if (drops.some(({ excluded }) => excluded)) codes.push('excluded_served')
  if (drops.some(({ backByS }) => backByS !== undefined && route.untilS > backByS)) codes.push('back_late')
  if (load.weightG !== route.load.weightG) codes.push('load_wrong')
  else if (storageClasses.some((storage) => load.crates[storage] !== route.load.crates[storage])) codes.push('load_wrong')
  if (route.fromS < vehicle.shift.fromS || route.untilS > vehicle.shift.untilS) codes.push('outside_shift')
  if (route.durationS !== route.untilS - route.fromS) codes.push('duration_wrong')
  if (!costIsRight(vehicle, route)) codes.push('cost_wrong')
  return [...codes.map((code) => ({ code, at })), ...stopViolations(problem, vehicle, route, drops)]
}

/** Drives the route again, stop by stop. */
function stopViolations(
  problem: DeliveryProblem,
  vehicle: DeliveryVehicle,
  route: PlannedRoute,
  drops: readonly DeliveryDrop[],
): PlanViolation[] {
  const found: PlanViolation[] = []
  let clockS = route.fromS + (vehicle.loadingS ?? problem.loadingS)
  let drivenM = 0
  let from: Place = vehicle.start ?? problem.depot
  for (const [index, stop] of route.stops.entries()) {
    const drop = drops[index]
    if (!drop) continue
    const leg = legBetween(problem, from, drop)
    if (stop.distanceM !== leg.distanceM) found.push({ code: 'distance_wrong', at: drop.id })
    const inTime = stop.arrivalS === clockS + leg.durationS && stop.serviceFromS >= stop.arrivalS
    if (!inTime || stop.departureS !== stop.serviceFromS + drop.serviceS) found.push({ code: 'time_wrong', at: drop.id })
    const open = drop.windows.some((window) => window.fromS <= stop.serviceFromS && stop.serviceFromS <= window.untilS)
    if (drop.windows.length > 0 && !open) found.push({ code: 'outside_window', at: drop.id })
    drivenM += leg.distanceM
    clockS = stop.departureS
    from = drop
  }
  const home = legBetween(problem, from, vehicle.end ?? problem.depot)
  if (route.untilS !== clockS + home.durationS) found.push({ code: 'time_wrong', at: nameOf(route) })
  if (route.distanceM !== drivenM + home.distanceM) found.push({ code: 'distance_wrong', at: nameOf(route) })
  return found
}

/** A vehicle's runs are numbered from 1 in the order they are driven, one begins after the last has ended, and where that one did. */
function dayViolations({ depot }: DeliveryProblem, vehicle: DeliveryVehicle, plan: DeliveryPlan): PlanViolation[] {
  const runs = plan.routes.filter((route) => route.vehicleId === vehicle.id).sort((a, b) => a.fromS - b.fromS || a.run - b.run)
  const { start = depot, end = depot } = vehicle
  const most = start.lat === end.lat && start.lon === end.lon ? (vehicle.maxRuns ?? Number.POSITIVE_INFINITY) : 1
  return runs.flatMap((route, index) => {
    const earlier = runs[index - 1]
    const codes: PlanViolationCode[] = []
    if (index >= most) codes.push('too_many_runs')
    if (route.run !== index + 1) codes.push('runs_out_of_order')
    if (earlier && route.fromS < earlier.untilS) codes.push('runs_overlap')
    return codes.map((code) => ({ code, at: nameOf(route) }))
  })
}

/** Its first runs begin with what is fixed, in that order, but for what is cancelled or listed as unserved. */
function fixedViolations({ fixed = [], drops }: DeliveryProblem, { id }: DeliveryVehicle, plan: DeliveryPlan): PlanViolation[] {
  const unserved = new Set(plan.unserved.map(({ dropId }) => dropId))
  const known = new Set(drops.map((drop) => drop.id))
  const begun = fixed
    .filter(({ vehicleId }) => vehicleId === id)
    .map(({ dropIds }) => dropIds.filter((dropId) => known.has(dropId) && !unserved.has(dropId)))
    .filter((dropIds) => dropIds.length > 0)
  const runs = plan.routes.filter(({ vehicleId }) => vehicleId === id).sort((a, b) => a.run - b.run)
  return begun.flatMap((dropIds, index) => {
    const moved = dropIds.find((dropId, position) => runs[index]?.stops[position]?.dropId !== dropId)
    return moved === undefined ? [] : [{ code: 'fixed_moved' as const, at: moved }]
  })
}

function totalViolations(plan: DeliveryPlan): PlanViolation[] {
  const right = (['distanceM', 'durationS', 'costFen'] as const).every(
    (unit) => plan[unit] === plan.routes.reduce((sum, route) => sum + route[unit], 0),
  )
  return right ? [] : [{ code: 'total_wrong', at: null }]
}

/** Within half a fen of the exact figure, for distance and for time; the parts add up. */
function costIsRight(vehicle: DeliveryVehicle, { cost, costFen, distanceM, durationS }: PlannedRoute): boolean {
  const distanceIsRight = 2 * Math.abs(cost.distanceFen * 1000 - distanceM * vehicle.costPerKmFen) <= 1000
  const timeIsRight = 2 * Math.abs(cost.timeFen * 3600 - durationS * vehicle.costPerHourFen) <= 3600
  const addsUp = costFen === cost.runFen + cost.distanceFen + cost.timeFen
  return cost.runFen === vehicle.costPerRunFen && distanceIsRight && timeIsRight && addsUp
}

function legBetween(problem: DeliveryProblem, from: Place, to: Place) {
  const { travel } = problem
  if (travel.by === 'estimate') {
    const distanceM = roadDistanceM(from, to, travel.roadFactor)
    return { distanceM, durationS: travelSeconds(distanceM, travel.speedKmh) }
  }
  const places = placesOf(problem)
  const row = places.indexOf(from)
  const column = places.indexOf(to)
  return {
    distanceM: travel.distanceM[row]?.[column] ?? Number.NaN,
    durationS: travel.durationS[row]?.[column] ?? Number.NaN,
  }
}

const nameOf = (route: PlannedRoute) => `${route.vehicleId}#${route.run}`
