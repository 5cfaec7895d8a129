import { carveTian, carveTong } from './draw-seal.ts'
import { seedHand } from './seed-hand.ts'
import { line, outline, pathData, place, type Shape } from './shape-outline.ts'

interface Letter {
  advance: number
  strokes: readonly string[]
  /** Feet and flags: small flat cuts at the ends of stems. */
  cuts?: readonly string[]
}

const foot = (x: number) => `${x - 9},60! ${x + 9},60! ${x + 9},56.5! ${x + 4},54! ${x - 4},54! ${x - 9},56.5!`
const flag = (x: number, y: number) => `${x - 9},${y + 3}! ${x + 4},${y - 3}! ${x + 4},${y + 8}! ${x - 4},${y + 8}!`

/** Letters we cut ourselves: baseline 60, x-height 34, ascenders 54, strokes 8. */
const letters: Readonly<Record<string, Letter>> = {
  C: { advance: 47, strokes: ['41,22 34,13 23,10.5 12,16 7,34 12,51 23,57 34,54 42,45'], cuts: ['36.5,26! 45,26! 45,9!'] },
  o: { advance: 38, strokes: ['18,30 8,35 6,43.5 9,52 18,57 27,52 30,43.5 28,35 18,30'] },
  m: {
    advance: 62,
    strokes: ['9,31! 9,58!', '9,42 14,33 21,30.5 28,34 29.5,43! 29.5,58!', '29.5,42 35,33 42,30.5 49,34 50.5,43! 50.5,58!'],
    cuts: [flag(9, 29), foot(9), foot(29.5), foot(50.5)],
  },
  n: { advance: 41, strokes: ['9,31! 9,58!', '9,42 14,33 21,30.5 28,34 30,43! 30,58!'], cuts: [flag(9, 29), foot(9), foot(30)] },
  f: { advance: 28, strokes: ['29,14 25,10 19,10.5 14,16 13,24! 13,58!', '3,31! 25,31!'], cuts: [foot(13)] },
  i: { advance: 21, strokes: ['9,31! 9,58!'], cuts: [flag(9, 29), foot(9), '9,8! 15.5,14.5! 9,21! 2.5,14.5!'] },
  e: { advance: 36, strokes: ['6,43.5! 29.5,43.5! 27,34 18,30 9,35 6,43.5 9,52 18,57 25,55 30,49'] },
  l: { advance: 21, strokes: ['9,10! 9,58!'], cuts: [flag(9, 8), foot(9)] },
  d: {
    advance: 42,
    strokes: ['31,10! 31,58!', '31,37 26,31.5 19,30 10,35 6.5,43.5 9,52 18,57 26,54 31,47'],
    cuts: [flag(31, 8), '31,60! 41,60! 41,56.5! 35,54! 31,54!'],
  },
}

/** 同田 Commonfield in one line, in the colour given: `currentColor` where it stands inside a page. 588 × 76. */
export function drawWordmark(colour = 'currentColor'): string {
  const hand = seedHand('wordmark')
  const characters = [...carveTong(hand, [6, 8, 58, 66], 9), ...carveTian(hand, [70, 8, 124, 66], 9)]
  const strokes: Shape[] = []
  const cuts: Shape[] = []
  let x = 146
  for (const letter of 'Commonfield') {
    const { advance, strokes: drawn, cuts: cutOff = [] } = letters[letter] ?? { advance: 0, strokes: [] }
    strokes.push(...drawn.map((text) => place(line(text), { x, y: 3 })))
    cuts.push(...cutOff.map((text) => place(outline(text), { x, y: 3 })))
    x += advance
  }
  const data = (shapes: readonly Shape[]) => shapes.map(pathData).join('')
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${Math.ceil(x + 6)} 76" role="img">` +
    `<path d="${data(characters)}" fill="${colour}" fill-rule="evenodd"/>` +
    `<path d="${data(strokes)}" fill="none" stroke="${colour}" stroke-width="8" stroke-linejoin="round"/>` +
    `<path d="${data(cuts)}" fill="${colour}"/></svg>`
  )
}
