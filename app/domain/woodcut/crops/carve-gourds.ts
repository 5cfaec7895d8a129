import { flower, leaf } from '#app/domain/woodcut/plant-parts.ts'
import { beads, block, cut, dots, hatch, model, print, strew, ticks, tube } from '#app/domain/woodcut/print-ink.ts'
import type { Block } from '#app/domain/woodcut/set-scene.ts'
import { line, lines, outline, place, round, rows } from '#app/domain/woodcut/shape-outline.ts'

export const cucumber: Block = {
  paper: 'pepper',
  setting: 'table',
  foot: 156,
  draw: (hand) => {
    const body = outline('-146,-4 -132,-30 -70,-38 10,-34 90,-34 138,-22 150,4 132,28 70,34 -10,36 -90,34 -136,24')
    const warts = (x: number, y: number) => dots(strew(hand, place(body, { x, y, turn: -18, scale: 1.12 }), 24, 9), 5, 'pale')
    const slice = (x: number, y: number) =>
      print(round(x, y, 42, 40), 'leaf') +
      block(round(x, y, 35, 33), 'pale') +
      cut([round(x, y, 20, 18)], 3, 'sprout') +
      ticks(
        [
          [x - 14, y - 6, 4, 2],
          [x + 10, y - 6, -4, 2],
          [x - 2, y - 14, 0, 5],
          [x - 12, y + 8, 4, -2],
          [x + 10, y + 8, -4, -2],
          [x, y + 10, 0, 4],
        ],
        4,
        'grass',
      )
    return [
      model(hand, place(body, { x: 204, y: 122, turn: -18, scale: 1.12 }), 'grass', 'leaf', { depth: 0.16, angle: 72 }),
      cut(place(line('-100,-16 0,-16 90,-14'), { x: 204, y: 122, turn: -18, scale: 1.12 }), 3.5, 'sprout'),
      warts(204, 122),
      flower({ x: 362, y: 70, radius: 22, fill: 'rape', eye: 'ochre' }),
      slice(196, 226),
      slice(252, 222),
      slice(308, 214),
    ].join('')
  },
}

export const butternutSquash: Block = {
  paper: 'leaf',
  setting: 'table',
  foot: 130,
  draw: (hand) => {
    const body = outline('-34,-106! 0,-112 34,-106! 40,-60 46,-20 76,20 84,68 52,106 0,114 -52,106 -84,68 -76,20 -46,-20 -40,-60')
    const ribs = lines('-14,-106 -20,-30 -50,30 -34,104 | 16,-106 22,-30 52,30 36,104 | 0,-108 0,0 2,112')
    const whole = { x: 136, y: 148, turn: -7 }
    const half = { x: 276, y: 152, turn: 10, scale: 0.96 }
    return [
      model(hand, place(body, whole), 'rape', 'ochre', { depth: 0.3 }),
      cut(
        ribs.map((rib) => place(rib, whole)),
        3,
        'tangerine',
      ),
      print(place(outline('-16,-104! -12,-130 -20,-142! 12,-144! 12,-130 18,-104!'), whole), 'brown', 4.5),
      print(place(body, half), 'ochre'),
      block(place(body, { ...half, scale: 0.86 }), 'orange'),
      print(place(round(0, 54, 42, 42), half), 'tangerine', 4),
      dots(strew(hand, place(round(0, 54, 40, 40), half), 19, 8), 9, 'cream'),
      hatch(hand, place(body, half), { depth: 0.1 }),
      print(place(outline('-14,-104! -12,-122 12,-124! 14,-104!'), half), 'brown', 4.5),
    ].join('')
  },
}

export const pumpkin: Block = {
  paper: 'indigo',
  setting: 'field',
  draw: (hand) => {
    const lobe = (x: number, rx: number, ry: number) => round(x, 166, rx, ry)
    return [
      leaf({ x: 214, y: 84, length: 120, width: 72, turn: -14, droop: 18, veins: 4 }),
      cut(line('212,78 150,56 118,70 112,94 128,98 128,84'), 9),
      cut(line('212,78 150,56 118,70 112,94 128,98 128,84'), 4, 'sprout'),
      print([lobe(96, 56, 68), lobe(304, 56, 68)], 'tangerine'),
      print([lobe(136, 56, 82), lobe(264, 56, 82)], 'orange'),
      hatch(hand, lobe(304, 56, 68), { depth: 0.5 }),
      hatch(hand, lobe(264, 56, 82), { depth: 0.3 }),
      model(hand, lobe(200, 54, 90), 'rape', 'orange', { depth: 0.4 }),
      cut(lines('116,120 104,160 114,204 | 160,110 152,150'), 5, 'straw'),
      ticks(rows('188,200,8,3 206,216,8,1 188,228,7,2 130,210,7,3'), 3.5, 'tangerine'),
      print(outline('182,86! 188,62 178,40! 206,34! 210,58 222,84! 202,92'), 'grass'),
    ].join('')
  },
}

