import { beads, dots, hatch, print, ticks } from '#app/domain/woodcut/print-ink.ts'
import type { Hand } from '#app/domain/woodcut/seed-hand.ts'
import { outline, round, rows } from '#app/domain/woodcut/shape-outline.ts'
import { box, edge, roof } from './frieze-parts.ts'

export const road = () =>
  print(outline('330,206! 420,194 620,190 860,190 1030,186! 1200,186! 1200,213! 330,213!'), 'straw', edge) +
  ticks(rows('430,204,24,-1 560,206,30,0 664,200,20,0 926,204,30,0 1128,204,26,0'), 3, 'tan')

/** The alliance's truck, loaded with crates, on its way to town. */
export const truck = (x: number, y: number) => {
  const stack: readonly [number, number][] = [
    [0, -49],
    [33, -49],
    [66, -49],
    [24, -67],
    [56, -67],
  ]
  const crates = stack.map(([dx, dy]) => box(x + dx, y + dy, x + dx + 30, y + dy + 17))
  const slats = stack.map(([dx, dy]) => [x + dx + 3, y + dy + 8.5, 24, 0])
  const wheels = [16, 90, 130].map((dx) => [x + dx, y])
  return (
    beads(
      [
        [x + 10, y - 51],
        [x + 20, y - 53],
        [x + 44, y - 51],
        [x + 55, y - 52],
      ],
      11,
      'orange',
      2.2,
    ) +
    beads(
      [
        [x + 78, y - 51],
        [x + 88, y - 53],
      ],
      11,
      'grass',
      2.2,
    ) +
    ticks(
      [
        [x + 30, y - 66, 3, -16],
        [x + 38, y - 66, 0, -17],
        [x + 46, y - 66, -2, -16],
      ],
      4,
      'leaf',
    ) +
    beads(
      [
        [x + 62, y - 69],
        [x + 72, y - 69],
      ],
      11,
      'vermilion',
      2.2,
    ) +
    print(crates, 'tan', 2.6) +
    ticks(slats, 2) +
    print(box(x - 6, y - 32, x + 104, y - 8), 'vermilion', edge) +
    ticks(
      [
        [x + 26, y - 30, 0, 20],
        [x + 74, y - 30, 0, 20],
      ],
      2.4,
    ) +
    print(box(x + 42, y - 28, x + 58, y - 12), 'cream', 2.2) +
    ticks(
      [
        [x + 42, y - 20, 16, 0],
        [x + 50, y - 28, 0, 16],
      ],
      2.2,
    ) +
    print(
      outline(
        `${x + 106},${y - 8}! ${x + 106},${y - 56}! ${x + 130},${y - 56}! ${x + 144},${y - 34}! ${x + 154},${y - 28}! ${x + 154},${y - 8}!`,
      ),
      'leaf',
      edge,
    ) +
    print(outline(`${x + 114},${y - 49}! ${x + 127},${y - 49}! ${x + 136},${y - 33}! ${x + 114},${y - 33}!`), 'white', 2.6) +
    dots([[x + 151, y - 19]], 7, 'rape') +
    dots(wheels, 24) +
    dots(wheels, 9, 'stone')
  )
}

/** The city: towers behind, and the gate the food goes in by. */
export const city = (hand: Hand) => {
  const towers = [box(958, 74, 988, 140), box(1002, 50, 1034, 140), box(1140, 58, 1170, 140), box(1172, 80, 1200, 140)]
  const wall = outline('972,126! 1200,126! 1200,190! 972,190!')
  const crenels = Array.from({ length: 10 }, (_, i) => box(972 + i * 24, 116, 984 + i * 24, 128))
  return (
    print(towers, 'mist', 2.8) +
    ticks(rows('966,86,12,0 966,98,12,0 1011,62,14,0 1011,76,14,0 1148,70,14,0 1148,84,14,0 1148,98,14,0 1180,94,12,0'), 4, 'stone') +
    print(crenels, 'stone', 2.8) +
    print(wall, 'stone', edge) +
    ticks(rows('984,138,18,0 1014,146,16,0 986,156,16,0 1010,168,14,0 1150,140,18,0 1176,150,18,0 1148,160,14,0'), 2.6, 'slate') +
    hatch(hand, outline('1130,128! 1200,128! 1200,190! 1130,190!'), { depth: 0.18, spacing: 8, weight: 3, angle: 0 }) +
    print(box(1040, 104, 1124, 190), 'stone', edge) +
    print(outline('1056,190! 1056,158 1064,142 1082,134 1100,142 1108,158 1108,190!'), 'night', edge) +
    print(box(1050, 82, 1114, 106), 'vermilion', 2.8) +
    ticks(rows('1066,85,0,18 1082,85,0,18 1098,85,0,18'), 2.6, 'rape') +
    roof(1082, 82, 92, 18) +
    print(box(1060, 48, 1104, 64), 'vermilion', 2.8) +
    roof(1082, 48, 70, 18) +
    print([round(1048, 122, 6, 7), round(1116, 122, 6, 7)], 'vermilion', 2.4) +
    print(box(1066, 112, 1098, 126), 'rape', 2.4) +
    ticks(rows('1073,119,4,0 1081,119,4,0 1088,119,4,0'), 4)
  )
}
