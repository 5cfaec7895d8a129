import { type Fen, fen } from '#app/domain/money/fen.ts'
import type { DeliveryVehicle, RunCost } from './plan.ts'

type RunRates = Pick<DeliveryVehicle, 'costPerRunFen' | 'costPerKmFen' | 'costPerHourFen'>

/**
 * What one run of a vehicle costs. Distance and time are each rounded to the nearest fen, half up.
 *
 * @param distanceM whole metres driven
 * @param durationS whole seconds from the start of loading to the return
 */
export function costOfRun(vehicle: RunRates, distanceM: number, durationS: number): RunCost {
  return {
    runFen: vehicle.costPerRunFen,
    distanceFen: atRate(distanceM, vehicle.costPerKmFen, 1000),
    timeFen: atRate(durationS, vehicle.costPerHourFen, 3600),
  }
}

export const totalOfRun = (cost: RunCost): Fen => fen(cost.runFen + cost.distanceFen + cost.timeFen)

function atRate(amount: number, rateFen: Fen, per: number): Fen {
  const doubled = 2n * BigInt(amount) * BigInt(rateFen) + BigInt(per)
  return fen(Number(doubled / (2n * BigInt(per))))
}
