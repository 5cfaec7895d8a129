import { knownIndications, knownPlaces, type NamedIndication, type NamedPlace } from './known-places.ts'

const fields = ['nameZh', 'textZh', 'nameEn', 'textEn'] as const
export type DoubtField = (typeof fields)[number]
export type OwnTexts = Record<DoubtField, string>

type Listing = OwnTexts & {
  originZh: string
  /** the indications whose registration covers it today */
  registered: ReadonlySet<string>
}

/** What the network knows beside the lists of this folder: its own districts, and every indication on record. */
export type NetworkNames = { places: readonly NamedPlace[]; indications: readonly NamedIndication[] }

/**
 * The first word of a listing's own name or text that claims another origin than its own: a protected indication it is not
 * registered for, or a place it does not come from. Null when nothing does. Named without a claim is no contradiction: what it
 * is not, is like, is made with, or where it is brought ("不是安岳柠檬", "送到锦江区", "Pixian-style").
 */
export function doubtOrigin(listing: Listing, network: NetworkNames): { field: DoubtField; word: string } | null {
  const indications = [...network.indications, ...knownIndications]
  const places = [...network.places, ...knownPlaces]
  for (const field of fields) {
    const tongue = field.endsWith('Zh') ? 'zh' : 'en'
    const names = [
      ...indications.map((one) => ({ word: one[tongue], isHis: one.code !== null && listing.registered.has(one.code) })),
      ...places.map((one) => ({ word: one[tongue], isHis: liesIn(one, listing.originZh) })),
    ].sort((a, b) => b.word.length - a.word.length)
    const word = claimIn(listing[field], names, tongue)
    if (word !== null) return { field, word }
  }
  return null
}

/** The field that says the word, for whoever mends it; null when none does any more. */
export const fieldNaming = (texts: OwnTexts, word: string): DoubtField | null => fields.find((field) => texts[field].includes(word)) ?? null

/** The listing comes from that place, or names it more closely than its origin does. */
const liesIn = ({ zh, inZh }: NamedPlace, originZh: string) => originZh.includes(zh) || `${inZh}${zh}`.startsWith(originZh)

type Name = { word: string; isHis: boolean }

/** Longer names first: 安岳柠檬 is read as one name, not as 安岳 with something after it; what has been read is struck out. */
function claimIn(text: string, names: readonly Name[], tongue: 'zh' | 'en'): string | null {
  let rest = text
  for (const { word, isHis } of names) {
    for (const { index, said } of mentions(rest, word, tongue)) {
      const before = lastClause(rest.slice(0, index))
      const after = rest.slice(index + said.length)
      if (!isHis && !excuses[tongue].before.test(before) && !excuses[tongue].after.test(after)) return said
    }
    for (const { index, said } of mentions(rest, word, tongue)) {
      rest = rest.slice(0, index) + struckOut.repeat(said.length) + rest.slice(index + said.length)
    }
  }
  return null
}

const struckOut = '\u0000'

function mentions(text: string, word: string, tongue: 'zh' | 'en'): { index: number; said: string }[] {
  if (word === '') return []
  const literal = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const pattern = tongue === 'zh' ? new RegExp(literal, 'g') : new RegExp(`(?<![A-Za-z])${literal}s?(?![A-Za-z])`, 'gi')
  return [...text.matchAll(pattern)].map((match) => ({ index: match.index, said: match[0] }))
}

const lastClause = (text: string) => text.split(/[，。；：！？、,.;:!?—]/).at(-1) ?? ''

/** What makes a mention no claim: denied, compared, an ingredient, a way to somebody's table, a breed of pigs. */
const excuses = {
  zh: {
    before:
      /(?:(?:不是|并非|而非|绝非|不产自|不产于|不来自|不像|不同于|不输|媲美|代替|替代|送到|送往|送进|发往|发到|寄到|寄往|运到|运往|卖到|供应|距离|挨着).{0,2}|[到往进去比像如学仿用配加蘸拌放离距赛非])$/,
    after: /^(?:口味|风味|味|做法|吃法|式|人|菜|火锅|餐桌|市场|市民|街坊|配送|黑猪|的(?:餐桌|厨房|市场|街坊|人))/,
  },
  en: {
    before:
      /\b(?:not|never|no|unlike|instead of|rather than|than|like|to|into|reach|reaches|with|using|near|outside|for)(?: (?:a|an|the|real|true|from|in|of))*\s*$/i,
    after: /^(?:-|\s)(?:style|type|flavour|flavor|fashion|cuisine|kitchens?|tables?|market|people|black pigs?)\b/i,
  },
} as const
