import { cropNames } from '#app/domain/woodcut/crop-names.ts'
import { CATEGORY_WORDS } from './product-sheet-words.ts'
import { searchSynonyms } from './search-synonyms.ts'
import { type PinyinOf, productTermsOf } from './search-terms.ts'

/**
 * All that the index of a product depends on beside the product: every list of words, and what the rules make of each crop. The same
 * text means the same index.
 */
export function indexWords(pinyinOf: PinyinOf): string {
  const samples = Object.values(cropNames).map(({ zh, en }) => {
    const product = { nameZh: zh, nameEn: en, originZh: zh, farmNames: [zh], categoryNames: [en], cropNames: [zh, en] }
    return [...productTermsOf(product, pinyinOf)]
  })
  return JSON.stringify([searchSynonyms, cropNames, CATEGORY_WORDS, samples])
}
