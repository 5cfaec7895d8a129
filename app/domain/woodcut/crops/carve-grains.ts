import { ear, leaf } from '#app/domain/woodcut/plant-parts.ts'
import { block, cut, dots, hatch, print, strew, ticks, tube } from '#app/domain/woodcut/print-ink.ts'
import type { Block } from '#app/domain/woodcut/set-scene.ts'
import { line, lines, outline, place } from '#app/domain/woodcut/shape-outline.ts'
import { bowl, fieldSign } from '#app/domain/woodcut/vessel-parts.ts'

export const rice: Block = {
  paper: 'leaf',
  setting: 'table',
  foot: 120,
  draw: (hand) => {
    const dish = bowl(hand, { x: 176, y: 160, radius: 108, depth: 82 })
    const heap = outline('72,162! 92,122 130,92 176,80 222,92 260,122 280,162! 176,178')
    const grains = strew(hand, heap, 17, 8).map(([x, y]) => [x, y, 4 + hand.slip(2), hand.slip(4)] as const)
    return [
      leaf({ x: 352, y: 262, length: 190, width: 22, turn: -112, droop: -30, veins: 0 }),
      ear(line('340,266 350,190 346,124 326,82 298,60 270,54 244,60 222,76 206,98'), { from: 3, kernel: 27, fill: 'rape' }),
      dish.back,
      block(heap, 'white'),
      ticks(grains, 3.4, 'stone'),
      hatch(hand, heap, { depth: 0.2 }),
      print(heap, 'none'),
      dish.front,
    ].join('')
  },
}

export const millet: Block = {
  paper: 'pepper',
  setting: 'field',
  draw: (hand) => {
    const head = outline('0,0! 16,-16 50,-24 96,-22 132,-12 152,4 132,16 92,22 46,18 14,10')
    const heads = [
      { x: 140, y: 96, turn: 128, scale: 0.9 },
      { x: 272, y: 92, turn: 50, scale: 0.92 },
      { x: 204, y: 62, turn: 84, scale: 1.14 },
    ]
    return [
      leaf({ x: 196, y: 268, length: 150, width: 26, turn: -160, droop: 40, veins: 0 }),
      leaf({ x: 210, y: 262, length: 150, width: 26, turn: -20, droop: -34, veins: 0, light: 'sprout', dark: 'grass' }),
      tube(
        lines('196,290 188,180 176,110 158,84 140,96 | 206,290 214,180 232,104 252,80 272,92 | 201,290 200,180 196,80 198,56 204,62'),
        4,
        'grass',
        3.5,
      ),
      ...heads.map((at) => {
        const shape = place(head, at)
        return (
          block(shape, 'rape') +
          dots(strew(hand, shape, 11, 4), 6.5, 'ochre') +
          hatch(hand, shape, { depth: 0.36, spacing: 8 }) +
          print(shape, 'none')
        )
      }),
    ].join('')
  },
}

export const wheatFlour: Block = {
  paper: 'indigo',
  setting: 'table',
  foot: 118,
  draw: (hand) => {
    const sack = outline('108,132! 94,180 92,236 112,256! 190,262 268,256! 288,236 284,180 270,132! 190,148')
    const flour = outline('112,128! 136,98 168,78 196,74 226,82 252,104 268,128! 190,146')
    return [
      ear(line('322,262 318,200 310,150 306,128 302,106 298,84 294,62 290,44'), { from: 3, kernel: 25, fill: 'ochre', spread: 34 }),
      ear(line('346,262 350,210 356,170 359,150 361,130 363,110 364,92'), { from: 3, kernel: 22, fill: 'rape', spread: 34 }),
      block(flour, 'white'),
      hatch(hand, flour, { depth: 0.24 }),
      print(flour, 'none'),
      block(sack, 'cream'),
      hatch(hand, sack, { depth: 0.2, angle: 8 }),
      print(sack, 'none'),
      print(outline('98,126! 146,146 190,150 234,146 282,126! 284,148! 236,168 190,172 144,168 96,148!'), 'straw'),
      cut(lines('126,142 128,158 | 160,150 161,168 | 222,150 221,168 | 254,142 252,158'), 3),
      print(outline('150,188! 232,188! 230,246! 152,246!'), 'indigo', 4),
      fieldSign(191, 217, 34, 'cream', 5),
    ].join('')
  },
}

