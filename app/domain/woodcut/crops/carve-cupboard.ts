import { leaf, star } from '#app/domain/woodcut/plant-parts.ts'
import { beads, cut, dots, hatch, model, print, strew, ticks, tube } from '#app/domain/woodcut/print-ink.ts'
import type { Block } from '#app/domain/woodcut/set-scene.ts'
import { line, lines, outline, place, round, rows } from '#app/domain/woodcut/shape-outline.ts'
import { bottle, bowl, fieldSign, jar } from '#app/domain/woodcut/vessel-parts.ts'

export const tofu: Block = {
  paper: 'leaf',
  setting: 'table',
  foot: 156,
  draw: (hand) => {
    const cube = (x: number, y: number, w: number, h: number) => {
      const [top, front, side] = [
        outline(`${x},${y}! ${x + w * 0.28},${y - h * 0.36}! ${x + w * 1.28},${y - h * 0.36}! ${x + w},${y}!`),
        outline(`${x},${y}! ${x + w},${y}! ${x + w},${y + h}! ${x},${y + h}!`),
        outline(`${x + w},${y}! ${x + w * 1.28},${y - h * 0.36}! ${x + w * 1.28},${y + h * 0.64}! ${x + w},${y + h}!`),
      ]
      return (
        print(top, 'white') +
        print(front, 'cream') +
        print(side, 'straw') +
        hatch(hand, side, { depth: 0.8, angle: 90, spacing: 8 }) +
        ticks(
          strew(hand, top, 22, 4).map(([a, b]) => [a, b, 6, 0] as const),
          3,
          'straw',
        ) +
        dots(strew(hand, front, 30, 8), 4, 'straw')
      )
    }
    const board = outline('28,224! 372,224! 372,250! 28,250!')
    return [
      print(board, 'tan'),
      print([outline('56,250! 92,250! 92,264! 56,264!'), outline('308,250! 344,250! 344,264! 308,264!')], 'brown'),
      ticks(rows('50,238,70,0 150,240,90,0 270,236,76,0'), 3, 'brown'),
      cube(122, 92, 118, 68),
      cube(52, 152, 116, 70),
      cube(206, 152, 116, 70),
      tube(lines('188,62 214,40 246,44 | 208,46 214,24'), 6, 'sprout', 4),
      leaf({ x: 214, y: 44, length: 54, width: 22, turn: 14, veins: 0 }),
    ].join('')
  },
}

export const riceWine: Block = {
  paper: 'pepper',
  setting: 'table',
  foot: 140,
  draw: (hand) => {
    const cup = outline('250,164! 258,216 270,242! 326,242! 338,216 346,164! 298,172')
    return [
      bottle(hand, { x: 148, y: 258, width: 96, height: 206, neck: 36, fill: 'pale', shoulder: 0.5 }),
      dots(rows('126,200 168,150 134,138 150,118 172,232 122,236'), 8, 'white'),
      print(outline('124,58! 172,58! 166,22! 130,22!'), 'vermilion'),
      cut(line('126,46 170,46'), 3.5, 'rape'),
      print(outline('102,152! 194,152! 194,226! 102,226!'), 'vermilion', 4),
      fieldSign(148, 189, 42, 'cream', 6),
      model(hand, cup, 'white', 'mist', { angle: 6 }),
      print(round(298, 164, 48, 13), 'cream', 4.5),
      cut(line('258,196 298,204 338,196'), 5, 'indigo'),
      beads(rows('282,144 306,126 292,104 316,92'), 12, 'white', 3),
      ticks(rows('276,162,8,0 298,166,8,0 314,160,7,0'), 5, 'stone'),
      tube(line('232,262 214,226 222,196'), 3, 'grass', 3),
      ticks(rows('218,214,-8,-4 220,204,9,-4 222,194,-7,-6 223,186,5,-8'), 8),
      ticks(rows('218,214,-8,-4 220,204,9,-4 222,194,-7,-6 223,186,5,-8'), 4, 'rape'),
    ].join('')
  },
}

export const honey: Block = {
  paper: 'indigo',
  setting: 'table',
  foot: 130,
  draw: (hand) => {
    const wing = outline('0,0! 14,-26 30,-28 30,-10 14,2')
    const cell = (x: number, y: number) => star({ x, y, points: 3, outer: 17, inner: 17, fill: 'rape', turn: -90, contour: 4 })
    return [
      jar(hand, { x: 170, y: 258, width: 172, height: 166, contents: 'ochre', glass: 'cream' }),
      print(outline('108,94! 232,94! 230,68! 110,68!'), 'rape'),
      cut(
        [130, 150, 170, 190, 210].map((x) => line(`${x},74 ${x},88`)),
        3,
      ),
      cell(170, 182),
      cell(141, 199),
      cell(199, 199),
      cell(170, 216),
      tube(line('246,210 304,146 350,100'), 8, 'tan'),
      model(hand, round(252, 204, 32, 24, -46), 'tan', 'brown'),
      cut(lines('236,202 250,220 | 244,192 262,212 | 254,184 270,202'), 4),
      tube(line('244,230 242,248 262,256'), 7, 'ochre', 4),
      print([place(wing, { x: 302, y: 62 }), place(wing, { x: 308, y: 66, turn: 50 })], 'white', 4),
      print(round(300, 78, 28, 18, 20), 'rape', 4.5),
      cut(lines('292,64 286,90 | 306,66 302,96'), 7),
      dots(rows('278,66'), 14),
      cut(lines('274,60 262,48 | 280,58 276,44'), 3),
    ].join('')
  },
}

export const tea: Block = {
  paper: 'pepper',
  setting: 'table',
  foot: 140,
  draw: (hand) => {
    const dish = bowl(hand, { x: 166, y: 160, radius: 88, depth: 66 })
    return [
      print(round(166, 240, 118, 20), 'white'),
      cut(line('70,242 166,256 262,242'), 4, 'indigo'),
      cut(lines('130,118 120,98 134,82 126,62 | 168,112 158,90 172,72 164,50 | 206,118 196,98 210,82 202,62'), 5, 'stone'),
      dish.back,
      print(round(166, 161, 76, 12), 'sprout', 4),
      ticks(rows('130,160,14,3 160,164,16,-4 194,160,12,3'), 5, 'leaf'),
      dish.front,
      tube(line('318,262 314,200 320,140'), 5, 'grass', 4),
      leaf({ x: 316, y: 218, length: 74, width: 34, turn: -24, droop: -6 }),
      leaf({ x: 315, y: 196, length: 70, width: 32, turn: -150, droop: 6 }),
      leaf({ x: 318, y: 160, length: 66, width: 26, turn: -46, veins: 2, light: 'sprout', dark: 'grass' }),
      leaf({ x: 319, y: 152, length: 64, width: 26, turn: -122, veins: 2, light: 'sprout', dark: 'grass' }),
      leaf({ x: 320, y: 142, length: 62, width: 18, turn: -86, veins: 0, light: 'pale', dark: 'sprout' }),
    ].join('')
  },
}
