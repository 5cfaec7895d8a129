import { beads, block, cut, dots, hatch, model, print, tube } from '#app/domain/woodcut/print-ink.ts'
import type { Hand } from '#app/domain/woodcut/seed-hand.ts'
import type { Block } from '#app/domain/woodcut/set-scene.ts'
import { line, lines, outline, type Placing, place, round, rows } from '#app/domain/woodcut/shape-outline.ts'
import { bottle, bowl, clothLid, diamond } from '#app/domain/woodcut/vessel-parts.ts'

const coat = outline(
  '-92,-30 -60,-62 -24,-74 4,-60 50,-62 88,-48 100,-10 98,44! 84,30! 78,52! 60,38! 48,58! 30,42! 16,62! -2,44! -18,60! -32,42! -50,54! -60,36! -78,46! -84,8',
)
const head = outline('-30,-30 2,-40 30,-28 34,0 20,38 0,50 -22,38 -34,2')

/** A yak seen from the side, its feet about 84 below its middle. */
function yak(hand: Hand, at: Placing, contour = 5): string {
  const scale = at.scale ?? 1
  const fringe = [-66, -40, -14, 12, 40, 66].flatMap((x) => [
    line(`${x},-20! ${x + hand.slip(4)},6!`),
    line(`${x + 12},8! ${x + 12 + hand.slip(4)},30!`),
  ])
  const face = { ...at, x: (at.x ?? 0) - 98 * scale * (at.flip ? -1 : 1), y: (at.y ?? 0) - 18 * scale, scale: scale * 0.86 }
  return [
    print(
      [-66, -38, 44, 74].map((x) => place(outline(`${x - 9},30! ${x + 9},30! ${x + 8},84! ${x - 10},84!`), at)),
      'soil',
      contour,
    ),
    print(place(outline('92,-36! 118,-20 122,20 108,50! 100,20'), at), 'night', contour),
    print(place(coat, at), 'night', contour),
    cut(
      fringe.map((hair) => place(hair, at)),
      contour * 0.7,
      'slate',
    ),
    tube(
      lines('-20,-28 -44,-40 -52,-66 -38,-82 | 20,-28 44,-40 52,-66 38,-82').map((horn) => place(horn, face)),
      8 * scale,
      'straw',
      contour,
    ),
    print(place(head, face), 'soil', contour),
    print(place(round(0, 34, 20, 15), face), 'blush', contour * 0.8),
    dots(
      rows('-14,-4 14,-4').map(([x = 0, y = 0]) => [face.x + x * face.scale, face.y + y * face.scale]),
      7 * scale + 1,
    ),
    dots(
      rows('-7,34 7,34').map(([x = 0, y = 0]) => [face.x + x * face.scale, face.y + y * face.scale]),
      4 * scale + 1,
    ),
  ].join('')
}

export const yakMeat: Block = {
  paper: 'pepper',
  setting: 'table',
  foot: 156,
  draw: (hand) => {
    const steak = outline('60,200 66,166 108,148 176,150 250,156 316,148 352,172 350,214 308,238 236,236 160,246 92,240')
    return [
      yak(hand, { x: 226, y: 78, scale: 0.72 }, 4),
      model(hand, steak, 'vermilion', 'pepper', { depth: 0.12 }),
      print(outline('60,200 66,166 108,148 150,150! 120,164 92,182 86,214! 72,226'), 'cream', 4),
      print(round(292, 190, 24, 19), 'cream', 4),
      block(round(292, 190, 12, 9), 'coral'),
      cut(lines('120,190 150,176 180,186 | 150,214 190,202 226,212 | 204,176 232,182 250,172 | 110,222 136,226'), 5, 'blush'),
    ].join('')
  },
}

export const yakYogurt: Block = {
  paper: 'indigo',
  setting: 'table',
  foot: 130,
  draw: (hand) => {
    const dish = bowl(hand, { x: 232, y: 164, radius: 104, depth: 78, fill: 'cream', band: 'vermilion' })
    const cream = outline('132,164! 150,138 190,124 214,104! 236,120 280,126 318,142 332,164! 232,182')
    return [
      yak(hand, { x: 118, y: 84, scale: 0.62 }, 4),
      dish.back,
      block(cream, 'white'),
      hatch(hand, cream, { depth: 0.18 }),
      print(cream, 'none'),
      cut(lines('168,150 208,140 244,152 290,146 | 208,126 226,134 250,130'), 3.5, 'stone'),
      beads(rows('262,138 282,142 272,152'), 14, 'indigo', 3),
      dish.front,
      tube(line('322,150 352,112 376,96'), 7, 'tan', 4),
    ].join('')
  },
}

export const yakMilk: Block = {
  paper: 'leaf',
  setting: 'table',
  foot: 140,
  draw: (hand) =>
    [
      yak(hand, { x: 158, y: 166, scale: 0.92 }),
      bottle(hand, { x: 314, y: 256, width: 88, height: 190, neck: 46, fill: 'white' }),
      clothLid({ x: 314, y: 78, width: 52, fill: 'indigo' }),
      diamond(314, 200, 32, 'rape'),
    ].join(''),
}