export const noodles: Block = {
  paper: 'pepper',
  setting: 'table',
  foot: 150,
  draw: (hand) => {
    const bundle = outline('-140,-34! 0,-39 140,-34! 144,0 140,34! 0,39 -140,34! -144,0')
    const strands = Array.from({ length: 9 }, (_, i) =>
      line(`${-136 + hand.slip(4)},${-28 + i * 7} 0,${-31 + i * 7.8} ${136 + hand.slip(4)},${-28 + i * 7}`),
    )
    const band = outline('-34,-41! 0,-43 34,-41! 34,41! 0,43 -34,41!')
    const at = [
      { x: 196, y: 98, turn: -9 },
      { x: 204, y: 206, turn: 4 },
      { x: 200, y: 152, turn: -2 },
    ]
    return at
      .flatMap((where) => [
        print(place(bundle, where), 'cream'),
        cut(
          strands.map((strand) => place(strand, where)),
          2.6,
          'ochre',
        ),
        hatch(hand, place(bundle, where), { angle: 80 + where.turn, depth: 0.3, spacing: 12 }),
        print(place(band, where), 'vermilion'),
        fieldSign(where.x, where.y, 28, 'cream', 4),
      ])
      .join('')
  },
}

export const vermicelli: Block = {
  paper: 'rape',
  setting: 'air',
  draw: () => {
    const skein = (x: number, width: number, drop: number) => {
      const loops = Array.from({ length: 4 }, (_, i) => {
        const w = width - i * width * 0.24
        const d = drop - i * 15
        return line(
          `${x - w},58 ${x - w * 1.06},${58 + d * 0.5} ${x - w * 0.8},${58 + d * 0.9} ${x},${58 + d} ${x + w * 0.8},${58 + d * 0.9} ${x + w * 1.06},${58 + d * 0.5} ${x + w},58`,
        )
      })
      return (
        loops.map((loop) => tube(loop, 7, 'mist', 3)).join('') +
        tube(line(`${x - width - 4},84 ${x},90 ${x + width + 4},84`), 7, 'vermilion', 3.5)
      )
    }
    return [
      skein(104, 38, 172),
      skein(296, 38, 172),
      skein(200, 42, 200),
      tube(line('22,54 120,50 260,56 378,50'), 13, 'sprout'),
      cut(lines('96,44 97,60 | 250,48 249,65 | 330,45 331,60'), 3.5),
    ].join('')
  },
}

export const corn: Block = {
  paper: 'indigo',
  setting: 'field',
  draw: (hand) => {
    const cob = outline('0,-120 24,-106 40,-64 46,-8 40,58 22,92 -22,92 -40,58 -46,-8 -40,-64 -24,-106')
    const kernels = Array.from({ length: 12 }, (_, row) => {
      const half = 44 * Math.sin(Math.PI * (0.17 + row * 0.052))
      return [-0.76, -0.38, 0, 0.38, 0.76].map((k) => line(`${half * k},${-101 + row * 16}! ${half * k},${-96 + row * 16}!`))
    }).flat()
    const husk = outline('0,104! -30,92 -62,40 -66,-30 -44,-80! -34,-20 -14,40 20,84')
    return [
      { x: 262, y: 166, turn: 24, scale: 0.86 },
      { x: 158, y: 156, turn: -10, scale: 1.08 },
    ]
      .flatMap((at) => {
        const body = place(cob, at)
        return [
          leaf({
            x: at.x,
            y: at.y + 100 * at.scale,
            length: 176,
            width: 60,
            turn: -78 + at.turn,
            droop: 30,
            veins: 0,
            light: 'sprout',
            dark: 'grass',
          }),
          print(body, 'ochre'),
          tube(
            kernels.map((kernel) => place(kernel, at)),
            11.5,
            'rape',
            2,
          ),
          hatch(hand, body, { depth: 0.24 }),
          print(place(husk, at), 'grass'),
          cut(
            lines('-50,-30 -44,30 -18,80 | -34,20 -20,60 0,92').map((vein) => place(vein, at)),
            3,
          ),
        ]
      })
      .join('')
  },
}
