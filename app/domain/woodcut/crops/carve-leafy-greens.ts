import { leaf } from '#app/domain/woodcut/plant-parts.ts'
import { block, cut, hatch, model, print, ticks, tube } from '#app/domain/woodcut/print-ink.ts'
import type { Block } from '#app/domain/woodcut/set-scene.ts'
import { line, lines, outline, place, round, rows } from '#app/domain/woodcut/shape-outline.ts'

export const pakChoi: Block = {
  paper: 'pepper',
  setting: 'table',
  foot: 118,
  draw: (hand) => {
    const spoon = outline('-12,112! -26,80 -22,34 -12,2 0,-2 12,2 22,34 26,80 12,112!')
    const blade = outline('0,16! -24,2 -46,-30 -42,-74 -14,-104 14,-104 42,-74 46,-30 24,2')
    const ribs = lines('0,18 0,-30 0,-84 | 0,-16 -24,-40 | 0,-16 24,-40 | 0,-46 -20,-66 | 0,-46 20,-66')
    const stalks = [
      { x: 118, y: 156, turn: -34, scale: 0.94 },
      { x: 284, y: 156, turn: 34, scale: 0.94 },
      { x: 164, y: 142, turn: -13, scale: 1.08 },
      { x: 240, y: 142, turn: 14, scale: 1.08 },
      { x: 201, y: 168, turn: 0, scale: 0.82 },
    ]
    return (
      stalks
        .flatMap((at, i) => [
          block(place(blade, at), i === 4 ? 'sprout' : 'grass'),
          hatch(hand, place(blade, at), { depth: 0.24 }),
          print(place(blade, at), 'none'),
          cut(
            ribs.map((rib) => place(rib, at)),
            3.5,
            i === 4 ? 'leaf' : 'pale',
          ),
          print(place(spoon, at), i > 1 ? 'white' : 'mist'),
          cut(place(line('-6,96 -8,60 -4,26'), at), 3, 'stone'),
          cut(place(line('8,98 10,66 6,34'), at), 3, 'sprout'),
        ])
        .join('') + print(outline('168,250! 200,240 236,250! 226,266! 178,266!'), 'pale')
    )
  },
}

export const spinach: Block = {
  paper: 'rape',
  setting: 'table',
  foot: 120,
  draw: (hand) => {
    const blade = outline('0,-120! 26,-88 30,-50 56,-34! 30,-24 12,-14 0,0! -12,-14 -30,-24 -56,-34! -30,-50 -26,-88')
    const leaves = [
      { x: 104, y: 168, turn: -58, scale: 0.84 },
      { x: 296, y: 168, turn: 58, scale: 0.84 },
      { x: 138, y: 142, turn: -30, scale: 0.98 },
      { x: 262, y: 142, turn: 30, scale: 0.98 },
      { x: 200, y: 148, turn: 0, scale: 1.1 },
    ]
    return (
      leaves
        .map((at) => {
          const tone = at.turn === 0 ? 'grass' : 'leaf'
          const shape = place(blade, at)
          return (
            tube(line(`${at.x},${at.y} ${(at.x + 200) / 2 + (at.x - 200) * 0.06},206 200,246`), 8, 'sprout', 4) +
            print(shape, tone) +
            cut(
              lines('0,0 0,-50 0,-104 | 0,-26 -26,-36 | 0,-26 26,-36 | 0,-56 -16,-72 | 0,-56 16,-72').map((rib) => place(rib, at)),
              3,
              at.turn === 0 ? 'ink' : 'sprout',
            ) +
            (at.turn === 0 ? hatch(hand, shape, { depth: 0.2 }) : '')
          )
        })
        .join('') +
      print(outline('186,230! 214,230! 218,250 200,284! 182,250'), 'rose') +
      ticks(rows('194,244,2,14 206,246,-2,12'), 3)
    )
  },
}

