import type { Category } from '#app/domain/catalog/product-sheet-words.ts'
import { glyphOf } from './picture-paths.ts'

/** The category's glyph in the colour of the text around it, `size` pixels wide or a part of its frame. */
export function CategoryGlyph({ category, size }: { category: Category; size: number | string }) {
  return (
    <span
      aria-hidden="true"
      className="inline-block shrink-0 bg-current [mask-repeat:no-repeat] [mask-size:contain]"
      style={{ width: size, aspectRatio: 1, maskImage: `url(${glyphOf(category)})` }}
    />
  )
}
