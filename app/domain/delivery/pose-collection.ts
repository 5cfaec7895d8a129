import { allocate } from '#app/domain/money/allocate.ts'
import { type Fen, fen } from '#app/domain/money/fen.ts'
import { cratesInAll } from './cold-chain.ts'
import type { Place } from './distance.ts'
import type { Load } from './load.ts'
import type { DeliveryProblem, DeliveryVehicle, TimeSpan } from './plan.ts'

/** What a farm has standing ready for all waves of one day, and from when (seconds after 00:00 of the delivery day). */
export type FarmReady = Place & { readonly farmId: string; readonly load: Load; readonly readyFromS: number }

/** County roads before dawn: shorter detours than in town and nobody in the way. Our planning figures. */
export const COUNTY_ROAD_FACTOR = 1.3
export const COUNTY_SPEED_KMH = 45

/** Seconds at a farm's gate: ten minutes, and twenty seconds to count and lift each crate. Our planning figure. */
export const collectingSeconds = (load: Load): number => 600 + 20 * cratesInAll(load.crates)

/**
 * The first mile of a day as the planner's problem: farms are the stops, ready from their hour, and every run that has fetched
 * something stands at the hub by `arriveByS`, so that cross-docking ends before the vans leave.
 */
export function poseCollection({
  hub,
  farms,
  vehicles,
  arriveByS,
}: {
  hub: Place
  farms: readonly FarmReady[]
  vehicles: readonly DeliveryVehicle[]
  arriveByS: number
}): DeliveryProblem {
  return {
    depot: { lat: hub.lat, lon: hub.lon },
    drops: farms.map(({ farmId, lat, lon, load, readyFromS }) => ({
      id: farmId,
      lat,
      lon,
      load,
      serviceS: collectingSeconds(load),
      windows: [{ fromS: Math.min(readyFromS, arriveByS), untilS: arriveByS }],
      backByS: arriveByS,
    })),
    vehicles,
    loadingS: 0,
    travel: { by: 'estimate', roadFactor: COUNTY_ROAD_FACTOR, speedKmh: COUNTY_SPEED_KMH },
  }
}

/**
 * The vehicles that fetch before the hub's hour: those on a shift that has begun by then, each once, on the earliest of them.
 * What is left of that shift afterwards is the last mile's.
 */
export function collectingDuties<Vehicle extends { readonly id: string; readonly shift: TimeSpan }>(
  duties: readonly Vehicle[],
  arriveByS: number,
): Vehicle[] {
  const early = [...duties].filter(({ shift }) => shift.fromS < arriveByS).sort((a, b) => a.shift.fromS - b.shift.fromS)
  const first = new Map<string, Vehicle>()
  for (const duty of early) if (!first.has(duty.id)) first.set(duty.id, duty)
  return [...first.values()].map((duty) => ({ ...duty, shift: { ...duty.shift, untilS: Math.min(duty.shift.untilS, arriveByS) } }))
}

/** A collecting run's cost, borne by its farms by weight, each a gram at least; the parts add up to it. */
export const shareCollection = (costFen: Fen, weightsG: readonly number[]): Fen[] =>
  weightsG.length === 0
    ? []
    : allocate(
        fen(costFen),
        weightsG.map((weightG) => Math.max(1, weightG)),
      )
