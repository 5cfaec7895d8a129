import type { Category } from '#app/domain/catalog/product-sheet-words.ts'

/** A category's glyph, one contour to be filled with the colour of the text. */
export const glyphOf = (category: Category) => `/marks/categories.svg#${category}`

/** A farm's own mark, by its code. */
export const farmMarkOf = (code: string) => `/marks/farm-${code.toLowerCase()}.svg`

export const sealPath = '/marks/seal.svg'
export const indicationMarkPath = '/marks/geographical-indication.svg'
