import { leaf } from '#app/domain/woodcut/plant-parts.ts'
import { block, cut, dots, hatch, model, print, strew, ticks, tube } from '#app/domain/woodcut/print-ink.ts'
import type { Hand } from '#app/domain/woodcut/seed-hand.ts'
import type { Block } from '#app/domain/woodcut/set-scene.ts'
import { line, lines, outline, place, round, rows, type Shape } from '#app/domain/woodcut/shape-outline.ts'
import { fieldSign } from '#app/domain/woodcut/vessel-parts.ts'

export const pork: Block = {
  paper: 'leaf',
  setting: 'table',
  foot: 156,
  draw: (hand) => {
    const slab = outline('64,130! 120,104 214,92 314,98 350,116! 352,196! 300,218 200,226 110,222 62,204!')
    const layer = (y: number, thick: number) =>
      outline(
        `66,${y}! 130,${y - 14} 220,${y - 20} 310,${y - 16} 349,${y - 6}! 349,${y - 6 + thick}! 300,${y - 12 + thick} 200,${y - 10 + thick} 130,${y - 2 + thick} 66,${y + 8 + thick}!`,
      )
    return [
      print(outline('34,226! 366,214! 376,246! 30,258!'), 'tan'),
      ticks(rows('70,242,60,-2 170,240,80,-2 290,234,50,-1'), 3, 'brown'),
      print(slab, 'coral'),
      block(layer(146, 13), 'cream'),
      block(layer(176, 10), 'cream'),
      block(layer(196, 7), 'cream'),
      cut(lines('90,134 150,120 200,116 | 240,114 290,116 330,122 | 100,170 170,160 230,156 | 260,156 320,158'), 3, 'pepper'),
      print(outline('62,134! 118,104 214,90 316,96 352,114! 346,90 306,74 212,68 112,82 64,106!'), 'blush'),
      ticks(
        strew(hand, outline('70,124! 118,98 214,84 312,90 340,100! 306,80 212,74 112,90'), 26, 3).map(([x, y]) => [x, y, 3, 3] as const),
        3,
      ),
      hatch(hand, slab, { depth: 0.12, angle: 84 }),
      print(slab, 'none'),
      tube(line('200,74 196,44 206,26 222,32'), 5, 'straw', 4),
      leaf({ x: 66, y: 246, length: 96, width: 24, turn: -6, droop: -6, veins: 0 }),
      leaf({ x: 70, y: 250, length: 78, width: 24, turn: 12, droop: 4, veins: 0, light: 'sprout', dark: 'grass' }),
    ].join('')
  },
}

/** One link of sausage along a line, flecked with fat at two places. */
const link = (hand: Hand, at: Shape, flecks: string) =>
  tube(at, 32, 'pepper') +
  cut(place(at, { x: -7, y: -3 }), 6, 'coral') +
  dots(
    rows(flecks).map(([x = 0, y = 0]) => [x, y + hand.slip(4)]),
    5,
    'blush',
  )

export const curedSausage: Block = {
  paper: 'rape',
  setting: 'air',
  draw: (hand) => {
    const strings = [70, 136, 202, 268, 334]
    return [
      ...strings.flatMap((x, i) => {
        const drop = 106 + (i % 2) * 18
        return [
          tube(line(`${x},38 ${x},62`), 3, 'straw', 3),
          link(
            hand,
            line(`${x + 2},78 ${x + 7},${78 + drop * 0.3} ${x + 2},${54 + drop * 0.72}`),
            `${x + 4},92 ${x + 9},106 ${x + 4},116 ${x + 9},130`,
          ),
          link(
            hand,
            line(`${x + 2},${88 + drop * 0.78} ${x - 5},${96 + drop} ${x + 2},${108 + drop * 1.24}`),
            `${x - 2},190 ${x + 3},204 ${x},222 ${x + 5},236`,
          ),
          tube(line(`${x - 8},${68 + drop * 0.74 + 3} ${x + 12},${68 + drop * 0.74 + 3}`), 5, 'straw', 3),
        ]
      }),
      tube(line('18,36 120,32 260,38 382,32'), 13, 'sprout'),
      cut(lines('104,26 105,41 | 238,30 237,46 | 300,28 301,44'), 3.5),
    ].join('')
  },
}

export const hamSausage: Block = {
  paper: 'indigo',
  setting: 'table',
  foot: 156,
  draw: (hand) => {
    const body = outline('-130,-40! -60,-46 40,-46 112,-40 142,-26! 150,0 142,26! 112,40 40,46 -60,46 -130,40! -140,0')
    const at = { x: 212, y: 124, turn: -14 }
    const slice = (x: number, y: number) =>
      print(round(x, y, 43, 44), 'pepper') +
      block(round(x, y, 35, 36), 'coral') +
      dots(strew(hand, round(x, y, 34, 35), 17, 5), 7, 'blush') +
      hatch(hand, round(x, y, 43, 44), { depth: 0.14 })
    return [
      tube(line('350,86 366,74 378,80 370,92'), 4, 'straw', 3),
      model(hand, place(body, at), 'vermilion', 'pepper', { depth: 0.16, angle: 70 }),
      cut(
        lines('-90,-24 0,-30 90,-24').map((shine) => place(shine, at)),
        6,
        'coral',
      ),
      print(place(outline('138,-24! 160,-10! 160,10! 138,24!'), at), 'rape', 4),
      print(place(outline('-20,-46! 66,-46! 66,46! -20,46!'), at), 'rape'),
      fieldSign(234, 118, 40, 'pepper', 6),
      slice(84, 158),
      slice(128, 214),
      slice(206, 222),
    ].join('')
  },
}

export const fish: Block = {
  paper: 'rape',
  setting: 'air',
  draw: (hand) => {
    const body = outline('30,156! 66,112 130,84 200,82 262,104 308,140! 306,166! 262,194 200,214 130,212 66,190')
    const tail = outline('298,152! 336,104 378,92! 362,130 360,152 364,176 376,216! 334,200')
    const scales = rows('150,118 150,150 150,182 180,134 180,166 210,118 210,150 210,182 240,134 240,166 268,150')
    return [
      print(tail, 'vermilion'),
      cut(lines('320,148 362,110 | 322,154 352,152 | 320,160 360,198'), 4, 'straw'),
      print(outline('120,90! 150,52 222,46 250,70! 236,82 250,102! 190,84'), 'vermilion'),
      cut(lines('156,82 166,60 | 186,78 196,56 | 214,82 224,62'), 3.5, 'straw'),
      print([outline('150,206! 152,238 186,244! 196,212!'), outline('228,202! 240,226 262,224! 258,194!')], 'vermilion'),
      model(hand, body, 'coral', 'vermilion', { depth: 0.1, angle: 74 }),
      cut(
        scales.map(([x = 0, y = 0]) => line(`${x - 10},${y - 13} ${x + 6},${y} ${x - 10},${y + 13}`)),
        3.5,
      ),
      block(outline('34,156! 68,116 104,98! 118,128 120,164 106,202! 66,186'), 'straw'),
      cut(line('104,94 122,128 122,168 106,206'), 5),
      print(body, 'none'),
      dots(rows('78,140'), 24),
      dots(rows('78,140'), 16, 'white'),
      dots(rows('76,140'), 9),
      cut(lines('34,158 50,166 60,164 | 40,172 32,188 40,198'), 4),
      print(outline('128,168! 160,176 172,196 150,200!'), 'vermilion', 4),
      cut(lines('44,262 80,254 116,262 152,254 188,262 | 236,272 272,264 308,272 344,264'), 5, 'indigo'),
    ].join('')
  },
}