export const winterMelon: Block = {
  paper: 'rape',
  setting: 'table',
  foot: 158,
  draw: (hand) => {
    const body = outline('-128,-40 -142,0 -128,44 -70,72 10,78 90,66 136,36 142,-6 124,-46 70,-70 -10,-76 -80,-66')
    const face = round(308, 190, 62, 66)
    return [
      tube(line('50,132 30,118 28,98'), 8, 'grass', 4.5),
      leaf({ x: 34, y: 104, length: 92, width: 58, turn: -28, droop: 10 }),
      model(hand, place(body, { x: 186, y: 158, scale: 1.02 }), 'grass', 'leaf', { depth: 0.2, angle: 60 }),
      cut(lines('70,124 140,104 220,100 280,112 | 64,180 140,196 220,198'), 3, 'leaf'),
      ticks(
        strew(hand, place(body, { x: 176, y: 158, scale: 0.9 }), 27, 12).map(([x, y]) => [x, y, 7, hand.slip(3)] as const),
        3,
        'pale',
      ),
      print(face, 'leaf'),
      block(round(308, 190, 52, 56), 'white'),
      print(round(308, 190, 26, 29), 'pale', 3.5),
      ticks(rows('296,178,3,5 314,176,1,6 300,198,4,-4 318,198,-2,-5'), 5, 'ochre'),
      hatch(hand, face, { depth: 0.1 }),
    ].join('')
  },
}

export const bitterMelon: Block = {
  paper: 'pepper',
  setting: 'air',
  draw: (hand) => {
    const body = outline('0,-112! 18,-92 34,-50 40,0 34,50 16,96 2,128! -14,96 -32,50 -38,0 -34,-50 -18,-92')
    const ridges = lines('-8,-96 -20,-30 -18,40 -4,110 | 10,-94 22,-30 18,40 4,106')
    return (
      [
        { x: 138, y: 158, turn: 8, scale: 0.92 },
        { x: 256, y: 158, turn: -6, scale: 1.04 },
      ]
        .flatMap((at) => {
          const shape = place(body, at)
          return [
            tube(line(`${at.x},${at.y - 106} ${at.x - 6},48 200,18`), 5, 'grass', 3.5),
            model(hand, shape, 'sprout', 'grass', { depth: 0.3 }),
            cut(
              ridges.map((ridge) => place(ridge, at)),
              4,
              'leaf',
            ),
            beads(strew(hand, shape, 17, 6), 6, 'pale', 2),
          ]
        })
        .join('') +
      leaf({ x: 200, y: 24, length: 96, width: 56, turn: 22, droop: 10 }) +
      leaf({ x: 200, y: 24, length: 88, width: 52, turn: 160, droop: -8, light: 'sprout', dark: 'grass' })
    )
  },
}

export const loofah: Block = {
  paper: 'rape',
  setting: 'air',
  draw: (hand) => {
    const body = outline('-14,-104! 14,-104! 20,-50 28,20 36,76 28,112 0,124 -28,112 -36,76 -28,20 -20,-50')
    const ribs = lines('-4,-100 -10,0 -14,116 | 6,-100 12,0 15,116')
    return [
      tube(line('20,34 120,22 230,36 384,22'), 8, 'sprout', 4.5),
      leaf({ x: 60, y: 32, length: 88, width: 60, turn: 74, droop: -10 }),
      ...[
        { x: 160, y: 162, turn: 5, scale: 0.98 },
        { x: 258, y: 158, turn: -4, scale: 0.9 },
      ].flatMap((at) => [
        tube(line(`${at.x + at.turn},${at.y - 96 * at.scale} ${at.x + 10},30`), 6, 'grass', 4),
        model(hand, place(body, at), 'sprout', 'grass', { depth: 0.36, angle: 8 }),
        cut(
          ribs.map((rib) => place(rib, at)),
          4,
          'leaf',
        ),
        cut(place(line('-24,40 -28,74 -22,100'), at), 5, 'pale'),
      ]),
      flower({ x: 328, y: 76, radius: 42, fill: 'rape', eye: 'ochre' }),
      cut(line('328,40 332,28'), 4),
    ].join('')
  },
}
