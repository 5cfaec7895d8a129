import type { Pigment } from './pigments.ts'
import { block, cut, dots, print, tube } from './print-ink.ts'
import type { Hand } from './seed-hand.ts'
import { line, outline, type Placing, place, round, type Shape } from './shape-outline.ts'

export interface Leaf extends Placing {
  length: number
  width: number
  light?: Pigment
  dark?: Pigment
  /** How far the tip hangs to one side. */
  droop?: number
  veins?: number
  contour?: number
}

/** A pointed leaf from its stalk at the origin to its tip along +x: two tones, midrib, side veins. */
export function leaf({ length: l, width: w, light = 'grass', dark = 'leaf', droop = 0, veins = 3, contour = 5, ...where }: Leaf): string {
  const whole = outline(
    `0,0! ${l * 0.28},${-w * 0.46} ${l * 0.66},${-w * 0.4 + droop * 0.4} ${l},${droop}! ${l * 0.62},${w * 0.44 + droop * 0.5} ${l * 0.26},${w * 0.42}`,
  )
  const under = outline(`0,0! ${l * 0.5},${droop * 0.3} ${l},${droop}! ${l * 0.62},${w * 0.44 + droop * 0.5} ${l * 0.26},${w * 0.42}`)
  const ribs: Shape[] = []
  for (let i = 1; i <= veins; i++) {
    const t = (i / (veins + 1)) * 0.82
    const y = droop * t * t
    const reach = w * 0.3 * (1 - t * 0.5)
    ribs.push(line(`${l * t},${y} ${l * t + reach * 0.9},${y - reach}`), line(`${l * t},${y} ${l * t + reach * 0.9},${y + reach}`))
  }
  const at = (shape: Shape) => place(shape, where)
  return (
    print(at(whole), light, contour) + print(at(under), dark, contour * 0.8) + (veins ? cut(ribs.map(at), Math.min(3, contour * 0.6)) : '')
  )
}

/** A drooping ear: kernels in pairs along a stalk given as a line of knots from the foot to the tip. */
export function ear(
  stalk: Shape,
  { from, kernel, fill, spread = 42 }: { from: number; kernel: number; fill: Pigment; spread?: number },
): string {
  const knots = stalk.knots
  const kernels: Shape[] = []
  for (let i = from; i < knots.length; i++) {
    const [a, b] = [knots[i - 1], knots[i]]
    if (!a || !b) continue
    const heading = (Math.atan2(b.y - a.y, b.x - a.x) * 180) / Math.PI
    const grain = outline(`0,0! ${kernel * 0.5},${-kernel * 0.26} ${kernel},0! ${kernel * 0.5},${kernel * 0.26}`)
    for (const side of [-spread, spread]) kernels.push(place(grain, { x: b.x, y: b.y, turn: heading + side }))
  }
  const last = knots.at(-1)
  const tip = last ? [round(last.x, last.y, kernel * 0.3)] : []
  return tube(stalk, 3, 'grass', 3) + print([...kernels, ...tip], fill, 3.5)
}

/** An open flower of equal petals round an eye. */
export function flower({
  x = 0,
  y = 0,
  petals = 5,
  radius,
  fill,
  eye = 'rape',
}: {
  x?: number
  y?: number
  petals?: number
  radius: number
  fill: Pigment
  eye?: Pigment
}): string {
  const petal = outline(`0,0! ${radius * 0.62},${-radius * 0.42} ${radius},0 ${radius * 0.62},${radius * 0.42}`)
  const ring = Array.from({ length: petals }, (_, i) => place(petal, { x, y, turn: (360 / petals) * i - 90 }))
  return print(ring, fill, 3.5) + print(round(x, y, radius * 0.26), eye, 3)
}

/** A branch: brown wood with its contour and a few bark cuts. */
export function branch(hand: Hand, wood: Shape, width = 9): string {
  const knots = wood.knots.slice(1, -1)
  const bark = knots.map(({ x, y }) => line(`${x - 6},${y + hand.slip(2)} ${x + 7},${y + hand.slip(2)}`))
  return tube(wood, width, 'brown') + cut(bark, 2.5)
}

/** A five-pointed calyx or star with sharp tips. */
export function star({
  x,
  y,
  points = 5,
  outer,
  inner,
  fill,
  turn = -90,
  contour = 4,
}: {
  x: number
  y: number
  points?: number
  outer: number
  inner: number
  fill: Pigment
  turn?: number
  contour?: number
}): string {
  const knots = Array.from({ length: points * 2 }, (_, i) => {
    const angle = ((turn + (180 / points) * i) * Math.PI) / 180
    const reach = i % 2 ? inner : outer
    return `${x + reach * Math.cos(angle)},${y + reach * Math.sin(angle)}!`
  })
  return print(outline(knots.join(' ')), fill, contour)
}

/** A cut face of citrus or other segmented fruit: rind, pith, wedges. */
export function citrusFace({
  x,
  y,
  radius,
  rind,
  flesh,
  pith = 'cream',
  wedges = 9,
}: {
  x: number
  y: number
  radius: number
  rind: Pigment
  flesh: Pigment
  pith?: Pigment
  wedges?: number
}): string {
  const reach = radius * 0.78
  const half = 180 / wedges - 3
  const edge = reach * Math.sin((half * Math.PI) / 180)
  const wedge = outline(`${reach * 0.14},0! ${reach * 0.9},${-edge} ${reach},0 ${reach * 0.9},${edge}`)
  const faces = Array.from({ length: wedges }, (_, i) => place(wedge, { x, y, turn: (360 / wedges) * i }))
  return print(round(x, y, radius), rind) + block(round(x, y, radius * 0.87), pith) + print(faces, flesh, 2.5) + dots([[x, y]], 5)
}

/** Lines from pole to pole over something round: ribs of a pumpkin, skins of an onion. `bows` are parts of the half width. */
export const meridians = (x: number, y: number, rx: number, ry: number, bows: readonly number[]): Shape[] =>
  bows.map((bow) => line(`${x + bow * rx * 0.2},${y - ry} ${x + bow * rx},${y} ${x + bow * rx * 0.2},${y + ry}`))
