import { type Pigment, pigments } from './pigments.ts'
import type { Hand } from './seed-hand.ts'
import { bounds, type Point, pack, pathData, place, polygon, type Shape } from './shape-outline.ts'

/** Width of the even contour every block is printed with. */
export const contour = 5

type Ink = Pigment | 'none'
const paint = (ink: Ink) => (ink === 'none' ? 'none' : pigments[ink])
const data = (shapes: Shape | readonly Shape[]) => ('knots' in shapes ? [shapes] : shapes).map(pathData).join('')

/** A colour with its dark contour. Several shapes make one block. */
export const print = (shapes: Shape | readonly Shape[], fill: Ink, width = contour) =>
  `<path d="${data(shapes)}" fill="${paint(fill)}" stroke="${pigments.ink}" stroke-width="${width}"/>`

/** A colour without a contour. */
export const block = (shapes: Shape | readonly Shape[], fill: Pigment) => `<path d="${data(shapes)}" fill="${pigments[fill]}"/>`

/** A line cut at one width. */
export const cut = (shapes: Shape | readonly Shape[], width = 3, colour: Pigment = 'ink') =>
  `<path d="${data(shapes)}" stroke="${pigments[colour]}" stroke-width="${width}"/>`

/** A round-ended tube along a line, with its contour: stalks, pods, sausages, noodles. */
export const tube = (shapes: Shape | readonly Shape[], width: number, fill: Pigment, edge = contour) =>
  cut(shapes, width + edge * 2, 'ink') + cut(shapes, width, fill)

/** Round dots of one size, `[x, y]` each. */
export const dots = (points: readonly (readonly number[])[], size: number, colour: Pigment = 'ink') =>
  `<path d="${points.map(([x = 0, y = 0]) => `M${pack(x, y)}h0`).join('')}" stroke="${pigments[colour]}" stroke-width="${size}"/>`

/** Round beads of one size, each with its contour: kernels, berries, roe. */
export const beads = (points: readonly (readonly number[])[], size: number, fill: Pigment, edge = 2.5) =>
  dots(points, size + edge * 2) + dots(points, size, fill)

/** Straight short cuts, `[x, y, dx, dy]` each: from, and how far. */
export const ticks = (cuts: readonly (readonly number[])[], width = 3, colour: Pigment = 'ink') =>
  `<path d="${cuts.map(([x = 0, y = 0, dx = 0, dy = 0]) => `M${pack(x, y)}l${pack(dx, dy)}`).join('')}" stroke="${pigments[colour]}" stroke-width="${width}"/>`

export interface Hatching {
  /** Degrees the cuts run in; they start at the far contour. 30 shades the lower right. */
  angle?: number
  spacing?: number
  /** Part of the shape's breadth that the longest cut covers. */
  depth?: number
  /** Width of a cut where it starts. */
  weight?: number
  /** How far inside the contour the cuts start. */
  inset?: number
  colour?: Pigment
}

/** Wedge-shaped cuts that start at the contour and end in a point, as a gouge leaves them. */
export function hatch(hand: Hand, shape: Shape, options: Hatching = {}): string {
  const { angle = 30, spacing = 9, depth = 0.34, weight = 4.5, inset = 0, colour = 'ink' } = options
  const corners = polygon(place(shape, { turn: -angle }))
  const ys = corners.map(([, y]) => y)
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)]
  const radians = (angle * Math.PI) / 180
  const onPage = (x: number, y: number) =>
    pack(x * Math.cos(radians) - y * Math.sin(radians), x * Math.sin(radians) + y * Math.cos(radians))
  const wedges: string[] = []
  for (let y = top + spacing; y < bottom - spacing * 0.5; y += spacing) {
    const row = y + hand.slip(spacing * 0.15)
    const crossings = corners.flatMap(([ax, ay], i) => {
      const [bx, by] = corners[(i + 1) % corners.length] as Point
      return ay <= row !== by <= row ? [ax + ((row - ay) / (by - ay)) * (bx - ax)] : []
    })
    if (crossings.length < 2) continue
    crossings.sort((a, b) => a - b)
    const [from, to] = crossings.slice(-2) as [number, number]
    const swell = Math.sin((Math.PI * (row - top)) / (bottom - top))
    const length = (to - from) * depth * (0.35 + 0.65 * swell) * hand.between(0.7, 1.2)
    if (length < weight) continue
    const start = to - inset
    wedges.push(`M${onPage(start, row - weight / 2)}l${onPage(-length, weight / 2)} ${onPage(length, weight / 2)}z`)
  }
  return `<path d="${wedges.join('')}" fill="${pigments[colour]}"/>`
}

const isInside = (corners: readonly Point[], x: number, y: number) =>
  corners.reduce((odd, [ax, ay], i) => {
    const [bx, by] = corners[(i + 1) % corners.length] as Point
    return ay <= y !== by <= y && x < ax + ((y - ay) / (by - ay)) * (bx - ax) ? !odd : odd
  }, false)

/** Points strewn evenly inside a shape, `spacing` apart, off the edge by about `spacing / 2`. */
export function strew(hand: Hand, shape: Shape, spacing: number, margin = spacing * 0.5): Point[] {
  const corners = polygon(shape)
  const { left, top, right, bottom } = bounds(shape)
  const points: Point[] = []
  for (let y = top + spacing / 2, row = 0; y < bottom; y += spacing * 0.87, row++) {
    for (let x = left + (row % 2 ? spacing / 2 : 0); x < right; x += spacing) {
      const [px, py] = [x + hand.slip(spacing * 0.18), y + hand.slip(spacing * 0.18)]
      const clear = [-margin, margin].every((m) => isInside(corners, px + m, py) && isInside(corners, px, py + m))
      if (clear) points.push([px, py])
    }
  }
  return points
}

/** A block in two tones, lit from the upper left, hatched at the lower right. */
export function model(hand: Hand, shape: Shape, light: Pigment, dark: Pigment, options: Hatching = {}): string {
  const { left, top, right, bottom } = bounds(shape)
  const [cx, cy] = [(left + right) / 2, (top + bottom) / 2]
  const centred = place(shape, { x: -cx, y: -cy })
  const lit = place(centred, { x: cx - (right - left) * 0.04, y: cy - (bottom - top) * 0.04, scale: 0.82 })
  const corners = polygon(shape)
  const spills = polygon(lit).some(([x, y]) => [-2, 2].some((m) => !isInside(corners, x + m, y) || !isInside(corners, x, y + m)))
  return print(shape, dark) + block(lit, light) + hatch(hand, shape, options) + (spills ? print(shape, 'none') : '')
}
