import { isChinese, type PinyinOf, runsOf } from '#app/domain/catalog/search-terms.ts'
import { editDistance } from './edit-distance.ts'
import type { Vocabulary } from './vocabulary.ts'

const mostSuggestions = 5
const shortestLatin = 4
/** From this length on two letters may be wrong. */
const longLatin = 8

/**
 * What may have been meant, the likeliest first: words that find nothing are replaced by known ones that sound the same or
 * differ by one character (two in long Latin words). A word spelt right that is not on the shelf is not replaced. None when no
 * word is misspelt or nothing is near.
 */
export function correctQuery(
  query: string,
  { vocabulary, pinyinOf, isKnown }: { vocabulary: Vocabulary; pinyinOf: PinyinOf; isKnown: (run: string) => boolean },
): string[] {
  const runs = runsOf(query)
  const isWord = (run: string) => vocabulary.chinese.has(run) || vocabulary.latin.get(run)?.shown === run
  const misspelt = runs.filter((run) => !isKnown(run) && !isWord(run))
  const meant = new Map(misspelt.map((run) => [run, wordsNear(run, vocabulary, pinyinOf)]))
  if (meant.size === 0 || [...meant.values()].some((words) => words.length === 0)) return []
  const most = Math.max(...[...meant.values()].map((words) => words.length))
  const queries = Array.from({ length: Math.min(most, mostSuggestions) }, (_, rank) =>
    runs
      .map((run) => {
        const words = meant.get(run)
        return words ? words[Math.min(rank, words.length - 1)]! : run
      })
      .join(' '),
  )
  return [...new Set(queries)]
}

/** Known words near one that is not, the likeliest first. */
function wordsNear(run: string, vocabulary: Vocabulary, pinyinOf: PinyinOf): string[] {
  const found = isChinese(run) ? chineseNear(run, vocabulary, pinyinOf) : latinNear(run, vocabulary)
  found.sort((a, b) => a.distance - b.distance || b.count - a.count || a.word.length - b.word.length || (a.word < b.word ? -1 : 1))
  return [...new Set(found.map(({ word }) => word))].slice(0, mostSuggestions)
}

type Near = { word: string; distance: number; count: number }

function latinNear(run: string, { latin }: Vocabulary): Near[] {
  if (run.length < shortestLatin) return []
  const most = run.length >= longLatin ? 2 : 1
  const letters = [...run]
  return [...latin].flatMap(([word, { shown, count }]) => {
    if (Math.abs(word.length - run.length) > most) return []
    const distance = editDistance(letters, [...word], most)
    return distance > most ? [] : [{ word: shown, distance, count }]
  })
}

/** What sounds the same, whatever characters were picked, comes before what only looks alike. */
function chineseNear(run: string, { chinese, latin }: Vocabulary, pinyinOf: PinyinOf): Near[] {
  const characters = [...run]
  if (characters.length < 2) return []
  const spoken = pinyinOf(run).join('')
  const sameSound = latin.get(spoken)
  const near = [...chinese].flatMap(([word, { count }]) => {
    if (Math.abs(word.length - run.length) > 1 || editDistance(characters, [...word], 1) !== 1) return []
    return [{ word, distance: pinyinOf(word).join('') === spoken ? 0 : 1, count }]
  })
  return sameSound ? [{ word: sameSound.shown, distance: 0, count: sameSound.count }, ...near] : near
}
