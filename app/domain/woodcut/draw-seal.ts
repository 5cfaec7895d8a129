import { pigments } from './pigments.ts'
import { type Hand, seedHand } from './seed-hand.ts'
import { outline, pathData, type Shape } from './shape-outline.ts'

type Box = readonly [left: number, top: number, right: number, bottom: number]

/** A straight-sided cut whose corners the knife never quite meets. */
const carve = (hand: Hand, [left, top, right, bottom]: Box, slip = 0.7): Shape => {
  const near = (value: number) => value + hand.slip(slip)
  return outline(`${near(left)},${near(top)}! ${near(right)},${near(top)}! ${near(right)},${near(bottom)}! ${near(left)},${near(bottom)}!`)
}

/** 同 in a box: gate, bar and mouth. Holes lie inside cuts, so the shapes fill by the even-odd rule. */
export function carveTong(hand: Hand, [left, top, right, bottom]: Box, weight: number): Shape[] {
  const near = (value: number) => value + hand.slip(0.6)
  const [w, h] = [right - left, bottom - top]
  const gate = outline(
    [
      [left, top],
      [right, top],
      [right, bottom],
      [right - weight, bottom],
      [right - weight, top + weight],
      [left + weight, top + weight],
      [left + weight, bottom],
      [left, bottom],
    ]
      .map(([x = 0, y = 0]) => `${near(x)},${near(y)}!`)
      .join(' '),
  )
  const inset = weight + w * 0.1
  const [barTop, mouthTop] = [top + h * 0.25, top + h * 0.46]
  const mouth: Box = [left + inset, mouthTop, right - inset, bottom - h * 0.08]
  return [
    gate,
    carve(hand, [left + inset, barTop, right - inset, barTop + weight * 0.86]),
    carve(hand, mouth),
    carve(hand, [mouth[0] + weight * 0.72, mouth[1] + weight * 0.8, mouth[2] - weight * 0.72, mouth[3] - weight * 0.8], 0.4),
  ]
}

/** 田 in a box: a frame and the four plots it encloses. */
export function carveTian(hand: Hand, box: Box, weight: number): Shape[] {
  const [left, top, right, bottom] = box
  const [plotW, plotH] = [(right - left - weight * 3) / 2, (bottom - top - weight * 3) / 2]
  const plots = [0, 1].flatMap((column) =>
    [0, 1].map((row) => {
      const [x, y] = [left + weight + column * (plotW + weight), top + weight + row * (plotH + weight)]
      return carve(hand, [x, y, x + plotW, y + plotH], 0.5)
    }),
  )
  return [carve(hand, box), ...plots]
}

/** The stone's worn edge: a square of `size` with a few chips. */
function wornSquare(hand: Hand, size: number, margin: number): Shape {
  const [low, high] = [margin, size - margin]
  const side = (at: (t: number) => [number, number]) =>
    Array.from({ length: 5 }, (_, i) => {
      const [x, y] = at(low + ((high - low) * (i + 0.12)) / 5)
      return `${x + hand.slip(0.9)},${y + hand.slip(0.9)}${i === 0 ? '' : '!'}`
    }).join(' ')
  return outline([side((t) => [t, low]), side((t) => [high, t]), side((t) => [size - t, high]), side((t) => [low, size - t])].join(' '))
}

const svg = (viewBox: string, body: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}" role="img">${body}</svg>`
const cutOut = (shapes: readonly Shape[], fill: string) => `<path d="${shapes.map(pathData).join('')}" fill="${fill}" fill-rule="evenodd"/>`

/** The alliance's inspection stamp 同田, characters cut out of vermilion on its own paper; `mono` prints in the text's colour with open characters. 96 × 96. */
export function drawSeal(kind: 'colour' | 'mono' = 'colour'): string {
  const hand = seedHand('seal')
  const stamp = [wornSquare(hand, 96, 4), ...carveTong(hand, [12, 14, 48, 82], 6.2), ...carveTian(hand, [53, 14, 84, 82], 6.2)]
  return kind === 'mono'
    ? svg('0 0 96 96', cutOut(stamp, 'currentColor'))
    : svg('0 0 96 96', `<path d="M8 8h80v80H8z" fill="${pigments.cream}"/>${cutOut(stamp, pigments.pepper)}`)
}

/** The small sign for a browser tab: 田 alone, legible at 16 px. 32 × 32. */
export const drawFavicon = (): string =>
  svg(
    '0 0 32 32',
    `<rect x="1" y="1" width="30" height="30" rx="4" fill="${pigments.pepper}"/>` +
      '<path d="M7.5 7.5h17v17h-17zM7.5 16h17M16 7.5v17" fill="none" stroke="#FFFFFF" stroke-width="3"/>',
  )
