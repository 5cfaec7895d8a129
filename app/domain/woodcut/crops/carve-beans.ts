import { block, cut, model, print, strew, ticks, tube } from '#app/domain/woodcut/print-ink.ts'
import type { Block } from '#app/domain/woodcut/set-scene.ts'
import { line, lines, outline, place, round, rows } from '#app/domain/woodcut/shape-outline.ts'

export const greenBeans: Block = {
  paper: 'indigo',
  setting: 'table',
  foot: 150,
  draw: () => {
    const pods = [
      '52,186 120,160 210,150 330,164',
      '60,108 140,126 230,128 338,100',
      '70,222 150,214 240,196 340,206',
      '88,70 150,100 230,150 300,234',
      '310,60 260,110 190,150 104,240',
    ]
    return pods
      .map((pod, i) => {
        const at = line(pod)
        const [a, b] = [at.knots[0], at.knots.at(-1)]
        if (!a || !b) return ''
        const [dx, dy] = [a.x - b.x, a.y - b.y]
        const reach = Math.hypot(dx, dy)
        const swellings = at.knots.slice(1, -1).flatMap(
          (knot, k) =>
            [
              [knot.x - dx * 0.06, knot.y - dy * 0.06],
              [knot.x + dx * 0.06 * (k ? 1 : 1.2), knot.y + dy * 0.06],
            ] as const,
        )
        return (
          cut(line(`${a.x},${a.y} ${a.x + (dx / reach) * 20},${a.y + (dy / reach) * 20 - 4}`), 8) +
          tube(at, 21, i % 2 ? 'sprout' : 'grass') +
          cut(place(at, { y: -4 }), 3, i % 2 ? 'pale' : 'sprout') +
          ticks(
            swellings.map(([x, y]) => [x - 4, y + 4, 8, 0] as const),
            3.5,
            'leaf',
          )
        )
      })
      .join('')
  },
}

export const edamame: Block = {
  paper: 'pepper',
  setting: 'table',
  foot: 150,
  draw: (hand) => {
    const pod = outline('-100,-4! -72,-26 -46,-32 -20,-24 4,-32 30,-22 54,-28 78,-16 104,6! 78,20 52,30 26,24 0,34 -28,26 -56,30 -80,16')
    const bumps = lines('-64,-12 -46,-20 -30,-10 | -10,-10 6,-20 22,-10 | 40,-8 56,-16 70,-6')
    return (
      [
        { x: 196, y: 78, turn: -12, scale: 1.06 },
        { x: 180, y: 142, turn: 6, scale: 1.16 },
      ]
        .flatMap((at) => [
          tube(place(line('-98,-4 -118,-14'), at), 5, 'leaf', 3.5),
          model(hand, place(pod, at), 'sprout', 'grass', { angle: 70, depth: 0.3 }),
          cut(
            bumps.map((bump) => place(bump, at)),
            4,
            'pale',
          ),
          ticks(
            strew(hand, place(pod, at), 26, 10).map(([x, y]) => [x, y, 4, 4] as const),
            2.5,
            'leaf',
          ),
        ])
        .join('') +
      print(outline('74,214! 130,190 210,186 290,196 334,222! 290,246 200,252 120,244'), 'sprout') +
      block(outline('92,214! 140,200 210,196 286,204 316,220! 280,236 200,242 130,234'), 'pale') +
      rows('140,218 200,219 262,220')
        .map(([x = 0, y = 0]) => model(hand, round(x, y, 28, 22), 'grass', 'leaf'))
        .join('')
    )
  },
}
