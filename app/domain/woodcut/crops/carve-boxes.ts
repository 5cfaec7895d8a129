import { leaf, star } from '#app/domain/woodcut/plant-parts.ts'
import { beads, cut, dots, hatch, model, print, ticks, tube } from '#app/domain/woodcut/print-ink.ts'
import type { Block } from '#app/domain/woodcut/set-scene.ts'
import { line, lines, outline, place, round, rows } from '#app/domain/woodcut/shape-outline.ts'
import { basket, diamond, fieldSign } from '#app/domain/woodcut/vessel-parts.ts'

const crate = (hand: Parameters<typeof hatch>[0]) =>
  [0, 1, 2]
    .map((row) => {
      const plank = outline(`54,${168 + row * 31}! 346,${168 + row * 31}! 346,${195 + row * 31}! 54,${195 + row * 31}!`)
      return (
        print(plank, 'tan') +
        ticks(
          [
            [84, 178 + row * 31, 50, 0],
            [150, 186 + row * 31, 64, 0],
            [240, 177 + row * 31, 56, 0],
          ].map(([x = 0, y = 0, dx = 0]) => [x + hand.slip(10), y, dx, 0] as const),
          3,
          'brown',
        )
      )
    })
    .join('') +
  print([outline('54,164! 78,164! 78,260! 54,260!'), outline('322,164! 346,164! 346,260! 322,260!')], 'brown') +
  dots(rows('66,182 66,212 66,243 334,182 334,212 334,243'), 6)

export const vegetableBox: Block = {
  paper: 'rape',
  setting: 'table',
  foot: 164,
  draw: (hand) => {
    const carrot = outline('-15,-34! 0,-40 15,-34! 14,10 0,66! -14,10')
    return [
      leaf({ x: 108, y: 170, length: 120, width: 52, turn: -112, droop: -10 }),
      leaf({ x: 120, y: 170, length: 124, width: 50, turn: -84, light: 'sprout', dark: 'grass' }),
      leaf({ x: 96, y: 174, length: 92, width: 44, turn: -144, droop: -8 }),
      tube(lines('282,176 286,110 270,48 | 298,176 304,110 306,44 | 314,176 322,116 344,62'), 11, 'grass', 4),
      ...[
        { x: 172, y: 120, turn: 190 },
        { x: 150, y: 132, turn: 168 },
      ].map((at) => print(place(carrot, at), 'orange')),
      model(hand, round(226, 142, 48, 44), 'vermilion', 'pepper'),
      star({ x: 226, y: 102, outer: 24, inner: 8, fill: 'grass' }),
      model(hand, outline('262,176 256,140 268,122 288,124 298,140 296,176'), 'violet', 'plum'),
      print(outline('258,132! 268,112 278,106 290,114 300,134! 278,128'), 'grass', 4),
      model(hand, round(326, 164, 34, 30), 'rape', 'ochre'),
      crate(hand),
      diamond(200, 214, 36),
    ].join('')
  },
}

export const giftBox: Block = {
  paper: 'leaf',
  setting: 'table',
  foot: 150,
  draw: (hand) => {
    const lid = outline('58,118! 342,118! 350,160! 50,160!')
    const chest = outline('66,160! 334,160! 328,256! 72,256!')
    const loop = outline('0,0! -24,-44 -64,-52 -84,-30 -66,-8')
    return [
      print(chest, 'vermilion'),
      hatch(hand, chest, { depth: 0.1, angle: 4 }),
      cut(lines('98,190 98,236 138,236 | 98,190 138,190 | 302,190 302,236 262,236 | 302,190 262,190'), 4, 'rape'),
      print(lid, 'pepper'),
      print(outline('178,118! 222,118! 224,256! 176,256!'), 'rape'),
      leaf({ x: 120, y: 116, length: 60, width: 28, turn: -148, veins: 2 }),
      leaf({ x: 284, y: 114, length: 60, width: 28, turn: -30, veins: 2 }),
      model(hand, round(118, 92, 32, 30), 'orange', 'tangerine'),
      model(hand, round(284, 92, 32, 30), 'orange', 'tangerine'),
      print([place(loop, { x: 200, y: 116, scale: 0.94 }), place(loop, { x: 200, y: 116, flip: true, scale: 0.94 })], 'rape'),
      cut(lines('184,104 160,84 142,82 | 216,104 240,84 258,82'), 3.5),
      print([outline('196,120! 174,142 160,172! 184,166 204,130!'), outline('204,120! 226,142 240,172! 216,166 196,130!')], 'ochre', 4.5),
      print(round(200, 114, 19, 17), 'ochre'),
      print(outline('176,190! 224,190! 224,238! 176,238!'), 'pepper', 4),
      fieldSign(200, 214, 28, 'cream', 5),
    ].join('')
  },
}

export const fruitBasket: Block = {
  paper: 'indigo',
  setting: 'table',
  foot: 140,
  draw: (hand) => {
    const grapes = rows('266,118 292,112 278,140 304,136 292,162 262,146 316,158')
    return [
      cut(line('88,182 96,70 200,24 304,70 312,182'), 20),
      cut(line('88,182 96,70 200,24 304,70 312,182'), 10, 'tan'),
      ticks(rows('88,110,10,4 104,66,8,8 146,38,4,10 200,20,0,10 254,38,-4,10 296,66,-8,8 312,110,-10,4'), 3.5),
      leaf({ x: 202, y: 86, length: 76, width: 38, turn: -150, droop: -6 }),
      leaf({ x: 210, y: 84, length: 70, width: 36, turn: -30, droop: 4, light: 'sprout', dark: 'grass' }),
      model(hand, round(204, 130, 50, 48), 'vermilion', 'pepper'),
      tube(line('204,88 208,74'), 5, 'brown', 4),
      model(hand, round(130, 146, 46, 44), 'orange', 'tangerine'),
      beads(grapes, 25, 'violet', 4),
      ticks(
        grapes.map(([x = 0, y = 0]) => [x - 6, y, 3, -5] as const),
        4,
        'lilac',
      ),
      model(hand, round(234, 168, 36, 32), 'rape', 'ochre'),
      model(hand, round(172, 176, 34, 30), 'blush', 'rose'),
      basket({ x: 200, y: 188, width: 244, depth: 68, fill: 'ochre' }),
    ].join('')
  },
}
