import type { Pigment } from './pigments.ts'
import { block, cut, hatch, print } from './print-ink.ts'
import type { Hand } from './seed-hand.ts'
import { line, outline, round, type Shape } from './shape-outline.ts'

/** A blue-and-white bowl seen from a little above, its mouth at `y`. What it holds goes between `back` and `front`. */
export function bowl(
  hand: Hand,
  {
    x,
    y,
    radius,
    depth,
    fill = 'white',
    band = 'indigo',
  }: { x: number; y: number; radius: number; depth: number; fill?: Pigment; band?: Pigment },
) {
  const r = radius
  const body = outline(
    `${x - r},${y}! ${x - r * 0.86},${y + depth * 0.48} ${x - r * 0.42},${y + depth}! ${x + r * 0.42},${y + depth}! ${x + r * 0.86},${y + depth * 0.48} ${x + r},${y}! ${x},${y + r * 0.16}`,
  )
  const stripe = outline(
    `${x - r * 0.95},${y + depth * 0.24} ${x},${y + depth * 0.24 + r * 0.17} ${x + r * 0.95},${y + depth * 0.24} ${x + r * 0.9},${y + depth * 0.42} ${x},${y + depth * 0.42 + r * 0.17} ${x - r * 0.9},${y + depth * 0.42}`,
  )
  const foot = outline(
    `${x - r * 0.4},${y + depth}! ${x + r * 0.4},${y + depth}! ${x + r * 0.36},${y + depth + 10}! ${x - r * 0.36},${y + depth + 10}!`,
  )
  return {
    back: print(round(x, y, r, r * 0.18), fill),
    front: print(foot, fill) + print(body, fill) + block(stripe, band) + hatch(hand, body, { depth: 0.2, angle: 10 }) + print(body, 'none'),
  }
}

/** A woven bamboo basket, its rim at `y`; contents go behind `front`. */
export function basket({
  x,
  y,
  width,
  depth,
  fill = 'tan',
}: {
  x: number
  y: number
  width: number
  depth: number
  fill?: Pigment
}): string {
  const [half, foot] = [width / 2, width * 0.38]
  const body = outline(
    `${x - half},${y}! ${x - foot - 6},${y + depth * 0.6} ${x - foot},${y + depth}! ${x + foot},${y + depth}! ${x + foot + 6},${y + depth * 0.6} ${x + half},${y}!`,
  )
  const weave: Shape[] = []
  const [rows, columns] = [Math.round(depth / 17), Math.round(width / 26)]
  for (let row = 0; row < rows; row++) {
    const ry = y + 20 + (row * (depth - 22)) / rows
    const reach = half - 8 - (row / rows) * (half - foot)
    for (let i = row % 2 ? 0 : 0.5; i < columns; i++) {
      const wx = x - reach + ((i + 0.1) / columns) * reach * 2
      if (wx + (reach * 1.4) / columns < x + reach)
        weave.push(line(`${wx},${ry + 4}! ${wx + (reach * 0.65) / columns},${ry - 2}! ${wx + (reach * 1.3) / columns},${ry + 4}!`))
    }
  }
  const rim = outline(
    `${x - half - 6},${y - 9} ${x},${y - 6} ${x + half + 6},${y - 9} ${x + half + 6},${y + 8} ${x},${y + 11} ${x - half - 6},${y + 8}`,
  )
  const wraps = Array.from({ length: 9 }, (_, i) =>
    line(`${x - half + 4 + i * (width / 9)},${y - 6} ${x - half + 12 + i * (width / 9)},${y + 8}`),
  )
  return print(body, fill) + cut(weave, 3.5) + print(rim, fill) + cut(wraps, 3)
}

/** The alliance's 田 as a small carved sign on labels and bands: strokes, no font. */
export const fieldSign = (x: number, y: number, size: number, colour: Pigment = 'ink', width = 3.5) => {
  const h = size / 2
  return cut(
    [
      outline(`${x - h},${y - h}! ${x + h},${y - h}! ${x + h},${y + h}! ${x - h},${y + h}!`),
      line(`${x - h},${y} ${x + h},${y}`),
      line(`${x},${y - h} ${x},${y + h}`),
    ],
    width,
    colour,
  )
}

