import { leaf } from '#app/domain/woodcut/plant-parts.ts'
import { beads, block, cut, dots, hatch, model, print, strew, ticks, tube } from '#app/domain/woodcut/print-ink.ts'
import type { Block } from '#app/domain/woodcut/set-scene.ts'
import { line, lines, outline, place, round, rows } from '#app/domain/woodcut/shape-outline.ts'

const spindle = outline('-116,8! -84,-26 -30,-46 36,-44 84,-24 120,-6! 88,26 34,42 -34,40 -84,26')

export const sweetPotato: Block = {
  paper: 'rape',
  setting: 'table',
  foot: 150,
  draw: (hand) => {
    const [back, front] = [
      place(spindle, { x: 180, y: 108, turn: -14, scale: 1.15 }),
      place(spindle, { x: 160, y: 204, turn: 8, scale: 0.98 }),
    ]
    const face = round(300, 206, 52, 46, -20)
    return [
      model(hand, back, 'rose', 'madder'),
      ticks(rows('112,112,20,-4 160,86,16,-4 226,104,22,-4 196,128,18,-3 258,78,14,-3'), 3),
      cut(lines('314,74 336,66 352,72 | 48,142 32,152'), 4),
      model(hand, front, 'rose', 'madder'),
      ticks(rows('96,196,18,3 140,184,22,3 128,214,16,2 190,200,18,4'), 3),
      print(face, 'madder'),
      block(round(300, 206, 43, 37, -20), 'orange'),
      cut([round(300, 206, 29, 24, -20)], 2.5, 'tangerine'),
      ticks(rows('300,206,9,-3 284,200,5,5 312,214,6,3 304,190,5,1'), 3, 'tangerine'),
      hatch(hand, face, { depth: 0.16 }),
    ].join('')
  },
}

export const potato: Block = {
  paper: 'leaf',
  setting: 'table',
  foot: 148,
  draw: (hand) => {
    const lump = outline('-76,6 -66,-36 -24,-54 26,-50 66,-30 78,8 60,42 14,54 -36,48 -68,34')
    const eyes = lines('-38,-20 -28,-26 -18,-20 | 14,-30 24,-35 34,-28 | -10,10 0,4 10,10 | -46,18 -38,13 -30,18 | 34,8 42,3 50,9')
    return [
      { x: 208, y: 104, turn: -8, scale: 1 },
      { x: 122, y: 186, turn: 12, scale: 1.04 },
      { x: 278, y: 192, turn: -16, scale: 1.1 },
    ]
      .flatMap((at) => [
        model(hand, place(lump, at), 'straw', 'tan'),
        cut(
          eyes.map((eye) => place(eye, at)),
          3.5,
          'soil',
        ),
        dots(strew(hand, place(lump, at), 40, 14), 3.5, 'soil'),
      ])
      .join('')
  },
}

export const taro: Block = {
  paper: 'indigo',
  setting: 'table',
  foot: 146,
  draw: (hand) => {
    const corm = outline('-8,-96! 12,-94! 40,-72 66,-24 68,30 44,72 0,86 -44,72 -68,30 -64,-24 -36,-72')
    const rings = [-58, -30, 0, 30, 58].map((y) => line(`${-62 + Math.abs(y) * 0.42},${y} 0,${y + 15} ${62 - Math.abs(y) * 0.42},${y}`))
    const hairs = [-44, -14, 16, 44].flatMap((y) => [-34, -12, 10, 32].map((x) => line(`${x},${y + 10}! ${x + hand.slip(5)},${y + 20}!`)))
    const at = { x: 138, y: 154, turn: -8, scale: 1.08 }
    const face = round(284, 196, 66, 60)
    return [
      model(hand, place(corm, at), 'brown', 'soil'),
      cut(
        [...rings, ...hairs].map((ring) => place(ring, at)),
        3.5,
      ),
      print(outline('116,54! 122,26! 134,40! 142,20! 150,56!'), 'sprout', 4),
      print(face, 'soil'),
      block(round(284, 196, 55, 49), 'white'),
      ticks(
        strew(hand, round(284, 196, 52, 46), 18).map(([x, y]) => [x, y, hand.slip(5), 4] as const),
        3,
        'violet',
      ),
      hatch(hand, face, { depth: 0.13 }),
    ].join('')
  },
}

