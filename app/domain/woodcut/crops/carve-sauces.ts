import { flower, leaf } from '#app/domain/woodcut/plant-parts.ts'
import { block, cut, dots, hatch, model, print, strew, ticks, tube } from '#app/domain/woodcut/print-ink.ts'
import type { Block } from '#app/domain/woodcut/set-scene.ts'
import { line, lines, outline, place, round, rows } from '#app/domain/woodcut/shape-outline.ts'
import { bottle, clothLid, diamond, fieldSign, jar } from '#app/domain/woodcut/vessel-parts.ts'

export const rapeseedOil: Block = {
  paper: 'leaf',
  setting: 'table',
  foot: 130,
  draw: (hand) => {
    const blossoms = rows('296,82 330,66 352,98 318,112 284,120 344,136')
    return [
      tube(lines('318,258 322,180 320,110 | 321,200 290,150 286,124 | 321,176 346,150'), 6, 'grass', 4),
      leaf({ x: 320, y: 226, length: 72, width: 32, turn: -34, veins: 2 }),
      leaf({ x: 318, y: 240, length: 70, width: 32, turn: -148, veins: 2, light: 'sprout', dark: 'grass' }),
      ...blossoms.map(([x = 0, y = 0]) => flower({ x, y, petals: 4, radius: 23, fill: 'rape', eye: 'sprout' })),
      bottle(hand, { x: 164, y: 258, width: 124, height: 196, neck: 44, fill: 'rape', shoulder: 0.4 }),
      print(outline('138,66! 190,66! 188,34! 140,34!'), 'vermilion'),
      cut(lines('152,40 152,60 | 164,40 164,60 | 176,40 176,60'), 3),
      print(outline('110,164! 218,164! 218,232! 110,232!'), 'cream', 4),
      diamond(164, 198, 28),
    ].join('')
  },
}

export const soySauce: Block = {
  paper: 'rape',
  setting: 'table',
  foot: 140,
  draw: (hand) => {
    const dish = round(294, 232, 72, 26)
    return [
      bottle(hand, { x: 152, y: 258, width: 110, height: 206, neck: 38, fill: 'soil', shoulder: 0.46 }),
      print(outline('130,54! 174,54! 174,30! 130,30!'), 'vermilion'),
      print(outline('100,150! 204,150! 204,232! 100,232!'), 'vermilion', 4),
      fieldSign(152, 191, 46, 'cream', 6),
      print(dish, 'white'),
      print(round(294, 228, 56, 17), 'soil', 4),
      cut(line('258,226 282,220 306,221'), 4, 'tan'),
      ...rows('246,176,10 286,160,-14 326,182,24 272,196,0').map(
        ([x = 0, y = 0, turn = 0]) =>
          model(hand, round(x, y, 20, 15, turn), 'straw', 'tan', { depth: 0.3, spacing: 7 }) +
          cut(line(`${x - 5},${y} ${x + 4},${y - 2}`), 3),
      ),
    ].join('')
  },
}

export const chilliSauce: Block = {
  paper: 'leaf',
  setting: 'table',
  foot: 120,
  draw: (hand) => {
    const pod = outline('-12,-40! 0,-46 12,-40! 15,-12 8,24 -16,50! -10,18 -15,-10')
    return [
      jar(hand, { x: 180, y: 258, width: 178, height: 176, contents: 'vermilion' }),
      ticks(
        strew(hand, outline('100,140! 258,140! 262,250! 98,250!'), 26, 8).map(([x, y]) => [x, y, 6, 5] as const),
        5,
        'pepper',
      ),
      dots(strew(hand, outline('104,140! 256,140! 258,246! 102,246!'), 31, 8), 5, 'straw'),
      print(outline('116,162! 244,162! 244,240! 116,240!'), 'rape', 4),
      print(place(pod, { x: 184, y: 200, turn: 34, scale: 0.8 }), 'pepper', 4),
      tube(line('204,172 212,166'), 4, 'grass', 3),
      clothLid({ x: 180, y: 84, width: 140, fill: 'indigo' }),
      dots(rows('134,66 164,60 196,60 226,66 150,74 180,72 210,74'), 6, 'white'),
      ...[
        { x: 310, y: 214, turn: -60, scale: 1.1 },
        { x: 318, y: 248, turn: -84, scale: 1.05, flip: true },
      ].flatMap((at) => [
        model(hand, place(pod, at), 'vermilion', 'pepper', { depth: 0.4, angle: at.turn + 20 }),
        tube(place(line('0,-46 -6,-62'), at), 5, 'grass', 3.5),
      ]),
    ].join('')
  },
}

export const beanPaste: Block = {
  paper: 'pepper',
  setting: 'table',
  foot: 130,
  draw: (hand) => {
    const crock = outline('96,126! 82,160 86,210 122,256! 268,256! 304,210 308,160 294,126!')
    const paste = outline('104,122! 130,104 172,98 216,102 262,100 288,122! 196,138')
    const hat = outline('196,14! 240,40 290,66 326,92! 262,106 196,110 130,106 66,92! 102,66 152,40')
    return [
      print(crock, 'soil'),
      block(outline('82,160 86,194 92,214! 196,226 298,214! 306,194 308,160! 196,176'), 'brown'),
      cut(lines('86,164 196,180 305,164 | 94,214 196,228 298,214'), 4),
      hatch(hand, crock, { depth: 0.22, angle: 6 }),
      print(outline('92,120! 196,140 298,120! 302,136! 196,156 88,136!'), 'brown'),
      print(paste, 'pepper'),
      dots(strew(hand, paste, 18, 4), 9, 'vermilion'),
      dots(strew(hand, paste, 30, 5), 6, 'straw'),
      print(hat, 'rape'),
      cut(
        lines(
          '196,18 150,62 92,98 | 196,18 176,64 158,108 | 196,18 216,64 234,108 | 196,18 242,62 300,98 | 152,42 196,52 240,42 | 112,66 196,82 282,66',
        ),
        3.2,
      ),
      print(outline('180,20! 196,6 212,20! 206,30 186,30'), 'ochre', 4),
      diamond(196, 200, 34),
      ...rows('340,226,-20 352,250,8 318,246,24').map(([x = 0, y = 0, turn = 0]) =>
        model(hand, round(x, y, 20, 14, turn), 'sprout', 'grass', { spacing: 7 }),
      ),
    ].join('')
  },
}
