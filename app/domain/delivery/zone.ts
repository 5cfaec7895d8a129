import type { Place } from './distance.ts'

/** A closed line as `[lon, lat]` pairs in WGS-84, the order of GeoJSON; repeating the first pair at the end is optional. */
export type Ring = readonly (readonly [lon: number, lat: number])[]

/** Where a hub delivers. Rings combine by even-odd: a ring inside another is a hole, a ring apart is a second part. */
export type ZoneArea = { readonly rings: readonly Ring[] }

/** The first of `zones` that contains the place, its boundary included; null when nobody delivers there. */
export function zoneOf<Zone extends ZoneArea>(place: Place, zones: readonly Zone[]): Zone | null {
  return zones.find((zone) => containsPlace(zone, place)) ?? null
}

export function containsPlace(area: ZoneArea, place: Place): boolean {
  let inside = false
  for (const ring of area.rings) {
    for (const [from, to] of sidesOf(ring)) {
      if (liesOn(place, from, to)) return true
      if (crossesEastward(place, from, to)) inside = !inside
    }
  }
  return inside
}

type Corner = readonly [lon: number, lat: number]

function* sidesOf(ring: Ring): Generator<readonly [Corner, Corner]> {
  let previous = ring.at(-1)
  for (const corner of ring) {
    if (previous) yield [previous, corner]
    previous = corner
  }
}

/** About a centimetre in degrees: closer than this to a side is on it. */
const ON_THE_LINE_DEG = 1e-7

function liesOn(place: Place, [lonA, latA]: Corner, [lonB, latB]: Corner): boolean {
  const lengthSquared = (lonB - lonA) ** 2 + (latB - latA) ** 2
  const along = lengthSquared === 0 ? 0 : ((place.lon - lonA) * (lonB - lonA) + (place.lat - latA) * (latB - latA)) / lengthSquared
  const clamped = Math.min(1, Math.max(0, along))
  const offLon = place.lon - (lonA + clamped * (lonB - lonA))
  const offLat = place.lat - (latA + clamped * (latB - latA))
  return Math.hypot(offLon, offLat) <= ON_THE_LINE_DEG
}

function crossesEastward(place: Place, [lonA, latA]: Corner, [lonB, latB]: Corner): boolean {
  if (latA > place.lat === latB > place.lat) return false
  return place.lon < lonA + ((place.lat - latA) / (latB - latA)) * (lonB - lonA)
}
