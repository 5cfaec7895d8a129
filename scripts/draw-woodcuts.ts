import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { crops } from '#app/domain/woodcut/crop-names.ts'
import { categoryGlyphs, drawCategoryGlyph } from '#app/domain/woodcut/draw-category-glyph.ts'
import { drawFarmMark, drawOriginMark, farmMarks } from '#app/domain/woodcut/draw-farm-mark.ts'
import { drawFrieze } from '#app/domain/woodcut/draw-frieze.ts'
import { drawFavicon, drawSeal } from '#app/domain/woodcut/draw-seal.ts'
import { drawWoodcut } from '#app/domain/woodcut/draw-woodcut.ts'
import { drawWordmark } from '#app/domain/woodcut/draw-wordmark.ts'

/** Prints every drawing into `public/`: run after changing a block, and commit what it writes. */
const files: Record<string, string> = {
  'art/frieze.svg': drawFrieze(),
  'marks/seal.svg': drawSeal(),
  'marks/seal-mono.svg': drawSeal('mono'),
  'marks/wordmark.svg': drawWordmark('#17231C'),
  'marks/wordmark-dark.svg': drawWordmark('#EAF0E9'),
  'marks/favicon.svg': drawFavicon(),
  'marks/geographical-indication.svg': drawOriginMark(),
}
for (const crop of crops) files[`art/${crop}.svg`] = drawWoodcut(crop)
for (const farm of farmMarks) files[`marks/farm-${farm}.svg`] = drawFarmMark(farm)
for (const category of categoryGlyphs) files[`marks/category-${category}.svg`] = drawCategoryGlyph(category)

for (const [name, svg] of Object.entries(files)) {
  const file = path.join('public', name)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, `${svg}\n`)
}
console.log(`${Object.keys(files).length} drawings in public/art and public/marks`)
