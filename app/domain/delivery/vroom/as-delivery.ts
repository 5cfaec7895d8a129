import { type Fen, fen } from '#app/domain/money/fen.ts'
import type { Place } from '../distance.ts'
import type { Load } from '../load.ts'
import type { DeliveryDrop, DeliveryPlan, DeliveryProblem, RunOutline, Travel } from '../plan.ts'
import { driveRoute } from './drive-route.ts'
import { givenStops, type VroomSolution } from './solve-vroom.ts'
import type { VroomProblem, VroomStop, VroomVehicle } from './vroom-problem.ts'

/** Larger numbers are as good as none, and fit the planner's arrays. */
const MOST = 1_000_000_000
/** A leg that costs more is no leg of a planner's day. */
const DEAREST_LEG = 1_000_000
/** More places than this would not fit a matrix in memory. */
const MOST_JOBS = 1500

/** What the planner is asked, and where somebody has begun, in its words; drops go by the index of their unit, vehicles by theirs. */
export type AskedDelivery = { problem: DeliveryProblem; from: RunOutline[] }

/**
 * A VROOM problem in the delivery planner's words, where those suffice: jobs that are all brought or all fetched, up to four
 * kinds of amounts, one table of ways, vehicles that start and end somewhere and differ in money by the hour or by the kilometre,
 * not both. Null for shipments, breaks, most tasks, longest ways and times by the vehicle's type: those are for `solveVroom`.
 * A leg's cost stands where the planner expects its metres, so that it minimises just what VROOM would.
 */
export function asDelivery(problem: VroomProblem): AskedDelivery | null {
  const [first] = problem.vehicles
  const jobs = problem.units.flatMap(([stop, second]) => (stop && !second ? [stop] : []))
  if (!first || first.start === null || problem.amounts > 4 || jobs.length > MOST_JOBS) return null
  if (jobs.length < problem.units.length || !jobs.every(isPlainJob) || !areOneWay(jobs)) return null
  if (!problem.vehicles.every((vehicle) => isPlainVehicle(vehicle, first))) return null
  const rates = legRates(problem.vehicles)
  if (!rates) return null
  const placeOfStart = new Map<number, Place>()
  const corner = (index: number) => placeOfStart.get(index) ?? placeOfStart.set(index, { lat: 0, lon: index }).get(index)!
  const depot = corner(first.start)
  const vehicles = problem.vehicles.map((vehicle, index) => ({
    id: String(index),
    capacity: loadOf(vehicle.capacity),
    costPerRunFen: fen(Math.min(MOST, vehicle.costs.fixed)),
    costPerKmFen: rates.perThousand(vehicle),
    costPerHourFen: fen(0),
    shift: { fromS: vehicle.window[0], untilS: Math.min(MOST, vehicle.window[1]) },
    maxRuns: 1,
    ...(vehicle.start === first.start ? {} : { start: { ...corner(vehicle.start!) } }),
    ...(vehicle.end === first.start ? {} : { end: { ...corner(vehicle.end!) } }),
  }))
  const drops = jobs.map((job) => dropOf(job, problem))
  const rows = [
    first.start,
    ...jobs.map(({ place }) => place!),
    ...problem.vehicles.flatMap(({ start, end }) => [start, end].filter((place) => place !== null && place !== first.start)),
  ] as number[]
  const travel = travelOver(rows, first, rates.cost)
  return travel && { problem: { depot, drops, vehicles, loadingS: 0, travel }, from: outlinesOf(problem) }
}

/** The planner's runs as VROOM's routes; null where one breaks something after all. */
export function fromDelivery(problem: VroomProblem, plan: DeliveryPlan): VroomSolution | null {
  const stopOf = new Map(problem.units.flatMap(([stop]) => (stop ? [[String(stop.unit), stop] as const] : [])))
  const routes = plan.routes.map(({ vehicleId, stops }) =>
    driveRoute(
      problem,
      problem.vehicles[Number(vehicleId)]!,
      stops.map(({ dropId }) => stopOf.get(dropId)!),
    ),
  )
  if (routes.some(({ violations }) => violations.length > 0)) return null
  const out = new Set(plan.unserved.map(({ dropId }) => dropId))
  return { routes, unassigned: problem.units.filter(([stop]) => stop && out.has(String(stop.unit))) }
}

