import { leaf } from '#app/domain/woodcut/plant-parts.ts'
import { block, cut, hatch, model, print } from '#app/domain/woodcut/print-ink.ts'
import type { Block } from '#app/domain/woodcut/set-scene.ts'
import { line, lines, outline, place, round, rows } from '#app/domain/woodcut/shape-outline.ts'
import { basket } from '#app/domain/woodcut/vessel-parts.ts'

export const peanut: Block = {
  paper: 'leaf',
  setting: 'table',
  foot: 140,
  draw: (hand) => {
    const shell = outline('-84,4 -72,-32 -40,-40 -8,-26 20,-30 56,-42 84,-18 86,14 62,38 26,34 -6,26 -40,40 -72,34')
    const net = [-60, -36, -12, 14, 40, 62].flatMap((x) => [line(`${x},-26 ${x + 4},-8`), line(`${x + 10},2 ${x + 7},20`)])
    const nut = (at: { x: number; y: number; turn: number; scale: number }) =>
      model(hand, place(shell, at), 'straw', 'tan') +
      cut(
        net.map((mesh) => place(mesh, at)),
        3,
        'soil',
      )
    const open = place(shell, { x: 216, y: 214, turn: -6, scale: 1.1 })
    return [
      nut({ x: 128, y: 112, turn: -24, scale: 1 }),
      nut({ x: 270, y: 122, turn: 28, scale: 1.05 }),
      print(open, 'tan'),
      block(place(shell, { x: 214, y: 212, turn: -6, scale: 0.92 }), 'cream'),
      ...rows('168,218,-10 264,208,12').map(
        ([x = 0, y = 0, turn = 0]) =>
          model(hand, round(x, y, 38, 27, turn), 'coral', 'pepper') + cut(line(`${x - 38},${y} ${x - 28},${y - 3}`), 4, 'cream'),
      ),
    ].join('')
  },
}

export const walnut: Block = {
  paper: 'rape',
  setting: 'table',
  foot: 150,
  draw: (hand) => {
    const shell = round(128, 168, 84, 78)
    const half = round(276, 196, 74, 64)
    const folds = lines(
      '128,92 120,130 130,170 122,210 128,244 | 70,150 90,130 104,146 92,168 | 62,190 84,196 92,216 | 96,104 100,122 | 160,110 152,134 168,150 186,140 | 150,176 170,184 190,176 | 148,216 164,206 180,214 | 84,236 98,224',
    )
    const lobe = outline('-4,-46! -22,-50 -40,-38 -38,-20 -52,-14 -50,6 -36,12 -44,30 -26,44 -4,46! -8,24 -2,0 -8,-22')
    const lobes = [place(lobe, { x: 276, y: 196 }), place(lobe, { x: 276, y: 196, flip: true })]
    return [
      leaf({ x: 132, y: 92, length: 124, width: 56, turn: -22, droop: 14 }),
      leaf({ x: 124, y: 92, length: 78, width: 40, turn: -150, droop: -8, light: 'sprout', dark: 'grass' }),
      model(hand, shell, 'tan', 'brown'),
      cut(folds, 4),
      print(half, 'brown'),
      block(round(276, 196, 60, 51), 'cream'),
      print(lobes, 'tan', 4),
      cut(lines('252,166 258,180 | 246,204 258,210 | 254,226 262,222 | 300,166 294,180 | 306,204 294,210 | 298,226 290,222'), 3),
      hatch(hand, half, { depth: 0.12 }),
    ].join('')
  },
}

export const driedDates: Block = {
  paper: 'indigo',
  setting: 'table',
  foot: 130,
  draw: (hand) => {
    const dates = rows('112,142 160,118 212,112 262,122 296,148 136,96 186,76 238,82 160,156 238,156')
    return [
      ...dates.map(([x = 0, y = 0]) => {
        const date = round(x, y, 32, 24, hand.slip(40))
        return (
          print(date, 'vermilion') +
          hatch(hand, date, { depth: 0.34, spacing: 10 }) +
          cut([line(`${x - 16},${y - 4} ${x - 2},${y - 9} ${x + 8},${y - 4}`), line(`${x - 8},${y + 8} ${x + 4},${y + 5}`)], 2.6)
        )
      }),
      basket({ x: 204, y: 176, width: 252, depth: 78 }),
    ].join('')
  },
}
