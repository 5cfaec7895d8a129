import { accept, type Result, refuse } from '#app/domain/result.ts'
import { haversineM } from './distance.ts'
import { containsPlace, type Ring } from './zone.ts'

type Corner = readonly [lon: number, lat: number]
type OtherZone = { readonly id: string; readonly polygon: Ring }

export type ZoneShapeRefusal = { code: 'too_few_corners' } | { code: 'crosses_itself' } | { code: 'overlaps'; zoneId: string }

/** Neighbours' borders drawn by hand may miss each other by this much and still count as touching. */
export const TOUCHING_M = 5

/**
 * Whether a drawn ring may be a zone: at least three corners, no two of its sides meet but where they follow one another, and no
 * ground is in another zone too. Borders may be shared.
 * @returns the ring without repeated corners, the first not said again at the end
 */
export function checkZoneShape(drawn: Ring, others: readonly OtherZone[]): Result<[number, number][], ZoneShapeRefusal> {
  const ring = drawn.filter((corner, index) => !isSame(corner, drawn.at(index - 1) ?? corner) || drawn.length === 1)
  if (ring.length < 3) return refuse({ code: 'too_few_corners' })
  if (crossesItself(ring)) return refuse({ code: 'crosses_itself' })
  const overlapped = others.find(({ polygon }) => shareGround(ring, polygon))
  if (overlapped) return refuse({ code: 'overlaps', zoneId: overlapped.id })
  return accept(ring.map(([lon, lat]): [number, number] => [lon, lat]))
}

const isSame = (a: Corner, b: Corner) => a[0] === b[0] && a[1] === b[1]
const sidesOf = (ring: Ring): [Corner, Corner][] => ring.map((corner, index) => [ring.at(index - 1)!, corner])

function crossesItself(ring: Ring): boolean {
  const sides = sidesOf(ring)
  return sides.some(([a, b], index) =>
    sides.slice(index + 1).some(([c, d], after) => {
      const follows = after === 0 || (index === 0 && after === sides.length - 2)
      return follows ? turnsBack(after === 0 ? [a, b, d] : [c, d, b]) : meet(a, b, c, d)
    }),
  )
}

/** Whether the way from the first over the second to the third goes back along itself. */
function turnsBack([from, over, to]: readonly [Corner, Corner, Corner]): boolean {
  const ahead = (over[0] - from[0]) * (to[0] - over[0]) + (over[1] - from[1]) * (to[1] - over[1])
  return side(from, over, to) === 0 && ahead < 0
}

const side = (a: Corner, b: Corner, c: Corner) => Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]))

function meet(a: Corner, b: Corner, c: Corner, d: Corner): boolean {
  const [abc, abd, cda, cdb] = [side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b)]
  if (abc !== abd && cda !== cdb) return true
  return [
    [abc, a, b, c],
    [abd, a, b, d],
    [cda, c, d, a],
    [cdb, c, d, b],
  ].some(([turn, from, to, corner]) => turn === 0 && isBetween(from as Corner, to as Corner, corner as Corner))
}

const isBetween = (a: Corner, b: Corner, c: Corner) =>
  Math.min(a[0], b[0]) <= c[0] && c[0] <= Math.max(a[0], b[0]) && Math.min(a[1], b[1]) <= c[1] && c[1] <= Math.max(a[1], b[1])

/**
 * Each border is cut where it meets the other; a piece whose middle is well inside the other ring shows shared ground. Where no
 * piece is, the two are apart or one and the same.
 */
function shareGround(ring: Ring, other: Ring): boolean {
  return hasPieceInside(ring, other) || hasPieceInside(other, ring) || isWellInside(innerPoint(ring), other)
}

function hasPieceInside(ring: Ring, other: Ring): boolean {
  return sidesOf(ring).some(([from, to]) => {
    const cuts = [0, 1, ...sidesOf(other).flatMap((across) => cutAt(from, to, ...across))].sort((a, b) => a - b)
    return cuts.slice(1).some((cut, index) => isWellInside(pointAt(from, to, (cut + cuts[index]!) / 2), other))
  })
}

/** How far along a side another one crosses it, 0 to 1; none where they run alongside: then its corners do. */
function cutAt(from: Corner, to: Corner, c: Corner, d: Corner): number[] {
  const along: Corner = [to[0] - from[0], to[1] - from[1]]
  const across: Corner = [d[0] - c[0], d[1] - c[1]]
  const area = along[0] * across[1] - along[1] * across[0]
  const length = along[0] ** 2 + along[1] ** 2
  const cuts =
    area === 0
      ? [c, d].map((corner) => ((corner[0] - from[0]) * along[0] + (corner[1] - from[1]) * along[1]) / length)
      : [((c[0] - from[0]) * across[1] - (c[1] - from[1]) * across[0]) / area]
  return cuts.filter((cut) => cut > 0 && cut < 1)
}

const pointAt = (from: Corner, to: Corner, part: number): Corner => [from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part]

function isWellInside([lon, lat]: Corner, ring: Ring): boolean {
  if (!containsPlace({ rings: [ring] }, { lon, lat })) return false
  return sidesOf(ring).every(([from, to]) => {
    const [nearLon, nearLat] = nearestOn(from, to, [lon, lat])
    return haversineM({ lat, lon }, { lat: nearLat, lon: nearLon }) > TOUCHING_M
  })
}

function nearestOn(from: Corner, to: Corner, place: Corner): Corner {
  const length = (to[0] - from[0]) ** 2 + (to[1] - from[1]) ** 2
  const along = length === 0 ? 0 : ((place[0] - from[0]) * (to[0] - from[0]) + (place[1] - from[1]) * (to[1] - from[1])) / length
  return pointAt(from, to, Math.min(1, Math.max(0, along)))
}

/** Some point inside a ring: the middle of the widest stretch across it, a little off the height of any corner. */
function innerPoint(ring: Ring): Corner {
  const lats = ring.map(([, lat]) => lat).sort((a, b) => a - b)
  const gap = lats.slice(1).reduce((best, lat, index) => (lat - lats[index]! > lats[best + 1]! - lats[best]! ? index : best), 0)
  const lat = (lats[gap]! + lats[gap + 1]!) / 2
  const crossings = sidesOf(ring)
    .filter(([from, to]) => from[1] > lat !== to[1] > lat)
    .map(([from, to]) => from[0] + ((lat - from[1]) / (to[1] - from[1])) * (to[0] - from[0]))
    .sort((a, b) => a - b)
  return [(crossings[0]! + crossings[1]!) / 2, lat]
}
