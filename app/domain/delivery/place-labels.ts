export type Spot = { readonly x: number; readonly y: number }
/** An area of a drawing and the size of what is written in it, all in the drawing's units. */
export type LabelledArea = { readonly corners: readonly Spot[]; readonly width: number; readonly height: number }

type Box = Spot & Pick<LabelledArea, 'width' | 'height'>

const STEPS = 40

/**
 * Where each area's name is written, by its middle: as far inside the area as a grid finds (its pole of inaccessibility), where it
 * does not cover a name before it, nor a mark of `marks` (each by its middle). Where that cannot be, it covers one rather than lie
 * outside. Areas without ground get their corner.
 */
export function placeLabels(areas: readonly LabelledArea[], marks: readonly Box[] = []): Spot[] {
  const placed: Box[] = []
  for (const area of areas) {
    const spots = spotsInside(area.corners)
    const free = spots.find((spot) => ![...marks, ...placed].some((other) => covers({ ...area, ...spot }, other)))
    placed.push({ ...area, ...(free ?? spots[0] ?? area.corners[0] ?? { x: 0, y: 0 }) })
  }
  return placed.map(({ x, y }) => ({ x, y }))
}

export const covers = (a: Box, b: Box) => Math.abs(a.x - b.x) < (a.width + b.width) / 2 && Math.abs(a.y - b.y) < (a.height + b.height) / 2

/** Points of a grid inside the ring, the one farthest from its border first. */
function spotsInside(corners: readonly Spot[]): Spot[] {
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)]
  const [west, east, north, south] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const grid = Array.from({ length: STEPS * STEPS }, (_, index) => ({
    x: west + ((east - west) * ((index % STEPS) + 0.5)) / STEPS,
    y: north + ((south - north) * (Math.floor(index / STEPS) + 0.5)) / STEPS,
  }))
  return grid
    .filter((spot) => isInside(spot, corners))
    .map((spot) => ({ spot, depth: depthIn(spot, corners) }))
    .sort((a, b) => b.depth - a.depth)
    .map(({ spot }) => spot)
}

export function isInside({ x, y }: Spot, corners: readonly Spot[]): boolean {
  let inside = false
  for (const [a, b] of sidesOf(corners)) if (a.y > y !== b.y > y && x < a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x)) inside = !inside
  return inside
}

function depthIn({ x, y }: Spot, corners: readonly Spot[]): number {
  let least = Number.POSITIVE_INFINITY
  for (const [a, b] of sidesOf(corners)) {
    const lengthSquared = (b.x - a.x) ** 2 + (b.y - a.y) ** 2
    const along = lengthSquared === 0 ? 0 : ((x - a.x) * (b.x - a.x) + (y - a.y) * (b.y - a.y)) / lengthSquared
    const part = Math.min(1, Math.max(0, along))
    least = Math.min(least, Math.hypot(x - a.x - part * (b.x - a.x), y - a.y - part * (b.y - a.y)))
  }
  return least
}

const sidesOf = (corners: readonly Spot[]) => corners.map((corner, index) => [corner, corners[(index + 1) % corners.length]!] as const)
