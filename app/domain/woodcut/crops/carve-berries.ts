import { branch, leaf, star } from '#app/domain/woodcut/plant-parts.ts'
import { beads, block, cut, dots, hatch, model, print, strew, ticks, tube } from '#app/domain/woodcut/print-ink.ts'
import type { Block } from '#app/domain/woodcut/set-scene.ts'
import { line, lines, outline, place, round, rows } from '#app/domain/woodcut/shape-outline.ts'

export const grape: Block = {
  paper: 'rape',
  setting: 'air',
  draw: (hand) => {
    const tiers = rows('112,5,104 112,5,142 134,4,178 156,3,212 178,2,242 200,1,268')
    const berries = tiers.flatMap(([x = 0, count = 0, y = 0]) =>
      Array.from({ length: count }, (_, i) => [x + i * 44 + hand.slip(4), y + hand.slip(4)] as const),
    )
    const vine = outline('0,0! -20,-10 -52,-6! -44,-28 -62,-46! -36,-52 -34,-78! -10,-64 8,-84! 20,-60 50,-64! 44,-38 62,-18! 34,-12 18,4!')
    const [left, right] = [
      { x: 150, y: 92, turn: -42, scale: 0.98 },
      { x: 240, y: 86, turn: 44, scale: 0.98, flip: true },
    ]
    return [
      tube(line('96,20 190,30 300,18'), 9, 'brown', 4.5),
      tube(line('200,28 202,60 200,90'), 6, 'brown', 4),
      tube(line('262,24 300,40 310,66 296,76 290,64'), 3, 'sprout', 3),
      ...[left, right].map(
        (at) =>
          print(place(vine, at), 'grass') +
          cut(
            lines('0,-4 -6,-56 | -2,-18 -40,-34 | -2,-22 38,-40').map((vein) => place(vein, at)),
            3,
          ),
      ),
      beads(berries, 40, 'violet', 4.5),
      dots(
        berries.map(([x, y]) => [x + 5, y + 6]),
        26,
        'plum',
      ),
      dots(
        berries.map(([x, y]) => [x - 3, y - 2]),
        27,
        'violet',
      ),
      ticks(
        berries.map(([x, y]) => [x - 11, y - 1, 4, -8] as const),
        4.5,
        'lilac',
      ),
    ].join('')
  },
}

export const kiwi: Block = {
  paper: 'pepper',
  setting: 'table',
  foot: 148,
  draw: (hand) => {
    const whole = round(146, 136, 92, 70, -14)
    const seeds = Array.from({ length: 18 }, (_, i) => {
      const angle = (i / 18) * 2 * Math.PI
      return [284 + 34 * Math.cos(angle), 190 + 31 * Math.sin(angle), 7 * Math.cos(angle), 6 * Math.sin(angle)] as const
    })
    const rays = Array.from({ length: 14 }, (_, i) => {
      const angle = (i / 14) * 2 * Math.PI + 0.2
      return [284 + 48 * Math.cos(angle), 190 + 44 * Math.sin(angle), 9 * Math.cos(angle), 8 * Math.sin(angle)] as const
    })
    return [
      leaf({ x: 230, y: 84, length: 110, width: 72, turn: -24, droop: 12 }),
      tube(line('226,106 232,86 222,66'), 6, 'brown', 4),
      model(hand, whole, 'brown', 'soil'),
      ticks(
        strew(hand, whole, 20, 8).map(([x, y]) => [x, y, 6, 3 + hand.slip(2)] as const),
        2.6,
        'soil',
      ),
      print(round(284, 190, 74, 68), 'soil'),
      block(round(284, 190, 65, 59), 'sprout'),
      ticks(rays, 3.5, 'pale'),
      print(round(284, 190, 21, 18), 'cream', 2.5),
      ticks(seeds, 5, 'ink'),
      hatch(hand, round(284, 190, 74, 68), { depth: 0.1 }),
    ].join('')
  },
}

export const strawberry: Block = {
  paper: 'leaf',
  setting: 'table',
  foot: 140,
  draw: (hand) => {
    const berry = outline('0,-70 44,-78 82,-54 84,-10 58,44 22,88 0,100! -22,88 -58,44 -84,-10 -82,-54 -44,-78')
    return [
      { x: 138, y: 146, turn: 8, scale: 1.08 },
      { x: 284, y: 176, turn: -14, scale: 0.84 },
    ]
      .flatMap((at) => {
        const cap = place(round(0, -72, 1), at).knots[0]
        return [
          model(hand, place(berry, at), 'vermilion', 'pepper'),
          ticks(
            strew(hand, place(berry, at), 27, 11).map(([x, y]) => [x, y - 3, 0, 6] as const),
            5.5,
            'straw',
          ),
          tube(
            line(`${cap?.x},${cap?.y} ${(cap?.x ?? 0) + 4},${(cap?.y ?? 0) - 26} ${(cap?.x ?? 0) + 18},${(cap?.y ?? 0) - 38}`),
            5,
            'grass',
            4,
          ),
          star({
            x: cap?.x ?? 0,
            y: cap?.y ?? 0,
            points: 7,
            outer: 50 * at.scale,
            inner: 18 * at.scale,
            fill: 'grass',
            turn: -90 + at.turn,
          }),
        ]
      })
      .join('')
  },
}

export const goji: Block = {
  paper: 'leaf',
  setting: 'air',
  draw: (hand) => {
    const berry = outline('0,-34! 12,-22 17,0 12,24 0,34 -12,24 -17,0 -12,-22')
    const spots = rows('84,122,14 130,158,4 172,122,-6 186,196,2 226,150,0 262,196,-4 286,130,-10 322,168,-14 232,226,4 120,220,8')
    return [
      ...spots.map(([x = 0, y = 0]) => tube(line(`${x},${y - 22} ${x + 2},${y - 44} ${x + 14},${Math.max(y - 74, 72)}`), 3.5, 'grass', 3)),
      branch(hand, line('26,108 120,74 230,66 378,46'), 8),
      ...rows('70,94,-64 118,76,-110 158,72,58 206,68,-70 250,64,62 300,58,-60 340,54,66').map(([x = 0, y = 0, turn = 0]) =>
        leaf({ x, y, length: 62, width: 22, turn, veins: 0, contour: 4 }),
      ),
      ...spots.map(([x = 0, y = 0, turn = 0]) => {
        const at = place(berry, { x, y, turn, scale: 1.12 })
        return print(at, 'vermilion', 4.5) + cut(line(`${x - 7},${y - 8} ${x - 8},${y + 8}`), 3.5, 'blush')
      }),
    ].join('')
  },
}
