import { invariant } from '#app/domain/invariant.ts'

/** A point on the ground in WGS-84 degrees. Convert GCJ-02 at the edge, before it gets here. */
export type Place = { readonly lat: number; readonly lon: number }

const EARTH_RADIUS_M = 6_371_008.8

/**
 * How much longer a drive is than the straight line. 1.35 is our planning figure for a city of ring roads and
 * rivers such as Chengdu; an alliance that has measured its own runs replaces it.
 */
export const ROAD_FACTOR = 1.35

/** Door-to-door average of a loaded van in town, lights and turnings included. Our planning figure, in km/h. */
export const URBAN_SPEED_KMH = 25

/** Great-circle distance in metres, not rounded. */
export function haversineM(from: Place, to: Place): number {
  const radians = Math.PI / 180
  const halfLat = Math.sin(((to.lat - from.lat) * radians) / 2)
  const halfLon = Math.sin(((to.lon - from.lon) * radians) / 2)
  const chord = halfLat ** 2 + Math.cos(from.lat * radians) * Math.cos(to.lat * radians) * halfLon ** 2
  return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(chord)))
}

/** Estimated driving distance in whole metres: the straight line times `roadFactor`. */
export function roadDistanceM(from: Place, to: Place, roadFactor: number = ROAD_FACTOR): number {
  invariant(roadFactor >= 1, `a road is never shorter than the straight line: ${roadFactor}`)
  return Math.round(haversineM(from, to) * roadFactor)
}

/** Estimated driving time in whole seconds, rounded up. */
export function travelSeconds(distanceM: number, speedKmh: number = URBAN_SPEED_KMH): number {
  invariant(speedKmh > 0, `speed must be positive: ${speedKmh}`)
  return Math.ceil((distanceM * 3.6) / speedKmh)
}