export const peaShoots: Block = {
  paper: 'indigo',
  setting: 'field',
  draw: () => {
    const stalks = [
      '196,280 192,220 202,160 196,96 206,48',
      '190,280 160,230 128,190 110,136 92,92',
      '206,280 240,226 272,186 292,132 308,88',
    ]
    const tendrils = lines(
      '206,48 214,26 232,24 234,40 222,42 | 92,92 84,66 64,64 62,80 74,82 | 308,88 318,62 340,62 340,78 328,78 | 202,160 226,150 240,160 234,172 226,166',
    )
    const pairs = rows('195,226,0 199,170,0 198,110,0 152,216,-28 122,168,-24 102,118,-22 250,214,28 282,164,24 298,114,22')
    return (
      tube(stalks.map(line), 6, 'sprout', 4) +
      tube(tendrils, 3, 'sprout', 2.5) +
      pairs
        .map(([x = 0, y = 0, turn = 0], i) =>
          [-1, 1]
            .map((side) =>
              leaf({
                x,
                y,
                length: 46,
                width: 40,
                turn: turn - 90 + side * 62,
                light: i % 3 === 2 ? 'sprout' : 'grass',
                dark: i % 3 === 2 ? 'grass' : 'leaf',
                veins: 0,
                contour: 4.5,
              }),
            )
            .join(''),
        )
        .join('')
    )
  },
}

export const cabbage: Block = {
  paper: 'pepper',
  setting: 'table',
  foot: 136,
  draw: (hand) => {
    const outerLeft = outline('196,246! 120,250 66,214 50,160 66,112 84,108 92,86 120,82 150,110 176,180')
    const outerRight = outline('204,246! 280,250 334,214 350,160 334,112 316,108 308,86 280,82 250,110 224,180')
    const heart = round(200, 148, 98, 94)
    return [
      block(outerLeft, 'grass'),
      hatch(hand, outerLeft, { depth: 0.2 }),
      print(outerLeft, 'none'),
      print(outerRight, 'grass'),
      hatch(hand, outerRight, { depth: 0.3 }),
      cut(
        lines(
          '190,238 130,210 92,150 86,112 | 140,214 98,204 | 110,180 72,170 | 210,238 270,210 308,150 314,112 | 262,214 302,204 | 290,180 328,170',
        ),
        4,
        'pale',
      ),
      model(hand, heart, 'pale', 'sprout', { depth: 0.28 }),
      cut(
        lines(
          '200,242 196,190 204,130 198,72 | 200,196 162,164 128,158 | 200,196 240,162 274,158 | 201,146 172,114 146,108 | 202,146 232,112 258,108',
        ),
        4,
        'grass',
      ),
      print(outline('200,242! 150,238 112,204 104,160 120,120! 140,150 172,200'), 'sprout'),
      cut(lines('194,238 150,208 120,150 | 156,212 130,210 | 134,182 112,176'), 3.5, 'pale'),
    ].join('')
  },
}

export const napaCabbage: Block = {
  paper: 'indigo',
  setting: 'table',
  foot: 130,
  draw: (hand) => {
    const rib = outline('-16,112! -26,60 -22,6 -8,-60! 8,-60! 22,6 26,60 16,112!')
    const frill = outline(
      '-20,90 -40,58 -50,14 -46,-34 -56,-62 -40,-84 -34,-108 -8,-112 10,-122 28,-108 46,-92 46,-70 56,-50 48,-22 50,16 40,58 20,90',
    )
    const veins = lines('0,-50 -4,-100 | -8,-30 -36,-66 | 8,-30 34,-70 | -14,10 -42,-16 | 14,10 42,-14 | -18,46 -40,30 | 18,46 40,30')
    return (
      [
        { x: 150, y: 146, turn: -17, scale: 1.02, fill: 'grass' as const },
        { x: 252, y: 146, turn: 17, scale: 1.02, fill: 'grass' as const },
        { x: 172, y: 146, turn: -7, scale: 1.06, fill: 'sprout' as const },
        { x: 230, y: 146, turn: 8, scale: 1.06, fill: 'sprout' as const },
        { x: 201, y: 158, turn: 0, scale: 0.98, fill: 'pale' as const },
      ]
        .flatMap(({ fill, ...at }) => [
          print(place(frill, at), fill),
          hatch(hand, place(frill, at), { depth: 0.22, spacing: 10 }),
          cut(
            veins.map((vein) => place(vein, at)),
            3,
            fill === 'grass' ? 'pale' : 'grass',
          ),
          print(place(rib, at), 'white', 4),
          cut(place(line('-6,96 -10,50 -6,0'), at), 3, 'stone'),
        ])
        .join('') + print(outline('156,250! 200,240 246,250! 234,268! 170,268!'), 'white')
    )
  },
}
