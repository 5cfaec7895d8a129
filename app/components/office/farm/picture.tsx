import { CategoryGlyph } from '#app/components/shop/category-glyph.tsx'
import type { Category } from '#app/domain/catalog/product-sheet-words.ts'
import { cropNames } from '#app/domain/woodcut/crop-names.ts'

/** A product's small picture beside its name: its woodcut where there is one, else its category's glyph. */
export function FarmPicture({ crop, category }: { crop: string | null; category: Category }) {
  return crop !== null && Object.hasOwn(cropNames, crop) ? (
    <img src={`/art/${crop}.svg`} alt="" width={60} height={45} className="shrink-0 rounded-sm" loading="lazy" />
  ) : (
    <span className="flex h-11 w-15 shrink-0 items-center justify-center rounded-sm bg-rape-tint">
      <CategoryGlyph category={category} size={32} />
    </span>
  )
}
