import type { VroomProblem, VroomStop, VroomTravel, VroomUnit, VroomVehicle } from '#app/domain/delivery/vroom/vroom-problem.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { VroomRequest, VroomStepInput } from '#app/schemas/vroom.ts'
import { type Coordinates, estimatedRoads, type Roads } from './vroom-roads.server.ts'

export type PoseRefusal = { code: 'input_error'; error: string }
type Placed = { location?: readonly [number, number] | undefined; location_index?: number | undefined }

const NEVER = Number.MAX_SAFE_INTEGER

/** A request as a problem: every place an index, every default filled in. What VROOM would call an input error is one here. */
export function poseVroom(request: VroomRequest, roads: Roads = estimatedRoads): Result<VroomProblem, PoseRefusal> {
  const matrices = request.matrices ?? (request.matrix ? { car: { durations: request.matrix } } : null)
  const places: Coordinates[] = []
  const indices = new Map<string, number>()
  const problems = new Set<string>()
  const size = matrices ? Math.min(...Object.values(matrices).map(({ durations }) => durations.length)) : 0
  for (const { durations, distances, costs } of Object.values(matrices ?? {})) {
    if (
      ![durations, distances ?? durations, costs ?? durations].every(
        (rows) => rows.length === durations.length && rows.every((row) => row.length === rows.length),
      )
    )
      problems.add('a matrix is not square')
  }
  const placeOf = ({ location, location_index }: Placed, what: string): number => {
    if (matrices) {
      if (location_index === undefined) problems.add(`${what} needs a location_index`)
      else if (location_index >= size) problems.add(`${what} has a location_index outside the matrix`)
      return location_index ?? 0
    }
    if (!location) problems.add(`${what} needs a location`)
    const place = location ?? [0, 0]
    const index = indices.get(place.join()) ?? places.push(place) - 1
    indices.set(place.join(), index)
    return index
  }
  const amountsOf = [
    ...request.vehicles.map(({ capacity }) => capacity),
    ...request.jobs.flatMap(({ delivery, pickup, amount }) => [delivery, pickup, amount]),
    ...request.shipments.map(({ amount }) => amount),
    ...request.vehicles.flatMap(({ breaks }) => breaks.map(({ max_load }) => max_load)),
  ].flatMap((given) => (given && given.length > 0 ? [given.length] : []))
  if (new Set(amountsOf).size > 1) problems.add('amounts and capacities are of different lengths')
  const amounts = amountsOf[0] ?? 0
  const units = unitsOf(request, placeOf)
  for (const kind of ['job', 'pickup', 'delivery'] as const) {
    const ids = units.flat().flatMap((stop) => (stop.kind === kind ? [stop.id] : []))
    if (new Set(ids).size < ids.length) problems.add(`two ${kind}s share an id`)
  }
  if (new Set(request.vehicles.map(({ id }) => id)).size < request.vehicles.length) problems.add('two vehicles share an id')
  const known = new Map<string, VroomTravel>()
  const travelFor = (matrix: MatrixInput | undefined, { profile, speed_factor }: VehicleInput) => {
    const name = `${speed_factor} ${profile}`
    return known.get(name) ?? known.set(name, travelOf(matrix, { places, roads }, speed_factor)).get(name)!
  }
  const vehicles = request.vehicles.map((vehicle): VroomVehicle => {
    const matrix = matrices?.[vehicle.profile]
    if (matrices && !matrix) problems.add(`no matrix for the profile ${vehicle.profile}`)
    if (!matrices && vehicle.profile !== 'car') problems.add(`Invalid profile: ${vehicle.profile}`)
    const obstacle = matrix ? unanswerable(vehicle, matrix) : null
    if (obstacle) problems.add(obstacle)
    return vehicleOf(vehicle, { placeOf, travel: travelFor(matrix, vehicle), amounts })
  })
  const [error] = problems
  return error === undefined ? accept({ units, vehicles, amounts }) : refuse({ code: 'input_error', error })
}

type PlaceOf = (placed: Placed, what: string) => number

