import { leaf, meridians } from '#app/domain/woodcut/plant-parts.ts'
import { block, cut, dots, hatch, model, print, ticks, tube } from '#app/domain/woodcut/print-ink.ts'
import type { Block } from '#app/domain/woodcut/set-scene.ts'
import { line, lines, outline, place, round, rows } from '#app/domain/woodcut/shape-outline.ts'

export const celtuce: Block = {
  paper: 'rape',
  setting: 'field',
  draw: (hand) => {
    const stem = outline('-34,118! -38,40 -30,-20 -20,-60! 20,-60! 30,-20 38,40 34,118! 0,126')
    const scars = rows('-14,84 12,62 -16,40 10,18 -10,-4 8,-26').map(([x = 0, y = 0]) =>
      line(`${x - 11},${y - 4} ${x},${y + 3} ${x + 11},${y - 4}`),
    )
    return [
      { x: 128, y: 148, turn: -8, scale: 0.96 },
      { x: 266, y: 150, turn: 10, scale: 1.02 },
    ]
      .flatMap((at) => {
        const [cx, cy] = [at.x + at.turn * 1.0, at.y - 50]
        const blade = (turn: number, length: number, light: 'grass' | 'sprout', droop: number) =>
          leaf({
            x: cx,
            y: cy,
            length,
            width: 38,
            turn: turn + at.turn,
            light,
            dark: light === 'grass' ? 'leaf' : 'grass',
            droop,
            veins: 2,
          })
        return [
          blade(-138, 96, 'grass', -16),
          blade(-42, 96, 'grass', 16),
          blade(-112, 98, 'sprout', -8),
          blade(-68, 98, 'sprout', 8),
          model(hand, place(stem, at), 'pale', 'sprout', { angle: 6 + at.turn }),
          cut(
            scars.map((scar) => place(scar, at)),
            4,
            'grass',
          ),
          print(place(round(0, 118, 33, 11), at), 'pale', 4),
        ]
      })
      .join('')
  },
}

export const lotusRoot: Block = {
  paper: 'indigo',
  setting: 'table',
  foot: 156,
  draw: (hand) => {
    const segment = outline('-70,-16! -48,-40 0,-48 48,-40 70,-16! 70,16! 48,40 0,48 -48,40 -70,16!')
    const face = (x: number, y: number, r: number) => {
      const holes = Array.from({ length: 7 }, (_, i) => {
        const angle = (i / 7) * 2 * Math.PI
        return round(x + r * 0.56 * Math.cos(angle), y + r * 0.56 * Math.sin(angle), r * 0.17)
      })
      return print(round(x, y, r), 'cream') + print([...holes, round(x, y, r * 0.12)], 'blush', 3.5)
    }
    const speck = (x: number, y: number) =>
      ticks(
        [
          [x - 30, y - 18, 14, -1],
          [x + 6, y - 26, 12, 0],
          [x - 8, y + 6, 16, 0],
          [x + 22, y - 4, 10, 0],
        ],
        3,
        'brown',
      )
    return [
      model(hand, place(segment, { x: 330, y: 92, turn: -26, scale: 0.8 }), 'blush', 'tan'),
      tube(line('270,122 280,116'), 20, 'brown'),
      model(hand, place(segment, { x: 204, y: 140, turn: -20, scale: 1.1 }), 'blush', 'tan'),
      speck(208, 138),
      tube(line('124,172 134,168'), 26, 'brown'),
      ticks(rows('122,188,-8,14 132,190,-2,15 276,130,2,13'), 3.5),
      model(hand, place(segment, { x: 76, y: 188, turn: -14, scale: 0.9 }), 'blush', 'tan'),
      face(226, 224, 46),
      face(320, 214, 54),
    ].join('')
  },
}

