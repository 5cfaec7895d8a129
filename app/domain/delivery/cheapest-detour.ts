import { type Fen, fen } from '#app/domain/money/fen.ts'
import { haversineM, type Place, ROAD_FACTOR, travelSeconds } from './distance.ts'

/** What driving costs; a run's own price is not in it, the van drives anyway. */
export type DrivingRates = { readonly costPerKmFen: number; readonly costPerHourFen: number }

/**
 * What it takes to call at one more place: metres of straight line to the nearest place the wave goes to, metres of road more,
 * seconds of driving and handing over more, and what they cost in whole jiao, rounded up.
 */
export type Detour = { readonly nearestM: number; readonly roadM: number; readonly seconds: number; readonly costFen: Fen }

/** Parking, ringing and handing over one crate. Our planning figure. */
const DOOR_S = 240
const JIAO_FEN = 10
/** The cheapest insertion is looked for between any two of this many nearest places. */
const LOOKED_AT = 5

/**
 * The marginal cost of a place in a wave: the cheapest way to put it between two places the wave goes to anyway, among the five
 * nearest to it, or to drive there from the nearest and back. The hub is one of them. Same places, same cost, in any order.
 *
 * @param known where the wave goes, the hub included; null is returned without any
 */
export function cheapestDetour(place: Place, known: readonly Place[], rates: DrivingRates): Detour | null {
  const near = nearestTo(place, known)
  const [nearest] = near
  if (!nearest) return null
  let straightM = 2 * nearest.distanceM
  for (const [index, from] of near.entries()) {
    for (const to of near.slice(index + 1)) {
      straightM = Math.min(straightM, from.distanceM + to.distanceM - haversineM(from.place, to.place))
    }
  }
  const roadM = Math.round(Math.max(0, straightM) * ROAD_FACTOR)
  const seconds = travelSeconds(roadM) + DOOR_S
  const cost = (roadM * rates.costPerKmFen) / 1000 + (seconds * rates.costPerHourFen) / 3600
  return { nearestM: Math.round(nearest.distanceM), roadM, seconds, costFen: fen(Math.ceil(cost / JIAO_FEN - 1e-9) * JIAO_FEN) }
}

type Near = { place: Place; distanceM: number; flat: number }

/** By a flat distance, which is cheap and right over a city; the few that are kept are measured properly. */
function nearestTo(place: Place, known: readonly Place[]): Near[] {
  const squeeze = Math.cos((place.lat * Math.PI) / 180)
  const near: { place: Place; flat: number }[] = []
  for (const other of known) {
    const flat = (other.lat - place.lat) ** 2 + ((other.lon - place.lon) * squeeze) ** 2
    const last = near[LOOKED_AT - 1]
    if (last && flat >= last.flat) continue
    near.push({ place: other, flat })
    near.sort((a, b) => a.flat - b.flat)
    near.length = Math.min(near.length, LOOKED_AT)
  }
  return near.map(({ place: other, flat }) => ({ place: other, flat, distanceM: haversineM(place, other) }))
}
