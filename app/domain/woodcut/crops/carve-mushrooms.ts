import { cut, hatch, model, print, ticks } from '#app/domain/woodcut/print-ink.ts'
import type { Block } from '#app/domain/woodcut/set-scene.ts'
import { line, lines, outline, place, round, rows } from '#app/domain/woodcut/shape-outline.ts'

export const shiitake: Block = {
  paper: 'leaf',
  setting: 'table',
  foot: 146,
  draw: (hand) => {
    const cap = outline('-96,20 -92,-20 -56,-56 0,-68 56,-56 92,-20 96,20 60,34 0,38 -60,34')
    const stem = outline('-26,28! -20,70 -26,104! 0,110 26,104! 20,70 26,28!')
    const cracks = lines(
      '-54,-26 -30,-20 -22,-40 | -30,-20 -26,2 -44,12 | 4,-54 10,-34 -6,-22 | 10,-34 32,-30 42,-44 | 12,0 30,-10 54,-4 | 30,-10 26,-30 | 62,12 70,-2 82,-4 | -8,18 4,10 18,18',
    )
    return [
      { x: 142, y: 128, turn: -9, scale: 1.16 },
      { x: 290, y: 176, turn: 10, scale: 0.78 },
    ]
      .flatMap((at) => [
        model(hand, place(stem, at), 'cream', 'straw', { angle: 6 }),
        model(hand, place(cap, at), 'brown', 'soil', { depth: 0.26 }),
        cut(
          cracks.map((crack) => place(crack, at)),
          5 * at.scale,
          'cream',
        ),
        cut(place(line('-84,26 -50,33 0,36 50,33 84,26'), at), 4, 'tan'),
      ])
      .join('')
  },
}

export const woodEar: Block = {
  paper: 'rape',
  setting: 'table',
  foot: 156,
  draw: (hand) => {
    const ear = outline('-52,20 -64,-12 -48,-34 -54,-52 -24,-58 -8,-46 14,-60 40,-48 46,-26 64,-14 56,14 34,26 20,16 0,30 -24,20')
    const folds = lines('-4,22 -10,-8 -30,-34 | 4,22 14,-12 34,-30 | -18,16 -36,-4 | 20,10 40,4')
    const log = outline('30,196! 130,190 260,196 356,188! 366,214 356,246! 250,252 130,246 30,252!')
    return [
      model(hand, log, 'brown', 'soil', { depth: 0.1, angle: 80 }),
      ticks(rows('80,212,40,-1 150,228,52,2 232,212,38,-1 276,232,40,0'), 4),
      print(round(36, 224, 20, 29), 'tan') + cut([round(36, 224, 11, 17), round(36, 224, 4, 7)], 3, 'soil'),
      ...[
        { x: 260, y: 106, scale: 0.95, turn: 12 },
        { x: 130, y: 108, scale: 0.98, turn: -10 },
        { x: 312, y: 168, scale: 0.88, turn: 16 },
        { x: 196, y: 160, scale: 1.18, turn: 2 },
        { x: 94, y: 178, scale: 0.84, turn: -14 },
      ].map(
        (at) =>
          print(place(ear, at), 'night') +
          cut(
            folds.map((fold) => place(fold, at)),
            4,
            'tan',
          ) +
          hatch(hand, place(ear, at), { angle: 200, depth: 0.2, colour: 'violet', inset: 6, spacing: 11 }),
      ),
    ].join('')
  },
}
