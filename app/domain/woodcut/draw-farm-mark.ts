import { type Paper, type Pigment, papers, pigments } from './pigments.ts'
import { leaf, star } from './plant-parts.ts'
import { beads, block, cut, dots, hatch, print, ticks, tube } from './print-ink.ts'
import { type Hand, seedHand } from './seed-hand.ts'
import { line, lines, outline, pack, place, round, rows } from './shape-outline.ts'

interface Medallion {
  colour: Pigment
  paper: Paper
  emblem: (hand: Hand) => string
}

const fine = 2.6

const medallions = {
  /** WJ: butternut squash (S0). */
  wj: {
    colour: 'ochre',
    paper: 'leaf',
    emblem: (hand) => {
      const squash = outline('39,26! 48,24 57,26! 57,36 58,45 68,54 70,65 62,74 48,76 34,74 26,65 28,54 38,45 39,36')
      return (
        leaf({ x: 52, y: 22, length: 21, width: 13, turn: -4, veins: 0, contour: fine }) +
        print(squash, 'rape', fine) +
        hatch(hand, squash, { spacing: 4.5, weight: 2.2 }) +
        cut(lines('44,27 44,44 36,58 39,73 | 52,27 52,44 60,58 57,73'), 1.6, 'tangerine') +
        print(outline('44,26! 44,17! 53,16! 52,26!'), 'brown', fine)
      )
    },
  },
  /** LX: the "Lulala" chilli sauce's chillies (S0). */
  lx: {
    colour: 'pepper',
    paper: 'rape',
    emblem: (hand) => {
      const pod = outline('-7,-3! 0,-7 7,-3! 8,10 5,26 -6,44! -5,24 -8,10')
      return [
        { x: 36, y: 32, turn: 14 },
        { x: 60, y: 32, turn: -16, flip: true },
        { x: 48, y: 34, turn: 0 },
      ]
        .map(
          (at) =>
            tube(line(`${at.x},${at.y - 5} 48,22`), 2, 'grass', 2) +
            print(place(pod, at), 'vermilion', fine) +
            hatch(hand, place(pod, at), { spacing: 4.5, weight: 2, depth: 0.5 }) +
            print(place(outline('-9,1! -7,-7 0,-10 7,-7 9,1! 0,3'), at), 'grass', fine),
        )
        .join('')
    },
  },
  /** HD: sweet potato (S0). */
  hd: {
    colour: 'madder',
    paper: 'rape',
    emblem: (hand) => {
      const root = outline('18,54! 28,42 46,36 64,40 79,50! 66,62 48,66 30,63')
      return (
        leaf({ x: 46, y: 38, length: 26, width: 20, turn: -130, veins: 0, contour: fine }) +
        leaf({ x: 50, y: 38, length: 26, width: 20, turn: -44, veins: 0, contour: fine, light: 'sprout', dark: 'grass' }) +
        print(root, 'rose', fine) +
        hatch(hand, root, { spacing: 4.5, weight: 2.2 }) +
        ticks(rows('34,50,7,-1 50,46,7,0 42,57,7,0 60,54,6,-1'), 2) +
        cut(lines('79,50 84,46 | 18,54 13,58'), 2.2)
      )
    },
  },
  /** HL: the "Happy" eggs (S0). */
  hl: {
    colour: 'rape',
    paper: 'indigo',
    emblem: (hand) => {
      const egg = outline('0,-19 9,-14 14,-1 12,10 0,16 -12,10 -14,-1 -9,-14')
      return (
        [
          { x: 34, y: 46, turn: -16 },
          { x: 62, y: 46, turn: 16 },
          { x: 48, y: 43, turn: 0 },
        ]
          .map(
            (at, i) => print(place(egg, at), i === 2 ? 'cream' : 'blush', fine) + hatch(hand, place(egg, at), { spacing: 4.5, weight: 2 }),
          )
          .join('') +
        print(outline('20,55! 34,60 48,61 62,60 76,55! 70,69 60,75! 36,75! 26,69'), 'tan', fine) +
        cut(lines('27,64! 33,68! 39,64! 45,69! 51,64! 57,69! 63,64! 69,66!'), 1.8)
      )
    },
  },
  /** XC: ham sausage, and the pig it starts with (S0). */
  xc: {
    colour: 'rose',
    paper: 'leaf',
    emblem: () =>
      tube(line('22,66 34,73 48,75 62,73 74,66'), 7, 'vermilion', fine) +
      ticks(rows('38,73,0,4 58,73,0,4'), 2) +
      print([outline('30,36! 26,20! 44,27!'), outline('66,36! 70,20! 52,27!')], 'coral', fine) +
      print(round(48, 45, 23, 20), 'blush', fine) +
      print(round(48, 51, 11, 8), 'coral', fine) +
      dots(rows('44.5,51 51.5,51'), 3.4) +
      dots(rows('37,41 59,41'), 4),
  },
  /** FQ: grapes, and yak from its high pasture (S0). */
  fq: {
    colour: 'violet',
    paper: 'rape',
    emblem: () => {
      const grapes = rows('38,62 48,62 58,62 43,70 53,70 48,78')
      const horns = lines('40,31 28,33 23,26 26,19 | 56,31 68,33 73,26 70,19')
      return (
        beads(grapes, 9, 'violet', 1.8) +
        tube(horns, 4.4, 'straw', 2.2) +
        print(outline('34,32! 28,40! 35,40! 38,52 43,58 48,59 53,58 58,52 61,40! 68,40! 62,32! 48,25'), 'night', fine) +
        cut(lines('42,30 44,38 | 48,28 48,37 | 54,30 52,38'), 1.8, 'slate') +
        print(round(48, 53, 8.5, 6), 'blush', 2.2) +
        dots(rows('45.4,53 50.6,53'), 2.4) +
        dots(rows('40.5,43 55.5,43'), 3.4, 'cream')
      )
    },
  },
  /** The rock-sugar-orange co-op of H village, western Hunan (S1). */
  hcun: {
    colour: 'orange',
    paper: 'indigo',
    emblem: (hand) => {
      const orange = round(48, 54, 21, 20.5)
      return (
        leaf({ x: 48, y: 34, length: 26, width: 16, turn: -16, veins: 0, contour: fine }) +
        leaf({ x: 47, y: 34, length: 26, width: 16, turn: -164, veins: 0, contour: fine, light: 'sprout', dark: 'grass' }) +
        print(orange, 'orange', fine) +
        hatch(hand, orange, { spacing: 4.5, weight: 2.4 }) +
        dots(rows('38,50 44,46 40,59 48,56 52,64 55,49 46,66'), 2.2, 'tangerine') +
        star({ x: 48, y: 36, outer: 6, inner: 2.6, fill: 'grass', contour: 2 })
      )
    },
  },
  /** A scallion grower of Luxi, Yunnan (S2). */
  luxi: {
    colour: 'grass',
    paper: 'pepper',
    emblem: () => {
      const blades = lines('41,52 39,38 32,28 24,22 | 55,52 57,38 64,28 72,22 | 45,52 44,36 40,24 38,16 | 51,52 52,36 56,24 58,16')
      const whites = lines('39,56 37,66 32,74 | 57,56 59,66 64,74 | 45,56 44,66 42,77 | 51,56 52,66 54,77')
      return (
        tube(blades, 4.6, 'grass', 2.2) +
        tube(whites, 4.6, 'white', 2.2) +
        ticks(rows('38,77,-2,4 44,79,-1,4 52,79,1,4 57,77,2,4'), 1.8, 'soil') +
        print(outline('34,50! 48,52 62,50! 62,57! 48,59 34,57!'), 'vermilion', 2.2)
      )
    },
  },
} satisfies Record<string, Medallion>

