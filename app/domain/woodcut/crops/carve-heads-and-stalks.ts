import { leaf } from '#app/domain/woodcut/plant-parts.ts'
import { cut, dots, model, print, strew, ticks, tube } from '#app/domain/woodcut/print-ink.ts'
import type { Block } from '#app/domain/woodcut/set-scene.ts'
import { line, lines, outline, place, round, rows } from '#app/domain/woodcut/shape-outline.ts'

const cloud = '-96,20 -112,-8 -98,-38 -70,-46 -58,-76 -24,-82 -4,-98 28,-92 48,-74 78,-68 88,-40 110,-22 108,8 90,26 50,34 0,38 -50,34'

export const broccoli: Block = {
  paper: 'rape',
  setting: 'table',
  foot: 110,
  draw: (hand) => {
    const crown = place(outline(cloud), { x: 198, y: 132, scale: 1.16 })
    const stem = outline('144,160! 178,196 172,256! 200,262 230,256! 226,196 256,160!')
    const limbs = lines('186,200 166,172 | 214,200 236,172 | 200,196 200,168')
    const curls = rows('-60,-30 -16,-58 34,-52 70,-18 -76,6 -26,-10 24,-8 -4,22 52,18 -46,24').map(([x = 0, y = 0]) =>
      line(
        `${198 + x * 1.16 - 20},${134 + y * 1.16 + 2} ${198 + x * 1.16 - 14},${134 + y * 1.16 - 15} ${198 + x * 1.16 + 6},${134 + y * 1.16 - 18} ${198 + x * 1.16 + 20},${134 + y * 1.16 - 4}`,
      ),
    )
    return [
      leaf({ x: 176, y: 230, length: 110, width: 44, turn: -168, droop: 18, light: 'sprout', dark: 'grass' }),
      leaf({ x: 224, y: 230, length: 110, width: 44, turn: -12, droop: -18, light: 'sprout', dark: 'grass' }),
      model(hand, stem, 'pale', 'sprout', { angle: 5 }),
      cut(limbs, 4),
      model(hand, crown, 'grass', 'leaf', { depth: 0.2 }),
      cut(curls, 4.5),
      dots(strew(hand, crown, 21, 8), 4.5, 'sprout'),
    ].join('')
  },
}

export const cauliflower: Block = {
  paper: 'pepper',
  setting: 'table',
  foot: 140,
  draw: (hand) => {
    const crown = place(outline(cloud), { x: 198, y: 156, scale: 1.0 })
    const curls = rows('-60,-30 -16,-58 34,-52 70,-18 -26,-12 24,-10 -66,2 0,14').map(([x = 0, y = 0]) =>
      line(`${180 + x},${158 + y} ${184 + x},${142 + y} ${204 + x},${138 + y} ${218 + x},${152 + y}`),
    )
    const wrap = outline('-6,0! -50,-14 -96,-60 -116,-130! -70,-118 -30,-70 6,-10')
    const inner = outline('0,6! -34,-14 -52,-50 -48,-96! -10,-66 22,-20 26,4!')
    const wraps = [
      { shape: wrap, flip: false, x: 186, y: 250, scale: 1.12, turn: 0 },
      { shape: wrap, flip: true, x: 214, y: 250, scale: 1.12, turn: 0 },
    ]
    return [
      leaf({ x: 150, y: 200, length: 150, width: 60, turn: -122, droop: -16, veins: 4 }),
      leaf({ x: 250, y: 200, length: 150, width: 60, turn: -58, droop: 16, veins: 4 }),
      model(hand, crown, 'white', 'cream', { depth: 0.22 }),
      cut(curls, 4),
      dots(strew(hand, crown, 22, 9), 4, 'ochre'),
      ...wraps.map(
        ({ shape, ...at }) =>
          print(place(shape, at), 'grass') +
          cut(
            lines('-6,-8 -50,-44 -100,-112 | -40,-34 -64,-36 | -64,-66 -88,-68 | -50,-44 -46,-72').map((vein) => place(vein, at)),
            3.5,
            'pale',
          ),
      ),
      print(place(inner, { x: 186, y: 250, turn: -10 }), 'sprout') +
        print(place(inner, { x: 214, y: 250, flip: true, turn: 10 }), 'sprout'),
      cut(lines('176,240 158,212 146,180 | 224,240 242,212 254,180'), 3.5, 'leaf'),
    ].join('')
  },
}

export const celery: Block = {
  paper: 'leaf',
  setting: 'table',
  foot: 100,
  draw: () => {
    const stalks = [
      '176,258 160,190 132,130 104,96',
      '226,258 240,190 268,130 296,96',
      '188,262 180,190 168,120 156,70',
      '214,262 220,190 232,120 244,70',
      '201,264 200,190 200,120 200,60',
    ]
    const tops = rows('104,96,-36 296,96,36 156,70,-14 244,70,14 200,60,0')
    const frond = outline('0,6! -16,-2 -34,-4! -30,-18 -38,-32! -22,-36 -18,-50! 0,-46 18,-50! 22,-36 38,-32! 30,-18 34,-4! 16,-2')
    return (
      stalks
        .map(
          (stalk) =>
            tube(line(stalk), 21, 'sprout') + cut(place(line(stalk), { x: -4 }), 3, 'grass') + cut(place(line(stalk), { x: 4 }), 3, 'pale'),
        )
        .join('') +
      tops
        .map(
          ([x = 0, y = 0, turn = 0]) =>
            print(place(frond, { x, y, turn, scale: 1.12 }), 'grass') +
            cut(
              lines('0,0 0,-36 | 0,-14 -22,-24 | 0,-14 22,-24').map((vein) => place(vein, { x, y, turn, scale: 1.12 })),
              3,
            ),
        )
        .join('') +
      print(outline('160,232! 200,242 242,232! 240,252! 200,262 162,252!'), 'vermilion', 4) +
      print(outline('162,256! 200,266 240,256! 232,280 200,286 170,280'), 'pale')
    )
  },
}

export const scallion: Block = {
  paper: 'rape',
  setting: 'table',
  foot: 120,
  draw: (hand) => {
    const bunch = Array.from({ length: 6 }, (_, i) => {
      const k = i - 2.5
      return {
        blade: line(
          `${200 + k * 17},176 ${200 + k * 20},120 ${200 + k * 36},${64 + Math.abs(k) * 8} ${200 + k * 58 + hand.slip(8)},${26 + Math.abs(k) * 18}`,
        ),
        white: line(`${200 + k * 17},180 ${200 + k * 15},214 ${200 + k * 18},240`),
        foot: [200 + k * 18, 246] as const,
      }
    })
    const order = [0, 5, 1, 4, 2, 3].flatMap((i) => bunch[i] ?? [])
    return [
      ...order.map(
        ({ blade, white, foot }, i) =>
          tube(blade, 13, i % 2 ? 'grass' : 'leaf', 4) +
          cut(place(blade, { x: -3 }), 2.5, 'sprout') +
          tube(white, 13, 'white', 4) +
          print(round(foot[0], foot[1], 12, 11), 'white', 4) +
          ticks(
            [
              [foot[0] - 7, foot[1] + 12, -4, 12],
              [foot[0], foot[1] + 13, 0, 13],
              [foot[0] + 7, foot[1] + 12, 4, 11],
            ],
            3,
            'soil',
          ),
      ),
      print(outline('142,170! 200,178 258,170! 258,192! 200,200 142,192!'), 'vermilion', 4),
      print(outline('244,176! 286,158! 282,182! 292,200! 248,192!'), 'vermilion', 4),
    ].join('')
  },
}