function unitsOf({ jobs, shipments }: VroomRequest, placeOf: PlaceOf): VroomUnit[] {
  const stopOf = (
    kind: VroomStop['kind'],
    step: VroomStepInput,
    rest: Pick<VroomStop, 'delivery' | 'pickup' | 'skills' | 'priority' | 'unit'>,
  ) => {
    const { id, description, location, location_index } = step
    const said = {
      ...(description === undefined ? {} : { description }),
      ...(location ? { location } : {}),
      ...(location_index === undefined ? {} : { location_index }),
    }
    const place = placeOf(step, `${kind} ${id}`)
    const times = { setupS: step.setup, serviceS: step.service, setupOfType: step.setup_per_type, serviceOfType: step.service_per_type }
    return { kind, id, place, ...times, windows: step.time_windows ?? [], said, ...rest }
  }
  return [
    ...jobs.map((job, unit) => {
      const { skills, priority } = job
      return [stopOf('job', job, { delivery: job.delivery ?? job.amount ?? [], pickup: job.pickup ?? [], skills, priority, unit })]
    }),
    ...shipments.map(({ pickup, delivery, amount, skills, priority }, index) => {
      const unit = jobs.length + index
      return [
        stopOf('pickup', pickup, { delivery: [], pickup: amount, skills, priority, unit }),
        stopOf('delivery', delivery, { delivery: amount, pickup: [], skills, priority, unit }),
      ]
    }),
  ]
}

type Given = { placeOf: PlaceOf; travel: VroomVehicle['travel']; amounts: number }

function vehicleOf(vehicle: VroomRequest['vehicles'][number], { placeOf, travel, amounts }: Given): VroomVehicle {
  const { id, start, start_index, end, end_index, costs, time_window, description } = vehicle
  const endOf = (location: Placed['location'], location_index: number | undefined) =>
    location === undefined && location_index === undefined ? null : placeOf({ location, location_index }, `vehicle ${id}`)
  const saidOf = (location: Placed['location'], location_index: number | undefined) => ({
    ...(location ? { location } : {}),
    ...(location_index === undefined ? {} : { location_index }),
  })
  const noAmounts = { delivery: [], pickup: [], skills: [], priority: 0, unit: -1 }
  return {
    id,
    start: endOf(start, start_index),
    end: endOf(end, end_index),
    startSaid: saidOf(start, start_index),
    endSaid: saidOf(end, end_index),
    ...(description === undefined ? {} : { description }),
    type: vehicle.type,
    capacity: vehicle.capacity ?? Array.from({ length: amounts }, () => NEVER),
    skills: vehicle.skills,
    window: time_window ?? [0, NEVER],
    breaks: vehicle.breaks.map(({ id: breakId, service, time_windows, description: about, max_load }) => ({
      kind: 'break',
      id: breakId,
      place: null,
      setupS: 0,
      serviceS: service,
      windows: time_windows ?? [],
      maxLoad: max_load,
      said: about === undefined ? {} : { description: about },
      ...noAmounts,
    })),
    costs: { fixed: costs.fixed, perHour: costs.per_hour, perTaskHour: costs.per_task_hour, perKm: costs.per_km },
    maxTasks: vehicle.max_tasks ?? NEVER,
    maxTravelS: vehicle.max_travel_time ?? NEVER,
    maxDistanceM: vehicle.max_distance ?? NEVER,
    travel,
    steps: vehicle.steps.flatMap(({ type, id: stepId }) =>
      type === 'start' || type === 'end' || stepId === undefined ? [] : [{ kind: type, id: stepId }],
    ),
  }
}

type MatrixInput = NonNullable<VroomRequest['matrices']>[string]

/** By the request's matrix, else by the roads, each leg once. */
function travelOf(
  matrix: MatrixInput | undefined,
  { places, roads }: { places: readonly Coordinates[]; roads: Roads },
  speed: number,
): VroomTravel {
  if (matrix) {
    const { durations, distances, costs } = matrix
    return {
      durationS: (from, to) => Math.round((durations[from]?.[to] ?? 0) / speed),
      distanceM: (from, to) => distances?.[from]?.[to] ?? 0,
      ...(costs ? { cost: (from: number, to: number) => costs[from]?.[to] ?? 0 } : {}),
    }
  }
  const known = new Map<string, { distanceM: number; durationS: number }>()
  const legOf = (from: number, to: number) => {
    const name = `${from} ${to}`
    const before = known.get(name)
    if (before) return before
    const { distanceM, durationS } = roads(places[from] ?? [0, 0], places[to] ?? [0, 0])
    const leg = { distanceM, durationS: Math.round(durationS / speed) }
    known.set(name, leg)
    return leg
  }
  return { durationS: (from, to) => legOf(from, to).durationS, distanceM: (from, to) => legOf(from, to).distanceM }
}

type VehicleInput = VroomRequest['vehicles'][number]

/** What a vehicle asks that its matrix cannot answer. */
function unanswerable({ id, costs, max_distance }: VehicleInput, matrix: MatrixInput): string | null {
  const asksForWay = costs.per_km > 0 || max_distance !== undefined
  if (asksForWay && !matrix.distances) return `vehicle ${id} needs distances in the matrix`
  const asksForMoney = costs.per_km > 0 || costs.per_hour !== 3600
  return asksForMoney && matrix.costs ? `vehicle ${id} has per_hour or per_km beside a matrix of costs` : null
}