export const yam: Block = {
  paper: 'leaf',
  setting: 'field',
  draw: (hand) => {
    const rods = ['60,246 150,196 250,128 330,52', '84,92 150,140 230,190 320,226', '40,184 150,176 260,166 372,150']
    const pelts = rods.map((rod) => {
      const at = line(rod)
      const [a, b] = [at.knots[0], at.knots.at(-1)]
      if (!a || !b) return ''
      const hairs = Array.from({ length: 18 }, (_, i) => {
        const t = 0.06 + (i / 18) * 0.88
        return [a.x + (b.x - a.x) * t + hand.slip(6), a.y + (b.y - a.y) * t + hand.slip(9) + 3, hand.slip(6), 7] as const
      })
      return (
        tube(at, 33, 'tan') +
        cut(at, 13, 'straw') +
        ticks(hairs, 2.6, 'soil') +
        print(round(b.x, b.y, 18), 'white') +
        dots(
          [
            [b.x, b.y],
            [b.x + 6, b.y - 5],
            [b.x - 5, b.y + 5],
          ],
          3.5,
          'stone',
        )
      )
    })
    return [pelts[0], pelts[2], pelts[1]].join('')
  },
}

export const carrot: Block = {
  paper: 'indigo',
  setting: 'field',
  draw: (hand) => {
    const root = outline('-30,-74 0,-84 30,-74 32,-40 22,20 8,88 0,122! -8,88 -22,20 -32,-40')
    const rings = lines('-28,-50 -6,-46 | 6,-30 27,-34 | -22,-8 -4,-4 | 4,18 18,14 | -14,42 -2,46 | 0,70 8,68')
    const frond = (x: number, y: number, turn: number, scale: number) => {
      const at = { x, y, turn, scale }
      const stalks = lines('0,0 0,-84 | 0,-34 -26,-62 | 0,-30 26,-58').map((stalk) => place(stalk, at))
      const tips = rows('0,-86 -13,-74 13,-74 -28,-64 -32,-52 28,-60 32,-48 -10,-58 10,-54').map(([tx = 0, ty = 0]) => round(tx, ty, 1))
      return (
        tube(stalks, 4, 'grass', 3) +
        beads(
          tips.flatMap((tip) => place(tip, at).knots.slice(0, 1)).map((tip) => [tip.x, tip.y]),
          13,
          'grass',
          3,
        )
      )
    }
    return [
      { x: 120, y: 168, turn: 20, scale: 0.98 },
      { x: 286, y: 168, turn: -20, scale: 0.98 },
      { x: 202, y: 170, turn: 0, scale: 1.08 },
    ]
      .flatMap((at) => {
        const crown = (98 * at.scale * Math.PI) / 180
        const [cx, cy] = [
          at.x + (crown / 1.71) * 80 * Math.sin((at.turn * Math.PI) / 180),
          at.y - (crown / 1.71) * 80 * Math.cos((at.turn * Math.PI) / 180),
        ]
        return [
          frond(cx, cy, at.turn - 12, 0.8),
          frond(cx, cy, at.turn + 14, 0.78),
          model(hand, place(root, at), 'orange', 'tangerine', { angle: 12 + at.turn }),
          cut(
            rings.map((ring) => place(ring, at)),
            3.2,
          ),
        ]
      })
      .join('')
  },
}

export const whiteRadish: Block = {
  paper: 'pepper',
  setting: 'table',
  foot: 150,
  draw: (hand) => {
    const body = outline('-122,-34 -134,0 -122,34 -60,50 20,48 84,30 122,8 158,4! 122,-8 84,-32 20,-50 -60,-50')
    const shoulder = outline('-122,-34 -134,0 -122,34 -84,44! -92,20! -70,0! -90,-22! -82,-46!')
    const at = { x: 232, y: 182, turn: 20, scale: 1.02 }
    const rings = lines('-50,-30 -28,-32 | -20,10 4,10 | 30,-20 50,-20 | 60,12 78,10 | -70,26 -52,28')
    return [
      leaf({ x: 102, y: 136, length: 124, width: 48, turn: -122, droop: -26, veins: 4, light: 'sprout', dark: 'grass' }),
      leaf({ x: 106, y: 140, length: 120, width: 44, turn: -48, droop: 26, veins: 4 }),
      leaf({ x: 98, y: 140, length: 128, width: 50, turn: -84, droop: 0, veins: 4 }),
      model(hand, place(body, at), 'white', 'mist'),
      block(place(shoulder, at), 'sprout'),
      cut(
        rings.map((ring) => place(ring, at)),
        3,
        'stone',
      ),
      hatch(hand, place(body, at), { depth: 0.14, angle: 88 }),
      print(place(body, at), 'none'),
    ].join('')
  },
}
