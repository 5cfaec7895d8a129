export type Point = readonly [x: number, y: number]

interface Knot {
  readonly x: number
  readonly y: number
  readonly corner: boolean
}

/** A drawn line: smooth through its knots, sharp at those marked as corners. */
export interface Shape {
  readonly knots: readonly Knot[]
  readonly closed: boolean
}

export interface Placing {
  x?: number
  y?: number
  scale?: number
  /** Height against width, applied before the turn. */
  stretch?: number
  /** Degrees, clockwise on the page. */
  turn?: number
  flip?: boolean
}

type Cubic = readonly [Point, Point, Point, Point]

const readKnots = (text: string): Knot[] =>
  text
    .trim()
    .split(/\s+/)
    .map((word) => {
      const [x = '0', y = '0'] = word.replace('!', '').split(',')
      return { x: Number(x), y: Number(y), corner: word.endsWith('!') }
    })

/** A closed shape from knots written `x,y`, a corner written `x,y!`. */
export const outline = (text: string): Shape => ({ knots: readKnots(text), closed: true })

/** An open line, written the same way. */
export const line = (text: string): Shape => ({ knots: readKnots(text), closed: false })

/** Several open lines, a bar between them. */
export const lines = (text: string): Shape[] => text.split('|').map(line)

/** Rows of figures written `x,y x,y`: places for dots, or `x,y,dx,dy` for cuts. */
export const rows = (text: string): number[][] => text.split(' ').map((row) => row.split(',').map(Number))

/** An ellipse; `turn` in degrees. Small ones have four knots, large ones eight, flat ones sixteen. */
export function round(x: number, y: number, rx: number, ry = rx, turn = 0): Shape {
  const flat = Math.max(rx, ry) > 1.9 * Math.min(rx, ry)
  const count = flat ? 16 : Math.max(rx, ry) < 9 ? 6 : 8
  const knots = Array.from({ length: count }, (_, i) => {
    const angle = (i / count) * 2 * Math.PI
    return { x: rx * Math.cos(angle), y: ry * Math.sin(angle), corner: false }
  })
  return place({ knots, closed: true }, { x, y, turn })
}

/** Scales, mirrors, turns, then moves. */
export function place(shape: Shape, { x = 0, y = 0, scale = 1, stretch = 1, turn = 0, flip = false }: Placing): Shape {
  const radians = (turn * Math.PI) / 180
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)]
  const knots = shape.knots.map((knot) => {
    const kx = knot.x * scale * (flip ? -1 : 1)
    const ky = knot.y * scale * stretch
    return { x: x + kx * cos - ky * sin, y: y + kx * sin + ky * cos, corner: knot.corner }
  })
  return { knots, closed: shape.closed }
}

const handleLength = 0.36

function cubics({ knots, closed }: Shape): Cubic[] {
  const at = (i: number) => knots[closed ? (i + knots.length) % knots.length : Math.min(Math.max(i, 0), knots.length - 1)] as Knot
  const tangent = (i: number): Point => {
    const [dx, dy] = [at(i + 1).x - at(i - 1).x, at(i + 1).y - at(i - 1).y]
    const length = Math.hypot(dx, dy) || 1
    return [dx / length, dy / length]
  }
  return Array.from({ length: closed ? knots.length : knots.length - 1 }, (_, i) => {
    const [a, b] = [at(i), at(i + 1)]
    const chord = Math.hypot(b.x - a.x, b.y - a.y)
    const straight: Point = chord === 0 ? [0, 0] : [(b.x - a.x) / chord, (b.y - a.y) / chord]
    const [out, into] = [a.corner ? straight : tangent(i), b.corner ? straight : tangent(i + 1)]
    const reach = chord * handleLength
    return [
      [a.x, a.y],
      [a.x + out[0] * reach, a.y + out[1] * reach],
      [b.x - into[0] * reach, b.y - into[1] * reach],
      [b.x, b.y],
    ]
  })
}

/** A coordinate as SVG wants it: at most one decimal, no leading zero. */
export const short = (value: number) => String(Math.round(value * 10) / 10 || 0).replace(/^(-?)0\./, '$1.')

/** Coordinates side by side: a minus sign separates as well as a space. */
export const pack = (...values: number[]) =>
  values.map(short).reduce((text, next) => text + (text && !next.startsWith('-') ? ' ' : '') + next, '')

const isStraight = ([a, b, c, d]: Cubic) => {
  const off = (p: Point) => Math.abs((d[0] - a[0]) * (p[1] - a[1]) - (d[1] - a[1]) * (p[0] - a[0]))
  return off(b) < 1 && off(c) < 1
}

const toTenth = ([x, y]: Point): Point => [Math.round(x * 10) / 10, Math.round(y * 10) / 10]

/** The `d` of an SVG path, in steps from point to point. */
export function pathData(shape: Shape): string {
  const [first] = shape.knots
  if (!first) return ''
  const pieces = cubics(shape).map((cubic) => {
    const [[x, y], ...rest] = cubic.map(toTenth) as [Point, Point, Point, Point]
    const steps = rest.map(([px, py]): Point => [px - x, py - y])
    return isStraight(cubic) ? `l${pack(...(steps[2] as Point))}` : `c${pack(...steps.flat())}`
  })
  return `M${pack(first.x, first.y)}${pieces.join('')}${shape.closed ? 'z' : ''}`
}

/** The same line as short straight pieces, for finding what lies inside it. */
export function polygon(shape: Shape): Point[] {
  const steps = 6
  return cubics(shape).flatMap(([a, b, c, d]) =>
    Array.from({ length: steps }, (_, i): Point => {
      const t = i / steps
      const u = 1 - t
      const mix = (k: 0 | 1) => u * u * u * a[k] + 3 * u * u * t * b[k] + 3 * u * t * t * c[k] + t * t * t * d[k]
      return [mix(0), mix(1)]
    }),
  )
}

/** Left, top, right and bottom of a shape. */
export function bounds(shape: Shape): { left: number; top: number; right: number; bottom: number } {
  const points = polygon(shape)
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) }
}
