import { eq, inArray } from 'drizzle-orm'
import { pinyin } from 'pinyin-pro'
import { CATEGORY_WORDS } from '#app/domain/catalog/product-sheet-words.ts'
import { productTermsOf } from '#app/domain/catalog/search-terms.ts'
import { cropNames } from '#app/domain/woodcut/crop-names.ts'
import { chunksOf } from '#db/chunks-of.ts'
import type { Tx } from '#db/connection.ts'
import { insertRows } from '#db/prepared.ts'
import { farms, products, productTerms } from '#db/schema/index.ts'

/** Chosen so that the rows of one statement stay below every dialect's limit of parameters. */
const productsAtOnce = 200
const termsAtOnce = 250

export type IndexedProduct = { id: string; nameZh: string; nameEn: string; originZh: string; category: keyof typeof CATEGORY_WORDS; crop: string | null }

/** One syllable a character, no tones, ü as v: pinyin-pro is needed here only, never to search. */
const pinyinOf = (chinese: string) => pinyin(chinese, { toneType: 'none', type: 'array', v: true })

const isDrawn = (crop: string | null): crop is keyof typeof cropNames => crop !== null && crop in cropNames

/** The rows by which the search finds a product. `farmNames` of its producer in both languages; none for an alliance product. */
export function termRowsOf(product: IndexedProduct, farmNames: readonly string[]): (typeof productTerms.$inferInsert)[] {
  const crop = isDrawn(product.crop) ? cropNames[product.crop] : undefined
  const terms = productTermsOf(
    {
      nameZh: product.nameZh,
      nameEn: product.nameEn,
      originZh: product.originZh,
      farmNames,
      categoryNames: [product.category, ...CATEGORY_WORDS[product.category]],
      cropNames: crop ? [crop.zh, crop.en] : [],
    },
    pinyinOf,
  )
  return [...terms].map(([term, weight]) => ({ term, productId: product.id, weight }))
}

/** Makes the search index say what these products say now; to be called in the transaction that writes them. Ids we do not have are left out. */
export async function indexProducts(tx: Tx, productIds: readonly string[]): Promise<void> {
  for (const ids of chunksOf([...new Set(productIds)], productsAtOnce)) {
    const rows = await tx
      .select({
        id: products.id,
        nameZh: products.nameZh,
        nameEn: products.nameEn,
        originZh: products.originZh,
        category: products.category,
        crop: products.crop,
        farmZh: farms.nameZh,
        farmEn: farms.nameEn,
      })
      .from(products)
      .leftJoin(farms, eq(farms.id, products.farmId))
      .where(inArray(products.id, ids))
    await tx.delete(productTerms).where(inArray(productTerms.productId, ids))
    const terms = rows.flatMap((row) => termRowsOf(row, row.farmZh && row.farmEn ? [row.farmZh, row.farmEn] : []))
    for (const part of chunksOf(terms, termsAtOnce)) await insertRows(tx, productTerms, part)
  }
}
