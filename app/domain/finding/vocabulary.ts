import { isChinese, type PinyinOf, runsOf } from '#app/domain/catalog/search-terms.ts'

/** Words that find something: what each is shown as, and how many products' names have it. */
type Words = ReadonlyMap<string, { shown: string; count: number }>
export type Vocabulary = { chinese: Words; latin: Words }

const shortestLatin = 4
const longestChinese = 6
/** Pinyin is indexed for up to four neighbouring characters. */
const longestSpoken = 4

/**
 * The words somebody may have meant: those of the names given, and the pinyin of the short Chinese ones, shown in characters.
 * @param names of products; @param others of crops, farms and synonyms, which may be on the shelf or not
 */
export function vocabularyOf(names: Iterable<string>, others: Iterable<string>, pinyinOf: PinyinOf): Vocabulary {
  const chinese = new Map<string, { shown: string; count: number }>()
  const latin = new Map<string, { shown: string; count: number }>()
  const add = (words: typeof latin, word: string, shown: string, count: number) => {
    const known = words.get(word)
    if (known) known.count += count
    else words.set(word, { shown, count })
  }
  const take = (text: string, count: number) => {
    for (const run of runsOf(text)) {
      if (isChinese(run)) {
        const length = [...run].length
        if (length >= 2 && length <= longestChinese) add(chinese, run, run, count)
      } else if (run.length >= shortestLatin && !/\d/.test(run)) {
        add(latin, run, run, count)
        if (/[^s]s$/.test(run) && !run.endsWith('ies')) add(latin, run.slice(0, -1), run.slice(0, -1), count)
      }
    }
  }
  for (const name of others) take(name, 0)
  for (const name of names) take(name, 1)
  for (const [word, { count }] of chinese) {
    if ([...word].length > longestSpoken) continue
    const spoken = pinyinOf(word).join('')
    if (spoken.length >= shortestLatin && (latin.get(spoken)?.count ?? -1) < count) latin.set(spoken, { shown: word, count })
  }
  return { chinese, latin }
}
