import { type Paper, papers } from './pigments.ts'
import type { Hand } from './seed-hand.ts'
import { line, outline, pack, pathData } from './shape-outline.ts'

/** Where a thing lies: on a table, in a ploughed field, or before a disc of colour. */
export type Setting = 'table' | 'field' | 'air'

/** One crop's block: the paper it is printed on, its setting, and what is carved. */
export interface Block {
  paper: Paper
  setting: Setting
  /** Half the width of the shadow it throws on a table; none where absent. */
  foot?: number
  draw: (hand: Hand) => string
}

/** The printed picture: 400 × 300, its own paper, no font, link or script. */
export function setScene({ paper, setting, foot, draw }: Block, hand: Hand): string {
  const { ground, band, carve } = papers[paper]
  const flat = (d: string, fill: string) => `<path d="${d}" fill="${fill}"/>`
  const carved = (d: string, width: number) => `<path d="${d}" stroke="${carve}" stroke-width="${width}"/>`
  const gouges = (count: number, top: number, bottom: number, reach: number) =>
    Array.from({ length: count }, (_, i) => {
      const x = (400 / count) * (i + hand.between(0.1, 0.6))
      return `M${pack(x, hand.between(top, bottom))}h${pack(hand.between(reach * 0.5, reach))}`
    }).join('')

  const scenes: Record<Setting, () => string> = {
    table: () => {
      const top = outline(
        `0,${212 + hand.slip(2)}! 110,${210 + hand.slip(2)} 230,${214 + hand.slip(2)} 400,${211 + hand.slip(2)}! 400,300! 0,300!`,
      )
      return (
        flat(pathData(top), band) +
        carved(gouges(6, 268, 292, 44), 4) +
        (foot ? `<ellipse cx="200" cy="250" rx="${foot}" ry="15" fill="${carve}"/>` : '')
      )
    },
    field: () => {
      const soil = outline(
        `0,${206 + hand.slip(4)}! 90,${196 + hand.slip(4)} 200,${204 + hand.slip(4)} 310,${195 + hand.slip(4)} 400,${204 + hand.slip(4)}! 400,300! 0,300!`,
      )
      const furrows = [232, 258, 284].map((y) =>
        pathData(line(`-6,${y} 100,${y - 9 + hand.slip(3)} 210,${y + 2} 300,${y - 8 + hand.slip(3)} 406,${y}`)),
      )
      return flat(pathData(soil), band) + carved(furrows.join(''), 5)
    },
    air: () => `<circle cx="200" cy="150" r="132" fill="${band}"/>${carved(gouges(4, 20, 40, 34) + gouges(4, 262, 284, 34), 4)}`,
  }
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300" role="img" fill="none" stroke-linecap="round" stroke-linejoin="round">' +
    `<path d="M0 0h400v300H0z" fill="${ground}"/>${scenes[setting]()}${draw(hand)}</svg>`
  )
}
