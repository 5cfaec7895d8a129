import { CATEGORY_WORDS } from '#app/domain/catalog/product-sheet-words.ts'
import { searchSynonyms } from '#app/domain/catalog/search-synonyms.ts'
import { queryTermsOf, runsOf } from '#app/domain/catalog/search-terms.ts'
import { correctQuery } from '#app/domain/finding/correct-query.ts'
import { type Vocabulary, vocabularyOf } from '#app/domain/finding/vocabulary.ts'
import { cropNames } from '#app/domain/woodcut/crop-names.ts'
import { pinyinOf } from '#app/services/catalog/pinyin-of.server.ts'
import type { Reader } from '#db/connection.ts'
import { findFarms } from '#db/queries/catalog/farms.server.ts'
import { openShelfIndex, type ShelfAnswer, type ShelfQuestion } from './shelf-index.server.ts'

const vocabularyForMs = 600_000
const mostTerms = 4

/**
 * What was asked for; or, where the words as typed find nothing in this shop, what `corrected` finds, and what else may have
 * been meant (`others`). Where nothing is near, `closeTerms` are the parts of the search that would find something.
 */
export type FoundShelf = ShelfAnswer & { corrected: string | null; others: string[]; closeTerms: string[] }

/** One for each process and database. */
export function openShelfSearch(reader: Reader) {
  const index = openShelfIndex(reader)
  let vocabulary: { words: Vocabulary; until: number } | null = null

  const readVocabulary = async (): Promise<Vocabulary> => {
    if (vocabulary && vocabulary.until > performance.now()) return vocabulary.words
    const farms = await findFarms(reader)
    const others = [
      ...searchSynonyms.flat(),
      ...Object.values(cropNames).flatMap(({ zh, en }) => [zh, en]),
      ...Object.entries(CATEGORY_WORDS).flatMap(([key, words]) => [key, ...words]),
      ...farms.flatMap(({ nameZh, nameEn }) => [nameZh, nameEn]),
    ]
    vocabulary = { words: vocabularyOf(index.names(), others, pinyinOf), until: performance.now() + vocabularyForMs }
    return vocabulary.words
  }

  async function search(question: ShelfQuestion): Promise<FoundShelf> {
    const asTyped = await index.search(question)
    const { query } = question
    const nothingElse = { corrected: null, others: [], closeTerms: [] }
    if (asTyped.found > 0 || queryTermsOf(query).length === 0) return { ...asTyped, ...nothingElse }
    const known = await index.countEach(runsOf(query))
    const words = await readVocabulary()
    const guesses = correctQuery(query, { vocabulary: words, pinyinOf, isKnown: (run) => (known.get(run) ?? 0) > 0 })
    const answers = await Promise.all(guesses.map(async (guess) => ({ guess, answer: await index.search({ ...question, query: guess }) })))
    const [best, ...others] = answers.filter(({ answer }) => answer.found > 0)
    if (best) return { ...best.answer, corrected: best.guess, others: others.map(({ guess }) => guess), closeTerms: [] }
    return { ...asTyped, ...nothingElse, closeTerms: await closeTermsOf(query) }
  }

  async function closeTermsOf(query: string): Promise<string[]> {
    const counts = [...(await index.countEach(queryTermsOf(query)))].filter(([, count]) => count > 0)
    counts.sort(([a, inA], [b, inB]) => inB - inA || (a < b ? -1 : 1))
    return counts.slice(0, mostTerms).map(([term]) => term)
  }

  return { search, ofCrops: index.ofCrops }
}
export type ShelfSearch = ReturnType<typeof openShelfSearch>
