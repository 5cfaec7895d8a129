import type { Category } from '#app/domain/catalog/product-sheet-words.ts'
import { glyphOf } from './picture-paths.ts'

/** The category's glyph in the colour of the text around it, `size` pixels wide or a part of its frame. */
export function CategoryGlyph({ category, size }: { category: Category; size: number | string }) {
  return (
    <svg aria-hidden="true" className="inline-block aspect-square shrink-0" style={{ width: size }}>
      <use href={glyphOf(category)} />
    </svg>
  )
}