export const ginger: Block = {
  paper: 'leaf',
  setting: 'table',
  foot: 150,
  draw: (hand) => {
    const hands = outline(
      '60,196 58,164 84,144 118,150 120,112 110,76 136,54 166,66 172,104 188,132 216,120 220,82 244,54 276,64 280,100 262,132 292,136 336,120 358,146 344,182 298,196 262,206 240,232 196,236 172,216 128,226 84,222',
    )
    const rings = lines(
      '84,150 92,180 86,216 | 114,88 138,96 168,82 | 118,122 146,126 174,116 | 222,96 248,104 276,92 | 214,126 238,134 262,128 | 316,128 322,156 314,188 | 284,142 288,166 278,196 | 150,158 158,188 150,214 | 206,150 212,190 204,228',
    )
    return [
      print(hands, 'straw'),
      block(
        outline('66,206! 120,212 168,196 196,206 250,184 296,178 352,158! 344,182 298,196 262,206 240,232 196,236 172,216 128,226 84,222'),
        'tan',
      ),
      hatch(hand, hands, { depth: 0.2 }),
      cut(rings, 3.5, 'soil'),
      print(round(140, 64, 26, 15, -20), 'rape', 4),
      print(round(352, 150, 11, 22, 10), 'rape', 4),
      ticks(rows('180,180,10,3 232,200,12,-3 112,190,10,3 250,164,8,3'), 3, 'soil'),
    ].join('')
  },
}

export const garlic: Block = {
  paper: 'pepper',
  setting: 'table',
  foot: 142,
  draw: (hand) => {
    const bulb = outline('-10,-108! 10,-110! 14,-70 44,-42 76,-6 84,36 62,70 0,80 -62,70 -84,36 -76,-6 -44,-42 -14,-70')
    const seams = lines('-6,-70 -34,-20 -44,30 -30,72 | 6,-70 34,-20 44,30 30,72 | 0,-64 2,10 0,78')
    const streaks = lines('-16,-46 -58,4 -64,40 | 16,-46 58,4 64,40 | -4,-40 -18,10 -18,44 | 6,-40 22,10 20,44')
    const clove = outline('0,-54! 26,-24 36,18 22,42! -20,44! -34,20 -22,-24')
    const at = { x: 158, y: 160, turn: -6, scale: 1.1 }
    return [
      model(hand, place(bulb, at), 'white', 'mist', { depth: 0.26 }),
      cut(
        streaks.map((streak) => place(streak, at)),
        3,
        'lilac',
      ),
      cut(
        seams.map((seam) => place(seam, at)),
        4,
      ),
      ticks(rows('142,248,-6,9 158,251,-2,10 174,250,3,10 188,246,6,9'), 3.5),
      ...[
        { x: 282, y: 204, turn: 30, scale: 1 },
        { x: 338, y: 224, turn: 74, scale: 0.9 },
      ].flatMap((where) => [
        model(hand, place(clove, where), 'white', 'lilac', { depth: 0.24 }),
        cut(place(line('0,-44 -8,0 -4,38'), where), 3),
      ]),
    ].join('')
  },
}

export const onion: Block = {
  paper: 'leaf',
  setting: 'table',
  foot: 150,
  draw: (hand) => {
    const bulb = outline('128,44! 140,42! 146,72 190,94 226,138 222,196 180,236 136,244 92,236 50,196 46,138 82,94 124,72')
    const rings = [54, 40, 27, 14].map((r) => round(300, 198, r, r * 0.92))
    return [
      model(hand, bulb, 'violet', 'plum'),
      cut(meridians(136, 158, 90, 84, [-0.78, -0.36, 0.1, 0.5, 0.86]), 3.2),
      cut(line('70,150 66,176 74,204'), 5, 'lilac'),
      ticks(rows('120,244,-8,12 132,246,-3,13 144,246,3,13 154,243,8,11'), 3.5),
      print(round(300, 198, 68, 62), 'plum'),
      block(round(300, 198, 61, 55), 'white'),
      cut(rings, 4, 'violet'),
      dots(rows('300,198'), 9, 'violet'),
      hatch(hand, round(300, 198, 68, 62), { depth: 0.1 }),
    ].join('')
  },
}