export type FarmMark = keyof typeof medallions

export const farmMarks = Object.keys(medallions) as readonly FarmMark[]

/** A farm's own brand as a round medallion, 96 × 96: its emblem on paper in a ring of its colour. Carries its own ground. */
export function drawFarmMark(farm: FarmMark): string {
  const { colour, paper, emblem }: Medallion = medallions[farm]
  const hand = seedHand(farm)
  const notches = Array.from({ length: 28 }, (_, i) => {
    const angle = (i / 28) * 2 * Math.PI + hand.slip(0.02)
    const [x, y] = [Math.cos(angle), Math.sin(angle)]
    return `M${pack(48 + x * 39.5, 48 + y * 39.5)}L${pack(48 + x * 42.6, 48 + y * 42.6)}`
  }).join('')
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96" role="img" fill="none" stroke-linecap="round" stroke-linejoin="round">' +
    `<circle cx="48" cy="48" r="46" fill="${pigments[colour]}" stroke="${pigments.ink}" stroke-width="3"/>` +
    `<path d="${notches}" stroke="${pigments.cream}" stroke-width="2.2"/>` +
    `<circle cx="48" cy="48" r="37" fill="${papers[paper].ground}" stroke="${pigments.ink}" stroke-width="2.6"/>${emblem(hand)}</svg>`
  )
}

/** Our own sign for a registered geographical indication: peaks, terraces and a river in an eight-sided frame. Not the official mark, which only its holder may print. 96 × 96. */
export function drawOriginMark(): string {
  const octagon = (r: number) =>
    outline(
      Array.from(
        { length: 8 },
        (_, i) => `${48 + r * Math.cos(((i + 0.5) * Math.PI) / 4)},${48 + r * Math.sin(((i + 0.5) * Math.PI) / 4)}!`,
      ).join(' '),
    )
  const peak = outline('17,54! 28,38! 34,44! 48,22! 62,42! 68,36! 79,54!')
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96" role="img" fill="none" stroke-linecap="round" stroke-linejoin="round">' +
    print(octagon(47), 'indigo', 2.6) +
    print(octagon(39), 'white', 2.4) +
    dots(rows('66,27'), 11, 'vermilion') +
    print(peak, 'leaf', fine) +
    block(outline('48,22! 41,33! 46,31! 49,35! 53,30! 55,33!'), 'cream') +
    hatch(seedHand('origin'), peak, { spacing: 5, weight: 2, depth: 0.2 }) +
    print(outline('15,54! 81,54! 75,66! 21,66!'), 'rape', fine) +
    print(outline('21,66! 75,66! 64,78! 32,78!'), 'sprout', fine) +
    cut(lines('32,56 28,64 | 64,56 68,64 | 38,68 38,76 | 58,68 58,76'), 2) +
    cut(line('49,54 44,59 52,65 46,71 49,78'), 8) +
    cut(line('49,54 44,59 52,65 46,71 49,78'), 4.6, 'sky') +
    print(octagon(39), 'none', 2.4) +
    '</svg>'
  )
}
