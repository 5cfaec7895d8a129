import { invariant } from '#app/domain/invariant.ts'
import type { Place } from './distance.ts'
import type { Ring } from './zone.ts'

export type MapBounds = { readonly south: number; readonly north: number; readonly west: number; readonly east: number }

/** Maps a place to SVG units: x grows eastward, y southward, from the upper left. */
export type MapProjection = {
  readonly width: number
  readonly height: number
  readonly project: (place: Place) => { x: number; y: number }
}

/** The smallest bounds that hold all places; null without any. */
export function boundsOf(places: readonly Place[]): MapBounds | null {
  if (places.length === 0) return null
  const lats = places.map(({ lat }) => lat)
  const lons = places.map(({ lon }) => lon)
  return { south: Math.min(...lats), north: Math.max(...lats), west: Math.min(...lons), east: Math.max(...lons) }
}

/**
 * An equirectangular map, true to shape about the middle of its bounds: a degree of longitude is drawn shorter by the cosine of
 * the middle latitude. Good to a few metres over a city.
 *
 * @param width   of the whole drawing; the height follows from the bounds
 * @param padding kept free on all four sides
 */
export function projectionFor(bounds: MapBounds, { width, padding }: { width: number; padding: number }): MapProjection {
  invariant(width > 2 * padding, 'the padding leaves no room for the map')
  const { south, north, west, east } = widened(bounds)
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const scale = (width - 2 * padding) / ((east - west) * squeeze)
  return {
    width,
    height: toTenth((north - south) * scale + 2 * padding),
    project: ({ lat, lon }) => ({
      x: toTenth(padding + (lon - west) * squeeze * scale),
      y: toTenth(padding + (north - lat) * scale),
    }),
  }
}

/** Path data of an open line through the places, in order: a river, or a route from the depot and back to it. */
export function linePath(places: readonly Place[], projection: MapProjection): string {
  return places
    .map((place, index) => {
      const { x, y } = projection.project(place)
      return `${index === 0 ? 'M' : 'L'}${x} ${y}`
    })
    .join('')
}

/** Path data of a zone's rings, for `fill-rule="evenodd"`. */
export function areaPath(rings: readonly Ring[], projection: MapProjection): string {
  return rings.map((ring) => `${linePath(placesOf(ring), projection)}Z`).join('')
}

/** `[lon, lat]` pairs as places. */
export const placesOf = (line: Ring): Place[] => line.map(([lon, lat]) => ({ lat, lon }))

/** A single place, or a straight line of them, is shown with about a hundred metres of ground around it. */
function widened({ south, north, west, east }: MapBounds): MapBounds {
  const lat = north - south < LEAST_SPAN_DEG ? LEAST_SPAN_DEG : 0
  const lon = east - west < LEAST_SPAN_DEG ? LEAST_SPAN_DEG : 0
  return { south: south - lat, north: north + lat, west: west - lon, east: east + lon }
}

const LEAST_SPAN_DEG = 0.001

/** A tenth of a unit is finer than a screen shows and keeps the markup small. */
const toTenth = (value: number) => Math.round(value * 10) / 10
