import { drawnCrop } from '#app/domain/catalog/drawn-crop.ts'
import { CATEGORY_WORDS, type Category } from '#app/domain/catalog/product-sheet-words.ts'
import { productTermsOf } from '#app/domain/catalog/search-terms.ts'
import { cropNames } from '#app/domain/woodcut/crop-names.ts'
import { chunksOf } from '#db/chunks-of.ts'
import type { Reader, Tx } from '#db/connection.ts'
import { findIndexedTexts, type ProductTerm, replaceTerms } from '#db/queries/catalog/product-terms.server.ts'
import { pinyinOf } from './pinyin-of.server.ts'

const productsAtOnce = 200

export type IndexedProduct = { id: string; nameZh: string; nameEn: string; originZh: string; category: Category; crop: string | null }

/** The rows by which the search finds a product. `farmNames` of its producer in both languages; none for an alliance product. */
export function termRowsOf(product: IndexedProduct, farmNames: readonly string[]): ProductTerm[] {
  const { id, nameZh, nameEn, originZh, category, crop } = product
  const known = drawnCrop(crop)
  const terms = productTermsOf(
    {
      nameZh,
      nameEn,
      originZh,
      farmNames,
      categoryNames: [category, ...CATEGORY_WORDS[category]],
      cropNames: known ? [cropNames[known].zh, cropNames[known].en] : [],
    },
    pinyinOf,
  )
  return [...terms].map(([term, weight]) => ({ term, productId: id, weight }))
}

/** The rows the index should have of these products, as they are described now. */
export async function indexedTermsOf(db: Pick<Reader, 'select'>, productIds: readonly string[]): Promise<ProductTerm[]> {
  const texts = await findIndexedTexts(db, productIds)
  return texts.flatMap((row) => termRowsOf(row, row.farmZh && row.farmEn ? [row.farmZh, row.farmEn] : []))
}

/** Makes the index say what these products say now: to be called in the transaction that writes them. Unknown ids are left out. */
export async function indexProducts(tx: Tx, productIds: readonly string[]): Promise<void> {
  for (const ids of chunksOf([...new Set(productIds)], productsAtOnce)) await replaceTerms(tx, ids, await indexedTermsOf(tx, ids))
}
