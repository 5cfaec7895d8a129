import { star } from '#app/domain/woodcut/plant-parts.ts'
import { block, cut, dots, hatch, model, print, ticks, tube } from '#app/domain/woodcut/print-ink.ts'
import type { Block } from '#app/domain/woodcut/set-scene.ts'
import { line, lines, outline, place, round, rows } from '#app/domain/woodcut/shape-outline.ts'

export const chilli: Block = {
  paper: 'leaf',
  setting: 'air',
  draw: (hand) => {
    const pod = outline('-18,-8! 0,-18 18,-8! 22,34 14,96 -20,164! -16,92 -22,34')
    const cap = outline('-22,2! -20,-16 0,-24 20,-16 22,2! 8,-2 0,8! -8,-2')
    return (
      [
        { x: 108, y: 78, turn: 27 },
        { x: 296, y: 78, turn: -28, flip: true },
        { x: 152, y: 72, turn: 12 },
        { x: 256, y: 72, turn: -16, flip: true },
        { x: 202, y: 92, turn: 0 },
      ]
        .flatMap((at) => [
          tube(line(`${at.x},${at.y - 14} ${(at.x + 200) / 2},44 200,26`), 5, 'grass', 3.5),
          model(hand, place(pod, at), 'vermilion', 'pepper', { angle: 10 + at.turn, depth: 0.4 }),
          cut(place(line('-8,14 -10,44 -6,76'), at), 5, 'blush'),
          print(place(cap, at), 'grass', 4),
        ])
        .join('') + tube(line('200,10 200,34'), 8, 'grass', 4)
    )
  },
}

export const greenPepper: Block = {
  paper: 'pepper',
  setting: 'table',
  foot: 146,
  draw: (hand) => {
    const bell = outline('0,-60 -34,-74 -72,-56 -84,-10 -72,44 -50,80 -26,86 0,76 26,86 50,80 72,44 84,-10 72,-56 34,-74')
    const lobes = lines('-22,-66 -34,-10 -24,80 | 22,-66 34,-10 24,80')
    const long = outline('0,-14 22,-20 40,2 42,60 26,124 6,166! -8,120 -26,50 -28,0')
    const stalk = outline('-8,-56! -12,-84 -22,-104! 0,-108 10,-104! 10,-84 14,-56!')
    return [
      model(hand, place(long, { x: 300, y: 96, turn: 10 }), 'sprout', 'grass', { depth: 0.36 }),
      print(outline('278,96! 286,78 304,70 322,82 328,100! 304,92'), 'leaf', 4),
      tube(line('304,76 314,54 330,46'), 6, 'leaf', 4),
      cut(line('286,118 284,150 292,182'), 5, 'pale'),
      model(hand, place(bell, { x: 154, y: 162, scale: 1.08 }), 'grass', 'leaf', { depth: 0.26 }),
      cut(
        lobes.map((lobe) => place(lobe, { x: 154, y: 162, scale: 1.08 })),
        4,
      ),
      cut(line('88,128 82,160 92,196'), 6, 'sprout'),
      print(place(stalk, { x: 154, y: 154 }), 'sprout'),
    ].join('')
  },
}

export const tomato: Block = {
  paper: 'leaf',
  setting: 'table',
  foot: 140,
  draw: (hand) => {
    const body = outline('0,-62 40,-74 82,-48 96,2 80,52 40,78 0,82 -40,78 -80,52 -96,2 -82,-48 -40,-74')
    const face = place(body, { x: 290, y: 194, scale: 0.74 })
    return [
      model(hand, place(body, { x: 152, y: 160, scale: 1.08 }), 'vermilion', 'pepper', { depth: 0.28 }),
      cut(line('74,136 68,164 78,192'), 7, 'blush'),
      star({ x: 152, y: 92, points: 5, outer: 54, inner: 15, fill: 'grass', turn: -70 }),
      tube(line('152,92 158,66 170,56'), 6, 'grass', 4),
      print(face, 'pepper'),
      block(place(body, { x: 290, y: 194, scale: 0.64 }), 'coral'),
      print(
        rows('-28,-14 26,-16 -2,26').map(([x = 0, y = 0]) => round(290 + x, 195 + y, 20, 16, x)),
        'vermilion',
        3.5,
      ),
      dots(rows('256,178 266,184 312,174 322,182 282,222 294,226 262,174 316,186'), 6, 'straw'),
      hatch(hand, face, { depth: 0.12 }),
    ].join('')
  },
}

export const eggplant: Block = {
  paper: 'rape',
  setting: 'table',
  foot: 160,
  draw: (hand) => {
    const body = outline('-136,-22 -142,4 -130,28 -80,36 0,44 80,52 128,38 148,4 136,-32 92,-50 20,-44 -70,-32')
    const cap = outline('-150,-26! -120,-36 -84,-34! -104,-16 -72,0! -104,12 -84,34! -122,38 -150,28!')
    return [
      { x: 214, y: 104, turn: -12 },
      { x: 206, y: 204, turn: 7 },
    ]
      .flatMap((at) => [
        tube(place(line('-146,0 -170,-2 -182,-12'), at), 12, 'grass', 4.5),
        model(hand, place(body, at), 'violet', 'plum', { depth: 0.14, angle: 78 + at.turn }),
        cut(
          lines('-56,-20 20,-28 84,-30 | 100,-28 114,-24').map((shine) => place(shine, at)),
          6,
          'lilac',
        ),
        print(place(cap, at), 'grass'),
        ticks(
          [
            [at.x - 132, at.y - 12, 16, 0],
            [at.x - 134, at.y + 14, 16, 0],
          ],
          3,
        ),
      ])
      .join('')
  },
}
