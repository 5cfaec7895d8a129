import { cut, dots, model, print, ticks, tube } from '#app/domain/woodcut/print-ink.ts'
import type { Block } from '#app/domain/woodcut/set-scene.ts'
import { line, lines, outline, type Placing, place, round, rows } from '#app/domain/woodcut/shape-outline.ts'
import { basket } from '#app/domain/woodcut/vessel-parts.ts'

const eggShape = outline('0,-46 22,-36 36,-4 32,26 0,40 -32,26 -36,-4 -22,-36')

export const egg: Block = {
  paper: 'leaf',
  setting: 'table',
  foot: 136,
  draw: (hand) => {
    const eggs = rows('108,138,-14 174,106,6 232,108,-8 296,138,14 150,150,8 250,150,-6 200,146,0')
    const straw = Array.from({ length: 22 }, (_, i) => [86 + i * 10.6, 172 + hand.slip(6), hand.slip(14), -22 + hand.slip(8)] as const)
    return [
      ...eggs.map(([x = 0, y = 0, turn = 0], i) =>
        model(hand, place(eggShape, { x, y, turn, scale: 1.12 }), i % 3 === 1 ? 'cream' : 'blush', i % 3 === 1 ? 'tan' : 'coral', {
          spacing: 10,
        }),
      ),
      ticks(straw, 8),
      ticks(straw, 4, 'rape'),
      basket({ x: 202, y: 180, width: 262, depth: 76 }),
    ].join('')
  },
}

export const preservedEgg: Block = {
  paper: 'rape',
  setting: 'table',
  foot: 150,
  draw: (hand) => {
    const whole = place(eggShape, { x: 112, y: 128, turn: -24, scale: 1.5 })
    const pine = lines('0,-24 0,24 | 0,-8 -12,-18 | 0,-8 12,-18 | 0,8 -14,-4 | 0,8 14,-4 | 0,22 -13,12 | 0,22 13,12')
    const half = (at: Placing) =>
      [
        model(hand, place(eggShape, at), 'ochre', 'brown', { depth: 0.16 }),
        print(place(round(0, 4, 23, 24), at), 'leaf', 3.5),
        cut(place(round(0, 5, 13, 14), at), 4, 'night'),
        cut(
          lines('-8,-2 -12,8 -4,16').map((gloss) => place(gloss, at)),
          3.5,
          'sprout',
        ),
      ].join('')
    const plate = round(216, 220, 156, 34)
    return [
      print(plate, 'white'),
      cut([round(216, 219, 132, 24)], 4, 'indigo'),
      model(hand, whole, 'rape', 'ochre', { depth: 0.3 }),
      cut(
        pine.map((needle) => place(needle, { x: 106, y: 118, turn: -24, scale: 1.1 })),
        3.5,
        'soil',
      ),
      half({ x: 204, y: 150, turn: 10, scale: 1.34 }),
      half({ x: 300, y: 172, turn: 26, scale: 1.3 }),
      half({ x: 216, y: 210, turn: 84, scale: 0.94 }),
    ].join('')
  },
}

const feathers = (spots: readonly number[][], width = 3) =>
  cut(
    spots.map(([x = 0, y = 0]) => line(`${x - 9},${y - 5} ${x},${y + 4} ${x + 9},${y - 5}`)),
    width,
  )

export const chicken: Block = {
  paper: 'indigo',
  setting: 'field',
  draw: (hand) => {
    const tail = outline('262,142! 296,116 312,74 296,48! 336,62 344,96! 364,88 366,120! 358,154 322,184 276,196!')
    const body = outline('118,66 146,56 168,74 176,110 206,136 262,142 300,152 304,186 276,224 224,242 170,232 132,200 116,156 112,104')
    const wing = outline('176,160! 214,146 262,156 288,182! 264,190 272,200! 246,202 250,212! 216,210 184,192')
    return [
      tube(lines('196,232 194,266 | 232,236 236,268'), 7, 'rape', 4),
      tube(lines('178,270 194,264 210,272 | 220,272 236,266 254,272'), 5, 'rape', 4),
      print(tail, 'leaf'),
      cut(lines('286,176 320,140 326,84 | 300,178 342,146 350,112'), 4, 'sprout'),
      model(hand, body, 'ochre', 'brown', { depth: 0.2 }),
      feathers(rows('140,130 160,150 138,162 158,182 182,206 150,204 208,224 230,222')),
      print(wing, 'vermilion'),
      cut(lines('196,172 230,168 262,176 | 200,186 228,186'), 4, 'straw'),
      print(outline('108,66! 104,42 118,50! 122,26 134,44! 146,22 152,46! 168,38 162,70! 140,60'), 'pepper', 4.5),
      print(outline('116,84! 86,94 112,104!'), 'rape', 4.5),
      print(outline('116,104! 104,124 118,136 128,116!'), 'pepper', 4),
      dots(rows('136,84'), 14, 'white'),
      dots(rows('135,84'), 8),
    ].join('')
  },
}

export const duck: Block = {
  paper: 'rape',
  setting: 'field',
  draw: (hand) => {
    const body = outline(
      '112,58 142,48 166,64 168,96 160,126 196,146 262,144 316,128 346,106! 350,150 326,198 272,226 196,230 138,206 116,166 122,120 100,92',
    )
    const wing = outline('188,168! 226,152 282,154 326,148! 306,168 314,176! 286,184 292,192! 252,200 212,194')
    const hood = outline('112,58 142,48 166,64 168,96 160,124! 140,132 120,126! 118,108 100,92')
    return [
      tube(lines('200,228 198,256 | 246,228 248,256'), 7, 'orange', 4),
      print([outline('176,268! 198,250 216,268!'), outline('230,268! 248,250 268,268!')], 'orange', 4),
      model(hand, body, 'cream', 'tan', { depth: 0.22 }),
      print(hood, 'leaf'),
      cut(line('122,134 140,140 160,132'), 7, 'white'),
      print(outline('108,76! 70,84 58,98 74,106 112,100!'), 'rape', 4.5),
      cut(line('68,96 90,94 106,90'), 3),
      dots(rows('132,76'), 14, 'white'),
      dots(rows('130,76'), 8),
      feathers(rows('148,166 168,186 150,200 190,212 220,216 250,212 176,160')),
      print(wing, 'indigo'),
      cut(lines('212,174 252,168 292,164 | 218,186 252,184'), 4, 'white'),
      cut(line('330,124 350,96 338,84'), 5),
    ].join('')
  },
}