const isPlainJob = ({ kind, place, setupOfType, serviceOfType }: VroomStop) =>
  kind === 'job' && place !== null && isEmpty(setupOfType) && isEmpty(serviceOfType)
const isEmpty = (byType: VroomStop['serviceOfType']) => byType === undefined || Object.keys(byType).length === 0
const isNothing = (load: readonly number[]) => load.every((amount) => amount === 0)
const areOneWay = (jobs: readonly VroomStop[]) =>
  jobs.every(({ pickup }) => isNothing(pickup)) || jobs.every(({ delivery }) => isNothing(delivery))

const isPlainVehicle = (vehicle: VroomVehicle, { travel, costs }: VroomVehicle) =>
  vehicle.start !== null &&
  vehicle.end !== null &&
  vehicle.breaks.length === 0 &&
  vehicle.maxTasks === Number.MAX_SAFE_INTEGER &&
  vehicle.maxTravelS === Number.MAX_SAFE_INTEGER &&
  vehicle.maxDistanceM === Number.MAX_SAFE_INTEGER &&
  vehicle.travel === travel &&
  vehicle.costs.perTaskHour === costs.perTaskHour

/** What a leg costs everybody, and what each vehicle makes of a thousand of it; null where they differ in both hour and way. */
function legRates(vehicles: readonly VroomVehicle[]) {
  const { travel, costs } = vehicles[0]!
  const all = (perThousand: (vehicle: VroomVehicle) => Fen, cost: (from: number, to: number) => number) => ({ perThousand, cost })
  const same = vehicles.every((vehicle) => vehicle.costs.perHour === costs.perHour && vehicle.costs.perKm === costs.perKm)
  if (travel.cost) return all(() => fen(1000), travel.cost)
  if (vehicles.every((vehicle) => vehicle.costs.perKm === 0))
    return all((vehicle) => fen(Math.round(vehicle.costs.perHour / 3.6)), travel.durationS)
  if (vehicles.every((vehicle) => vehicle.costs.perHour === 0)) return all((vehicle) => fen(vehicle.costs.perKm), travel.distanceM)
  if (!same) return null
  return all(
    () => fen(1000),
    (from, to) => Math.round((travel.durationS(from, to) * costs.perHour) / 3600 + (travel.distanceM(from, to) * costs.perKm) / 1000),
  )
}

function travelOver(rows: readonly number[], { travel }: VroomVehicle, cost: (from: number, to: number) => number): Travel | null {
  const distanceM = rows.map((from) => rows.map((to) => (from === to ? 0 : cost(from, to))))
  if (distanceM.some((row) => row.some((leg) => leg > DEAREST_LEG))) return null
  return { by: 'matrix', distanceM, durationS: rows.map((from) => rows.map((to) => (from === to ? 0 : travel.durationS(from, to)))) }
}

function dropOf(job: VroomStop, { vehicles }: VroomProblem): DeliveryDrop {
  const able = vehicles.flatMap(({ skills }, index) => (job.skills.every((skill) => skills.includes(skill)) ? [String(index)] : []))
  return {
    id: String(job.unit),
    lat: 0,
    lon: 0,
    load: loadOf(isNothing(job.pickup) ? job.delivery : job.pickup),
    serviceS: job.setupS + job.serviceS,
    windows: job.windows.map(([fromS, untilS]) => ({ fromS, untilS: Math.min(MOST, untilS) })),
    priority: job.priority,
    ...(able.length === vehicles.length ? {} : { vehicleIds: able }),
  }
}

const loadOf = ([weightG = 0, ambient = 0, chilled = 0, frozen = 0]: readonly number[]): Load => {
  const [a, b, c, d] = [weightG, ambient, chilled, frozen].map((amount) => Math.min(MOST, amount))
  return { weightG: a!, crates: { ambient: b!, chilled: c!, frozen: d! } }
}

/** The routes somebody has put together, each job where it stands first. */
function outlinesOf(problem: VroomProblem): RunOutline[] {
  const used = new Set<number>()
  return problem.vehicles.flatMap((vehicle, index) => {
    const given = givenStops(problem, vehicle).flatMap(({ unit, kind }) => (kind === 'break' || used.has(unit) ? [] : [unit]))
    const units = [...new Set(given)]
    for (const unit of units) used.add(unit)
    return units.length === 0 ? [] : [{ vehicleId: String(index), dropIds: units.map(String) }]
  })
}