/** A red diamond label, as pasted on jars at New Year. */
export const diamond = (x: number, y: number, size: number, fill: Pigment = 'vermilion') =>
  print(outline(`${x},${y - size}! ${x + size},${y}! ${x},${y + size}! ${x - size},${y}!`), fill, 4) + fieldSign(x, y, size * 0.62)

/** A glass jar: what it holds shows through. `y` is the foot. */
export function jar(
  hand: Hand,
  {
    x,
    y,
    width,
    height,
    contents,
    glass = 'white',
  }: { x: number; y: number; width: number; height: number; contents: Pigment; glass?: Pigment },
): string {
  const h = width / 2
  const top = y - height
  const body = outline(
    `${x - h + 8},${y}! ${x - h},${y - 16} ${x - h},${top + 34} ${x - h * 0.72},${top}! ${x + h * 0.72},${top}! ${x + h},${top + 34} ${x + h},${y - 16} ${x + h - 8},${y}!`,
  )
  const full = outline(
    `${x - h + 9},${y}! ${x - h},${y - 16} ${x - h},${top + 44}! ${x},${top + 38} ${x + h},${top + 44}! ${x + h},${y - 16} ${x + h - 9},${y}!`,
  )
  return (
    block(body, glass) +
    block(full, contents) +
    hatch(hand, body, { depth: 0.22, angle: 8 }) +
    print(body, 'none') +
    cut(line(`${x - h + 13},${top + 58} ${x - h + 13},${y - 30}`), 5, 'white')
  )
}

/** A cloth cover tied over a jar's mouth. */
export function clothLid({
  x,
  y,
  width,
  fill,
  string = 'rape',
}: {
  x: number
  y: number
  width: number
  fill: Pigment
  string?: Pigment
}): string {
  const h = width / 2
  const cloth = outline(
    `${x - h},${y} ${x - h * 0.86},${y - 24} ${x},${y - 34} ${x + h * 0.86},${y - 24} ${x + h},${y} ${x + h * 1.14},${y + 24}! ${x + h * 0.7},${y + 17} ${x + h * 0.35},${y + 27}! ${x},${y + 17} ${x - h * 0.35},${y + 27}! ${x - h * 0.7},${y + 17} ${x - h * 1.14},${y + 24}!`,
  )
  const folds = [-0.6, -0.2, 0.2, 0.6].map((k) => line(`${x + h * k},${y - 4} ${x + h * k * 1.08},${y + 12}`))
  return (
    print(cloth, fill) +
    cut(folds, 3) +
    print(outline(`${x - h - 2},${y - 6}! ${x + h + 2},${y - 6}! ${x + h + 2},${y + 3}! ${x - h - 2},${y + 3}!`), string, 3)
  )
}

/** A bottle; `y` is the foot, `neck` the neck's width. */
export function bottle(
  hand: Hand,
  {
    x,
    y,
    width,
    height,
    neck,
    fill,
    shoulder = 0.42,
  }: { x: number; y: number; width: number; height: number; neck: number; fill: Pigment; shoulder?: number },
): string {
  const [h, n, top] = [width / 2, neck / 2, y - height]
  const bend = top + height * shoulder
  const body = outline(
    `${x - h + 7},${y}! ${x - h},${y - 12}! ${x - h},${bend} ${x - n},${bend - height * 0.16} ${x - n},${top}! ${x + n},${top}! ${x + n},${bend - height * 0.16} ${x + h},${bend} ${x + h},${y - 12}! ${x + h - 7},${y}!`,
  )
  return (
    block(body, fill) +
    hatch(hand, body, { depth: 0.26, angle: 4, spacing: 8 }) +
    print(body, 'none') +
    cut(line(`${x - h + 11},${bend + 14} ${x - h + 11},${y - 26}`), 5, 'cream')
  )
}
