import type { Load } from '#app/domain/delivery/load.ts'
import { storageClasses } from '#app/domain/delivery/load.ts'
import { type DeliveryDrop, type DeliveryProblem, type DeliveryVehicle, placesOf } from '#app/domain/delivery/plan.ts'
import { planningBoard } from '#app/domain/delivery/planning-board.ts'

/**
 * A wave as a VROOM request (its API of version 1.14): matrices of our own, so that both reckon with the same roads; amounts are
 * grams and then crates by storage class; a lock is a skill only its vehicles have; costs are fen. VROOM plans one route for a
 * vehicle, so `freeFromS` says from when each one may load for its next. Ids are indices: jobs those of `drops`, vehicles those of
 * the problem.
 */
export function poseForVroom(problem: DeliveryProblem, drops: readonly DeliveryDrop[], freeFromS: readonly number[]) {
  const { durations, distances, indexOf } = matricesOf(problem)
  const skills = [...new Set(drops.flatMap(({ vehicleIds }) => (vehicleIds ? [vehicleIds.join(' ')] : [])))]
  return {
    jobs: drops.map((drop, id) => ({
      id,
      location: [drop.lon, drop.lat],
      location_index: indexOf(drop),
      service: drop.serviceS,
      delivery: amountsOf(drop.load),
      ...(drop.vehicleIds ? { skills: [skills.indexOf(drop.vehicleIds.join(' '))] } : {}),
      ...(drop.priority === undefined ? {} : { priority: Math.min(100, drop.priority) }),
      ...(drop.windows.length === 0 ? {} : { time_windows: drop.windows.map(({ fromS, untilS }) => [fromS, untilS]) }),
    })),
    vehicles: problem.vehicles.flatMap((vehicle, id) => {
      const departsS = (freeFromS[id] ?? 0) + (vehicle.loadingS ?? problem.loadingS)
      if (departsS > vehicle.shift.untilS) return []
      return [
        {
          id,
          ...endsOf(vehicle, problem, indexOf),
          capacity: amountsOf(vehicle.capacity),
          skills: skills.flatMap((names, skill) => (names.split(' ').includes(vehicle.id) ? [skill] : [])),
          time_window: [departsS, vehicle.shift.untilS],
          costs: {
            fixed: vehicle.costPerRunFen,
            per_hour: vehicle.costPerHourFen,
            per_task_hour: vehicle.costPerHourFen,
            per_km: vehicle.costPerKmFen,
          },
        },
      ]
    }),
    matrices: { car: { durations, distances } },
  }
}

const amountsOf = ({ weightG, crates }: Load) => [weightG, ...storageClasses.map((storage) => crates[storage])]

function endsOf(vehicle: DeliveryVehicle, { depot }: DeliveryProblem, indexOf: (place: object) => number) {
  const start = vehicle.start ?? depot
  const end = vehicle.end ?? depot
  return { start: [start.lon, start.lat], start_index: indexOf(start), end: [end.lon, end.lat], end_index: indexOf(end) }
}

function matricesOf(problem: DeliveryProblem) {
  const places = placesOf(problem)
  const rows = new Map<object, number>(places.map((place, index) => [place, index]))
  const indexOf = (place: object) => rows.get(place) ?? 0
  const { travel } = problem
  if (travel.by === 'matrix') return { durations: travel.durationS, distances: travel.distanceM, indexOf }
  const everywhere = {
    ...problem,
    drops: places.map((place, id) => ({ ...place, ...nothing, id: `${id}`.padStart(6, '0') })),
    vehicles: [],
  }
  const board = planningBoard(everywhere)
  const pick = (cells: Int32Array) => places.map((_, from) => places.map((__, to) => cells[(from + 1) * board.size + to + 1] ?? 0))
  return { durations: pick(board.durationS), distances: pick(board.distanceM), indexOf }
}

const nothing = { load: { weightG: 0, crates: { ambient: 0, chilled: 0, frozen: 0 } }, serviceS: 0, windows: [] }
