import { branch, leaf, star } from '#app/domain/woodcut/plant-parts.ts'
import { block, cut, dots, hatch, model, print, strew, ticks, tube } from '#app/domain/woodcut/print-ink.ts'
import type { Block } from '#app/domain/woodcut/set-scene.ts'
import { line, lines, outline, place, round, rows } from '#app/domain/woodcut/shape-outline.ts'

const pearBody = outline('0,-96 24,-88 34,-56 44,-22 76,10 84,54 60,90 20,102 -20,102 -60,90 -84,54 -76,10 -44,-22 -34,-56 -24,-88')

export const pear: Block = {
  paper: 'leaf',
  setting: 'table',
  foot: 146,
  draw: (hand) => {
    const [back, front] = [
      { x: 140, y: 150, turn: -6, scale: 1.02 },
      { x: 276, y: 166, turn: 8, scale: 0.86 },
    ]
    return [
      leaf({ x: 130, y: 42, length: 108, width: 48, turn: -4, droop: 18 }),
      tube(line('130,58 126,38 112,24'), 6, 'soil', 4),
      model(hand, place(pearBody, back), 'rape', 'ochre'),
      dots(strew(hand, place(pearBody, back), 24, 10), 3.5, 'soil'),
      print(place(pearBody, front), 'ochre'),
      block(place(pearBody, { ...front, scale: 0.77 }), 'cream'),
      print(place(outline('0,-4! 22,18 24,44 0,66! -24,44 -22,18'), { x: 276, y: 166, turn: 8, scale: 0.86 }), 'straw', 3.5),
      ticks(rows('264,190,-1,10 280,190,2,10'), 7, 'soil'),
      tube(line('288,84 292,66 302,56'), 5, 'soil', 4),
      hatch(hand, place(pearBody, front), { depth: 0.1 }),
    ].join('')
  },
}

export const peach: Block = {
  paper: 'leaf',
  setting: 'table',
  foot: 140,
  draw: (hand) => {
    const body = outline('10,-92! 40,-74 82,-46 96,2 78,54 34,84 0,90 -36,84 -80,54 -96,2 -82,-46 -40,-74')
    const tip = outline('10,-92! 40,-74 82,-46! 58,-44 30,-36 4,-40 -24,-50 -58,-58! -40,-74')
    const one = (at: { x: number; y: number; turn: number; scale: number }) =>
      [
        model(hand, place(body, at), 'blush', 'coral'),
        block(place(tip, at), 'rose'),
        ticks(
          rows('-30,-44,-3,10 -14,-38,-2,20 4,-34,0,14 20,-34,2,22 38,-34,3,14 56,-38,3,12').map(
            ([x = 0, y = 0, dx = 0, dy = 0]) => [at.x + x * at.scale, at.y + y * at.scale, dx * at.scale, dy * at.scale] as const,
          ),
          6,
          'rose',
        ),
        dots(strew(hand, place(body, { ...at, scale: at.scale * 0.8 }), 20, 8), 4, 'rose'),
        print(place(body, at), 'none'),
        cut(place(line('10,-90 -26,-40 -30,20 -2,88'), at), 4),
      ].join('')
    return [
      one({ x: 278, y: 170, turn: 12, scale: 0.82 }),
      one({ x: 142, y: 152, turn: -8, scale: 1.06 }),
      leaf({ x: 150, y: 246, length: 116, width: 42, turn: -158, droop: 14 }),
      leaf({ x: 152, y: 246, length: 130, width: 44, turn: -12, droop: 6, light: 'sprout', dark: 'grass' }),
    ].join('')
  },
}

export const plum: Block = {
  paper: 'rape',
  setting: 'air',
  draw: (hand) => {
    const fruit = ([x = 0, y = 0, r = 0]: readonly number[]) =>
      tube(line(`${x},${y - r} ${x + 4},${y - r - 20} ${(x + 200) / 2},62`), 4, 'grass', 3.5) +
      model(hand, round(x, y, r, r * 1.06), 'madder', 'plum') +
      cut(line(`${x - r * 0.1},${y - r} ${x - r * 0.44},${y - r * 0.2} ${x - r * 0.3},${y + r * 0.7}`), 3.5) +
      cut(line(`${x - r * 0.68},${y - r * 0.3} ${x - r * 0.7},${y + r * 0.2}`), 6, 'lilac')
    return [
      branch(hand, line('40,58 130,46 220,60 350,36')),
      leaf({ x: 120, y: 50, length: 92, width: 44, turn: 142, droop: 10 }),
      leaf({ x: 250, y: 56, length: 100, width: 46, turn: 30, droop: 12, light: 'sprout', dark: 'grass' }),
      leaf({ x: 210, y: 56, length: 88, width: 40, turn: -34, droop: -8 }),
      ...rows('132,152,54 270,164,56 198,218,58').map(fruit),
    ].join('')
  },
}

export const loquat: Block = {
  paper: 'indigo',
  setting: 'air',
  draw: (hand) => {
    const fruit = ([x = 0, y = 0, turn = 0]: readonly number[]) =>
      model(hand, round(x, y, 42, 48, turn), 'rape', 'orange') +
      star({ x: x + turn * -0.5, y: y + 42, outer: 13, inner: 6, fill: 'brown', contour: 3 })
    return [
      tube(line('200,20 200,70 196,110'), 8, 'brown', 4.5),
      tube(lines('198,70 150,92 126,116 | 200,70 250,90 276,112'), 5, 'brown', 4),
      leaf({ x: 196, y: 50, length: 172, width: 56, turn: 164, droop: -22, veins: 6 }),
      leaf({ x: 204, y: 50, length: 172, width: 56, turn: 14, droop: 22, veins: 6 }),
      leaf({ x: 200, y: 48, length: 120, width: 44, turn: -150, droop: -8, veins: 4, light: 'sprout', dark: 'grass' }),
      ...rows('122,156,12 278,152,-12 200,146,0 160,212,6 240,210,-6').map(fruit),
    ].join('')
  },
}

export const cherry: Block = {
  paper: 'rape',
  setting: 'air',
  draw: (hand) => {
    const fruit = ([x = 0, y = 0, r = 0]: readonly number[]) =>
      model(hand, round(x, y, r, r * 0.94), 'vermilion', 'pepper') +
      cut(line(`${x - 12},${y - r + 8} ${x},${y - r + 15} ${x + 12},${y - r + 8}`), 4) +
      cut(line(`${x - r * 0.62},${y - r * 0.1} ${x - r * 0.5},${y + r * 0.36}`), 6, 'blush')
    return [
      tube(lines('212,44 160,96 118,164 | 212,44 214,110 200,190 | 212,44 264,96 290,160'), 4.5, 'grass', 3.5),
      leaf({ x: 210, y: 42, length: 150, width: 62, turn: 166, droop: -20, veins: 5 }),
      leaf({ x: 214, y: 42, length: 140, width: 58, turn: 10, droop: 22, veins: 5, light: 'sprout', dark: 'grass' }),
      tube(line('186,22 214,42 246,28'), 9, 'brown', 4.5),
      ...rows('116,196,46 292,192,46 200,230,48').map(fruit),
    ].join('')
  },
}
