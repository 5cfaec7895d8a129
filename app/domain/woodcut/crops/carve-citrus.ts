import { citrusFace, leaf, star } from '#app/domain/woodcut/plant-parts.ts'
import { cut, dots, model, print, strew, ticks, tube } from '#app/domain/woodcut/print-ink.ts'
import type { Block } from '#app/domain/woodcut/set-scene.ts'
import { line, lines, outline, place, round, rows } from '#app/domain/woodcut/shape-outline.ts'

export const rockSugarOrange: Block = {
  paper: 'indigo',
  setting: 'table',
  foot: 146,
  draw: (hand) => {
    const fruit = (x: number, y: number, r: number) =>
      model(hand, round(x, y, r, r * 0.96), 'orange', 'tangerine') + dots(strew(hand, round(x - 6, y - 6, r * 0.8), 22, 6), 3, 'tangerine')
    return [
      tube(line('196,92 190,56 170,30'), 7, 'brown', 4),
      leaf({ x: 186, y: 58, length: 104, width: 48, turn: -20, droop: 14 }),
      leaf({ x: 182, y: 56, length: 100, width: 46, turn: -166, droop: -12, light: 'sprout', dark: 'grass' }),
      fruit(196, 146, 66),
      star({ x: 196, y: 88, outer: 14, inner: 6, fill: 'grass', contour: 3.5 }),
      fruit(104, 194, 60),
      ticks(rows('98,154,5,-4 104,150,0,5 110,154,-4,-4'), 3.5, 'leaf'),
      citrusFace({ x: 288, y: 196, radius: 64, rind: 'tangerine', flesh: 'orange' }),
    ].join('')
  },
}

export const mandarin: Block = {
  paper: 'leaf',
  setting: 'table',
  foot: 148,
  draw: (hand) => {
    const ugly = outline('-20,-84! 0,-90 22,-84! 30,-60 68,-40 92,2 84,50 42,78 0,82 -44,78 -86,48 -92,0 -66,-42 -30,-60')
    const segment = outline('-44,-8! -24,-30 4,-36 32,-28 50,-4! 24,12 0,16 -22,10')
    const at = { x: 140, y: 156, scale: 1.08 }
    return [
      leaf({ x: 142, y: 60, length: 96, width: 42, turn: -16, droop: 14 }),
      model(hand, place(ugly, at), 'orange', 'tangerine'),
      cut(lines('122,72 112,96 92,112 | 136,74 134,100 126,112 | 152,74 156,100 170,112 | 160,72 172,94 192,106'), 3.5, 'tangerine'),
      dots(strew(hand, place(ugly, at), 19, 10), 4.5, 'tangerine'),
      star({ x: 141, y: 62, outer: 18, inner: 8, fill: 'grass', contour: 4 }),
      print(outline('236,246! 230,204 256,176 300,166 344,178 368,206 360,246! 330,228! 300,250! 268,228!'), 'rape'),
      ...[
        { x: 276, y: 200, turn: -26 },
        { x: 326, y: 202, turn: 24 },
        { x: 300, y: 186, turn: 0 },
      ].map((where) => print(place(segment, where), 'orange', 4.5) + cut(place(line('-24,-8 2,-16 28,-6'), where), 3, 'straw')),
      ticks(rows('248,226,6,4 352,226,-6,4 298,234,4,4'), 3, 'ochre'),
    ].join('')
  },
}

export const pomelo: Block = {
  paper: 'leaf',
  setting: 'table',
  foot: 150,
  draw: (hand) => {
    const body = outline('0,-104 24,-98 44,-66 84,-28 100,24 84,72 40,98 0,102 -40,98 -84,72 -100,24 -84,-28 -44,-66 -24,-98')
    const at = { x: 134, y: 150 }
    return [
      leaf({ x: 136, y: 50, length: 116, width: 52, turn: -2, droop: 18 }),
      tube(line('134,50 132,34'), 6, 'brown', 4),
      model(hand, place(body, at), 'rape', 'sprout'),
      dots(strew(hand, place(body, at), 21, 10), 4, 'ochre'),
      citrusFace({ x: 288, y: 190, radius: 76, rind: 'rape', flesh: 'coral', pith: 'white', wedges: 11 }),
    ].join('')
  },
}

export const lemon: Block = {
  paper: 'indigo',
  setting: 'table',
  foot: 150,
  draw: (hand) => {
    const body = outline('-108,4! -94,-10 -72,-44 -24,-66 28,-66 76,-42 94,-14 112,-6! 110,10! 92,18 74,46 26,66 -26,66 -72,46 -96,20')
    const at = { x: 150, y: 124, turn: -20 }
    return [
      leaf({ x: 246, y: 84, length: 104, width: 46, turn: -26, droop: 8 }),
      model(hand, place(body, at), 'rape', 'ochre'),
      dots(strew(hand, place(body, at), 22, 10), 4, 'ochre'),
      cut(place(line('-70,-20 -50,-42 -20,-52'), at), 5, 'cream'),
      citrusFace({ x: 282, y: 198, radius: 60, rind: 'rape', flesh: 'straw', pith: 'white', wedges: 8 }),
      citrusFace({ x: 186, y: 222, radius: 46, rind: 'rape', flesh: 'straw', pith: 'white', wedges: 8 }),
    ].join('')
  },
}
