import { beads, block, cut, dots, print, ticks, tube } from '#app/domain/woodcut/print-ink.ts'
import { line, lines, outline, round, rows } from '#app/domain/woodcut/shape-outline.ts'
import { box, edge, roof } from './frieze-parts.ts'

const cloud = (x: number, y: number, size: number) =>
  print(
    outline(
      `${x - 34 * size},${y} ${x - 36 * size},${y - 12 * size} ${x - 22 * size},${y - 15 * size} ${x - 12 * size},${y - 27 * size} ${x + 4 * size},${y - 22 * size} ${x + 16 * size},${y - 24 * size} ${x + 22 * size},${y - 13 * size} ${x + 38 * size},${y - 10 * size} ${x + 40 * size},${y}`,
    ),
    'white',
    2.6,
  ) +
  cut(
    [
      line(`${x - 22 * size},${y - 5 * size} ${x - 16 * size},${y - 13 * size} ${x - 8 * size},${y - 9 * size}`),
      line(`${x + 4 * size},${y - 5 * size} ${x + 11 * size},${y - 14 * size} ${x + 18 * size},${y - 8 * size}`),
    ],
    2.4,
    'vermilion',
  )

export const sky = () => print(round(300, 58, 27), 'vermilion', edge) + cloud(352, 74, 0.9) + cloud(756, 50, 0.9)

export const mountains = () => {
  const range = outline(
    '0,84! 60,44! 96,70! 160,26! 224,80! 262,62! 330,112! 410,76! 470,104! 540,70! 610,108! 700,84! 780,112! 870,92! 960,118! 1060,96! 1200,112! 1200,150! 0,150!',
  )
  const snow = outline('160,26! 134,45! 146,44! 156,54! 168,44! 178,50! 183,46!')
  return (
    print(range, 'sky', edge) +
    block(snow, 'white') +
    ticks(
      rows('176,58,12,16 196,78,8,12 150,60,-8,12 66,52,8,14 76,62,6,10 414,84,10,12 546,78,12,14 706,92,12,10 876,98,12,10 1066,104,14,8'),
      2.6,
    )
  )
}

/** Orange terraces climbing the hill on the left. */
export const terraces = () => {
  const steps: [string, 'grass' | 'sprout' | 'leaf'][] = [
    ['0,92! 60,84 130,92 190,118 230,150! 0,150!', 'leaf'],
    ['0,116! 70,108 150,116 214,138 262,166! 0,170!', 'grass'],
    ['0,140! 84,132 170,140 244,160 300,184! 0,190!', 'sprout'],
    ['0,166! 90,158 190,164 280,182 344,206! 0,212!', 'grass'],
  ]
  const trees = rows('22,82 56,76 94,78 130,86 164,100 16,106 50,100 88,100 126,106 162,116 198,130')
  return (
    steps
      .slice(0, 2)
      .map(([text, fill]) => print(outline(text), fill, edge))
      .join('') +
    ticks(
      trees.map(([x = 0, y = 0]) => [x, y + 8, 0, 7]),
      5,
      'soil',
    ) +
    beads(trees, 19, 'leaf', edge) +
    dots(
      trees.flatMap(([x = 0, y = 0]) => [
        [x - 4, y - 2],
        [x + 5, y - 3],
        [x + 1, y + 5],
      ]),
      5,
      'orange',
    ) +
    steps
      .slice(2)
      .map(([text, fill]) => print(outline(text), fill, edge))
      .join('') +
    ticks(
      rows('20,150,0,7 44,147,0,7 68,146,0,7 92,146,0,7 116,147,0,7 140,149,0,7 164,152,0,7 188,157,0,7 212,163,0,7 236,170,0,7'),
      4,
      'leaf',
    ) +
    ticks(
      rows(
        '16,178,10,-2 44,174,10,-1 72,172,10,0 100,171,10,0 128,172,10,1 156,174,10,1 184,177,10,2 212,181,10,3 240,187,10,4 270,194,10,4',
      ),
      4,
      'pale',
    )
  )
}

