import { invariant } from '#app/domain/invariant.ts'
import { fen } from '#app/domain/money/fen.ts'
import { addLoads, emptyLoad } from './load.ts'
import type { DeliveryPlan, PlannedRoute, PlannedStop, UnservedDrop } from './plan.ts'
import { dropAt, loadingOf, type PlanningBoard, runDistanceM } from './planning-board.ts'
import { costOfRun, totalOfRun } from './run-cost.ts'
import type { TimedRun } from './time-run.ts'
import { type Fleet, type Run, timeVehicleDay } from './vehicle-day.ts'

/** The plan a fleet's runs amount to, with every time, distance and fen spelled out. */
export function describePlan(board: PlanningBoard, fleet: Fleet, unserved: readonly UnservedDrop[]): DeliveryPlan {
  const routes = fleet.flatMap((runs, vehicle) => {
    const day = timeVehicleDay(board, vehicle, runs)
    invariant(day, 'a planned day fits in its shift')
    return day.map((timed, index) => describeRoute(board, vehicle, index + 1, runs[index] ?? [], timed))
  })
  return {
    routes,
    unserved: [...unserved].sort((a, b) => (a.dropId < b.dropId ? -1 : 1)),
    distanceM: routes.reduce((sum, route) => sum + route.distanceM, 0),
    durationS: routes.reduce((sum, route) => sum + route.durationS, 0),
    costFen: fen(routes.reduce((sum, route) => sum + route.costFen, 0)),
  }
}

function describeRoute(board: PlanningBoard, vehicle: number, run: number, places: Run, timed: TimedRun): PlannedRoute {
  const details = board.vehicles[vehicle]
  invariant(details, `no vehicle ${vehicle}`)
  const { distanceM: legM, durationS: legS } = board.legsOf[vehicle] ?? board
  const distanceM = runDistanceM(board, board.legsOf[vehicle] ?? board, places)
  const durationS = timed.untilS - timed.fromS
  const cost = costOfRun(details, distanceM, durationS)
  const stops: PlannedStop[] = []
  let previous = 0
  let clockS = timed.fromS + loadingOf(board, vehicle)
  for (const [index, place] of places.entries()) {
    const drop = dropAt(board, place)
    const leg = previous * board.size + place
    const serviceFromS = timed.serviceFromS[index] ?? 0
    const arrivalS = clockS + (legS[leg] ?? 0)
    clockS = serviceFromS + drop.serviceS
    stops.push({ dropId: drop.id, arrivalS, serviceFromS, departureS: clockS, distanceM: legM[leg] ?? 0 })
    previous = place
  }
  const load = places.reduce((sum, place) => addLoads(sum, dropAt(board, place).load), emptyLoad)
  const { fromS, untilS } = timed
  return { vehicleId: details.id, run, fromS, untilS, stops, load, distanceM, durationS, cost, costFen: totalOfRun(cost) }
}
