import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { crops } from '#app/domain/woodcut/crop-names.ts'
import { drawCategoryGlyphs } from '#app/domain/woodcut/draw-category-glyph.ts'
import { drawFarmMark, drawOriginMark, farmMarks } from '#app/domain/woodcut/draw-farm-mark.ts'
import { drawFrieze } from '#app/domain/woodcut/draw-frieze.ts'
import { drawFavicon, drawSeal } from '#app/domain/woodcut/draw-seal.ts'
import { drawWoodcut } from '#app/domain/woodcut/draw-woodcut.ts'
import { drawWordmark } from '#app/domain/woodcut/draw-wordmark.ts'

/** Prints every drawing into `public/`: run after changing a block, and commit what it writes. */
const files: Record<string, string> = {
  'art/frieze.svg': drawFrieze(),
  'marks/categories.svg': drawCategoryGlyphs(),
  'marks/seal.svg': drawSeal(),
  'marks/seal-mono.svg': drawSeal('mono'),
  'marks/wordmark.svg': drawWordmark('#17231C'),
  'marks/wordmark-dark.svg': drawWordmark('#EAF0E9'),
  'marks/favicon.svg': drawFavicon(),
  'marks/geographical-indication.svg': drawOriginMark(),
}
for (const crop of crops) files[`art/${crop}.svg`] = drawWoodcut(crop)
for (const farm of farmMarks) files[`marks/farm-${farm}.svg`] = drawFarmMark(farm)

for (const [name, svg] of Object.entries(files)) {
  const file = path.join('public', name)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, `${svg}\n`)
}
/** The seal for home screens: whole, and with the margin a round or squared mask may cut away. */
const seal = Buffer.from(drawSeal())
const paper = '#F1F4EE'
for (const { name, size, margin } of [
  { name: 'icon-192', size: 192, margin: 8 },
  { name: 'icon-512', size: 512, margin: 20 },
  { name: 'icon-maskable-512', size: 512, margin: 96 },
]) {
  const printed = await sharp(seal, { density: 600 })
    .resize(size - 2 * margin)
    .toBuffer()
  const ground = sharp({ create: { width: size, height: size, channels: 3, background: paper } })
  await ground
    .composite([{ input: printed }])
    .png({ palette: true })
    .toFile(`public/marks/${name}.png`)
}
console.log(`${Object.keys(files).length} drawings in public/art and public/marks`)
