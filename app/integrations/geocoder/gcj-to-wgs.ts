import type { Place } from '#app/domain/delivery/distance.ts'

/** Krasovsky 1940: the ellipsoid the offset is reckoned on. */
const AXIS_M = 6_378_245
const ECCENTRICITY_SQUARED = 0.006693421622965943

/**
 * A place that Chinese map services give (GCJ-02) in WGS-84, to about a metre: the known offset of the result is taken back
 * until it leads to what was given. Outside China both are the same.
 */
export function gcjToWgs(given: Place): Place {
  if (!isInChina(given)) return given
  let guess = given
  for (let round = 0; round < 4; round++) {
    const shifted = shift(guess)
    guess = { lat: guess.lat + given.lat - shifted.lat, lon: guess.lon + given.lon - shifted.lon }
  }
  return guess
}

/** The other way round: a place as Chinese map services want it. Outside China both are the same. */
export const wgsToGcj = (place: Place): Place => (isInChina(place) ? shift(place) : place)

export function shift({ lat, lon }: Place): Place {
  const radians = (lat / 180) * Math.PI
  const curve = 1 - ECCENTRICITY_SQUARED * Math.sin(radians) ** 2
  const perLat = (AXIS_M * (1 - ECCENTRICITY_SQUARED)) / (curve * Math.sqrt(curve))
  const perLon = (AXIS_M / Math.sqrt(curve)) * Math.cos(radians)
  const [x, y] = [lon - 105, lat - 35]
  return { lat: lat + (northM(x, y) * 180) / (perLat * Math.PI), lon: lon + (eastM(x, y) * 180) / (perLon * Math.PI) }
}

const isInChina = ({ lat, lon }: Place) => lon > 72.004 && lon < 137.8347 && lat > 0.8293 && lat < 55.8271
const wave = (size: number, turns: number) => size * Math.sin(turns * Math.PI)
const ripple = (x: number) => ((wave(20, 6 * x) + wave(20, 2 * x)) * 2) / 3

const northM = (x: number, y: number) =>
  -100 +
  2 * x +
  3 * y +
  0.2 * y * y +
  0.1 * x * y +
  0.2 * Math.sqrt(Math.abs(x)) +
  ripple(x) +
  ((wave(20, y) + wave(40, y / 3)) * 2) / 3 +
  ((wave(160, y / 12) + wave(320, y / 30)) * 2) / 3

const eastM = (x: number, y: number) =>
  300 +
  x +
  2 * y +
  0.1 * x * x +
  0.1 * x * y +
  0.1 * Math.sqrt(Math.abs(x)) +
  ripple(x) +
  ((wave(20, x) + wave(40, x / 3)) * 2) / 3 +
  ((wave(150, x / 12) + wave(300, x / 30)) * 2) / 3