/** The plain's patchwork: rape in flower, young rice, beds of greens, and the canal that waters them. */
export const plain = () =>
  block(box(0, 138, 1200, 216), 'sprout') +
  print(outline('210,140! 372,136! 350,164! 262,166!'), 'rape', edge) +
  dots(rows('250,148 282,146 314,145 346,143 270,157 302,155 334,153'), 6, 'ochre') +
  print(outline('380,158! 560,156! 600,176! 360,180!'), 'grass', edge) +
  ticks(rows('392,166,30,-1 436,165,30,-1 480,164,30,0 524,164,26,0 384,173,34,-1 432,172,34,-1 480,171,34,0 530,171,38,0'), 3.2, 'pale') +
  print(outline('640,132! 800,130! 830,152! 640,156!'), 'rape', edge) +
  dots(rows('658,139 692,138 726,137 760,137 790,138 674,148 708,147 742,146 776,146 808,146'), 6, 'ochre') +
  print(outline('812,128! 960,126! 960,152! 842,152!'), 'grass', edge) +
  ticks(rows('830,134,24,0 864,134,24,0 898,133,24,0 932,133,20,0 838,143,24,0 872,143,24,0 906,142,24,0 938,142,16,0'), 3.2, 'pale') +
  print(outline('618,126! 626,126! 634,142 622,158 652,174 648,192! 604,192! 612,176 590,158 606,142'), 'sky', edge) +
  ticks(rows('618,140,5,4 606,156,8,6 620,172,12,4 618,184,14,0'), 2.6, 'white')

export const farmhouse = () =>
  tube(lines('392,150 388,104 376,78 | 404,150 404,96 410,66 | 414,150 420,104 436,80'), 4, 'grass', 2.4) +
  print(
    outline(
      '352,92 356,76 370,66 380,70 392,54 408,48 420,58 434,56 446,68 444,86 452,98! 436,92! 430,104! 418,92! 406,100! 396,88! 384,100! 374,90! 360,102!',
    ),
    'grass',
    edge,
  ) +
  ticks(rows('372,76,-6,10 386,70,-4,12 402,62,0,12 416,70,4,11 430,72,6,10 408,82,-2,8'), 2.8, 'pale') +
  print(box(438, 112, 556, 158), 'white', edge) +
  ticks(rows('462,114,0,42 532,114,0,42 440,132,22,0 532,132,22,0'), 3.4, 'soil') +
  print(box(482, 122, 512, 158), 'brown', 3) +
  ticks([[497, 124, 0, 32]], 2.4) +
  print([box(443, 136, 456, 148), box(538, 136, 551, 148)], 'slate', 2.2) +
  roof(497, 112, 144, 30) +
  ticks(rows('487,128,0,16 507,128,0,16'), 4, 'vermilion')

/** A grower with a carrying pole and two baskets. */
export const grower = (x: number, y: number) =>
  ticks(
    [
      [x - 4, y + 18, -4, 16],
      [x + 4, y + 18, 5, 16],
    ],
    5,
  ) +
  print(outline(`${x - 9},${y - 2}! ${x + 9},${y - 2}! ${x + 10},${y + 22}! ${x - 10},${y + 22}!`), 'indigo', 3) +
  print(round(x, y - 9, 7), 'blush', 2.6) +
  print(outline(`${x - 17},${y - 10}! ${x},${y - 24}! ${x + 17},${y - 10}!`), 'rape', 3) +
  tube(line(`${x - 34},${y + 4} ${x},${y - 1} ${x + 34},${y + 4}`), 2.4, 'tan', 1.8) +
  ticks(
    [-32, 32].flatMap((dx) => [
      [x + dx, y + 4, -8, 15],
      [x + dx, y + 4, 8, 15],
    ]),
    1.8,
  ) +
  dots(
    [-37, -28, 27, 36].map((dx) => [x + dx, y + 17]),
    10,
    'orange',
  ) +
  print(
    [-32, 32].map((dx) => outline(`${x + dx - 11},${y + 20}! ${x + dx + 11},${y + 20}! ${x + dx + 8},${y + 32}! ${x + dx - 8},${y + 32}!`)),
    'tan',
    2.6,
  )
