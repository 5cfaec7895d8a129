import { searchSynonyms } from './search-synonyms.ts'

/** What a product may be found by. Names of its farm, category and crop in both languages, whatever is known. */
export type SearchableProduct = {
  nameZh: string
  nameEn: string
  originZh: string
  farmNames: readonly string[]
  categoryNames: readonly string[]
  cropNames: readonly string[]
}

/** Toneless syllables, one for each Chinese character given. */
export type PinyinOf = (chinese: string) => readonly string[]

/** How much a hit counts: in the name, by another name or by its beginning, by the farm, by category or place. */
const weights = { name: 8, alias: 4, farm: 2, about: 1 } as const

const longestQuery = 60
const mostQueryTerms = 10
const shortestPrefix = 3
const longestPrefix = 12
const longestPinyinSpan = 4
const emptyWords = new Set(['of', 'the', 'and', 'with', 'from', 'in', 'by', 'for'])

/**
 * The index terms of a product with their weights: single characters and pairs of Chinese, whole English words and their
 * beginnings from three letters, pinyin of up to four neighbouring characters and its initials, and all its other names.
 */
export function productTermsOf(product: SearchableProduct, pinyinOf: PinyinOf): Map<string, number> {
  const terms = new Map<string, number>()
  const add = (weight: number, found: Iterable<string>) => {
    for (const term of found) if ((terms.get(term) ?? 0) < weight) terms.set(term, weight)
  }
  const names = [product.nameZh, product.nameEn]
  add(weights.name, names.flatMap(wordsOf))
  add(weights.alias, beginningsOf(product.nameEn))
  add(weights.alias, pinyinTermsOf(product.nameZh, pinyinOf))
  for (const other of [...product.cropNames, ...synonymsOf([...names, ...product.cropNames])]) {
    add(weights.alias, wordsOf(other))
    add(weights.alias, pinyinTermsOf(other, pinyinOf))
  }
  for (const farmName of product.farmNames) {
    add(weights.farm, wordsOf(farmName))
    add(weights.farm, pinyinTermsOf(farmName, pinyinOf))
  }
  add(weights.about, [product.originZh, ...product.categoryNames].flatMap(wordsOf))
  return terms
}

/** The terms of a search; a product must carry every one of them. None when nothing in it can be searched for. */
export function queryTermsOf(query: string): string[] {
  const terms = runsOf(query.slice(0, longestQuery)).flatMap((run) => {
    if (isChinese(run)) return run.length === 1 ? [run] : pairsOf(run)
    return emptyWords.has(run) ? [] : [singular(run).slice(0, longestPrefix)]
  })
  return [...new Set(terms)].slice(0, mostQueryTerms)
}

/** Chinese text as its characters and pairs, other text as lower-case words, in the plural and the singular. */
function wordsOf(text: string): string[] {
  return runsOf(text).flatMap((run) => {
    if (isChinese(run)) return [...run, ...pairsOf(run)]
    return emptyWords.has(run) ? [] : [run, singular(run).slice(0, longestPrefix)]
  })
}

function beginningsOf(text: string): string[] {
  const words = runsOf(text).filter((run) => !isChinese(run) && !emptyWords.has(run))
  return words.flatMap((word) => {
    const longest = Math.min(word.length, longestPrefix)
    return Array.from({ length: Math.max(0, longest - shortestPrefix + 1) }, (_, i) => word.slice(0, shortestPrefix + i))
  })
}

function pinyinTermsOf(text: string, pinyinOf: PinyinOf): string[] {
  return runsOf(text)
    .filter(isChinese)
    .flatMap((run) => {
      const syllables = pinyinOf(run)
      const spans = syllables.flatMap((_, from) =>
        Array.from({ length: Math.min(longestPinyinSpan, syllables.length - from) }, (_, more) => syllables.slice(from, from + more + 1)),
      )
      const initials = spans.filter((span) => span.length > 1).map((span) => span.map((syllable) => syllable.slice(0, 1)).join(''))
      return [...spans.map((span) => span.join('').slice(0, longestPrefix)), ...initials]
    })
}

function synonymsOf(names: readonly string[]): string[] {
  const text = ` ${names
    .flatMap(runsOf)
    .map((run) => (isChinese(run) ? run : singular(run)))
    .join(' ')} `
  const isNamed = (name: string) => (isChinese(name) ? text.includes(name) : text.includes(` ${name} `))
  return searchSynonyms.filter((group) => group.some(isNamed)).flat()
}

export const isChinese = (run: string) => /^\p{Script=Han}/u.test(run)

/** Unbroken Chinese, or one word or number, in lower case and half width. */
export const runsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/\p{Script=Han}+|[\p{Script=Latin}\p{N}]+/gu) ?? []

const pairsOf = (run: string): string[] => {
  const characters = [...run]
  return characters.slice(1).map((character, i) => characters[i]! + character)
}

/** Both sides of the index are reduced alike, so a rough rule is enough: tomatoes → tomato, berries → berr, grapes → grape. */
function singular(word: string): string {
  const stem = word.replace(/(?:ies|(?<=[sxzo]|ch|sh)es|(?<!s)s)$/, '')
  return stem.length >= shortestPrefix ? stem : word
}
