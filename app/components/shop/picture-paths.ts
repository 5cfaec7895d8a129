import type { Category } from '#app/domain/catalog/product-sheet-words.ts'

/** The crop's woodcut, or the category's glyph where none has been carved. */
export const pictureOf = ({ crop, category }: { crop: string | null; category: Category }) =>
  crop === null ? glyphOf(category) : `/art/${crop}.svg`

export const glyphOf = (category: Category) => `/marks/category-${category === 'fruit' ? 'fruits' : category}.svg`

/** A farm's own mark, by its code. */
export const farmMarkOf = (code: string) => `/marks/farm-${code.toLowerCase()}.svg`

export const sealPath = '/marks/seal.svg'
export const indicationMarkPath = '/marks/geographical-indication.svg'
