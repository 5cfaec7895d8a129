import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { CATEGORY_WORDS } from '#app/domain/catalog/product-sheet-words.ts'
import { expectDrawing } from '#tests/support/expect-drawing.ts'
import { drawCategoryGlyphs } from './draw-category-glyph.ts'
import { drawFarmMark, drawOriginMark, farmMarks } from './draw-farm-mark.ts'
import { drawFrieze } from './draw-frieze.ts'
import { drawFavicon, drawSeal } from './draw-seal.ts'
import { drawWordmark } from './draw-wordmark.ts'

const published: Record<string, string> = {
  'art/frieze': drawFrieze(),
  'marks/seal': drawSeal(),
  'marks/seal-mono': drawSeal('mono'),
  'marks/wordmark': drawWordmark('#17231C'),
  'marks/wordmark-dark': drawWordmark('#EAF0E9'),
  'marks/favicon': drawFavicon(),
  'marks/geographical-indication': drawOriginMark(),
  ...Object.fromEntries(farmMarks.map((farm) => [`marks/farm-${farm}`, drawFarmMark(farm)])),
  'marks/categories': drawCategoryGlyphs(),
}

test.each(Object.entries(published))('%s is one self-contained drawing, and the committed file is it', (name, svg) => {
  expectDrawing(svg)
  expect(readFileSync(`public/${name}.svg`, 'utf8')).toBe(`${svg}\n`)
})

test('no two marks look the same', () => {
  expect(new Set(Object.values(published)).size).toBe(Object.keys(published).length)
})

test('every category has its glyph on the sheet', () => {
  for (const category of Object.keys(CATEGORY_WORDS)) expect(drawCategoryGlyphs()).toContain(`<symbol id="${category}" `)
})

test('each of the eight farms has its own medallion', () => {
  expect([...farmMarks].sort()).toEqual(['fq', 'hcun', 'hd', 'hl', 'luxi', 'lx', 'wj', 'xc'])
  for (const farm of farmMarks) expect(drawFarmMark(farm)).toContain('viewBox="0 0 96 96"')
})

test('the seal is stamped in pepper red; its plain form and the glyphs take the colour of the text around them', () => {
  expect(drawSeal()).toContain('fill="#B3261E"')
  for (const svg of [drawSeal('mono'), drawWordmark(), drawCategoryGlyphs()]) {
    expect(svg).toContain('currentColor')
    expect(svg).not.toMatch(/#[0-9A-Fa-f]{3,6}"/)
  }
})

test('a medallion stays under 4 KB and the frieze under 14 KB on its own paper', () => {
  for (const farm of farmMarks) expect(Buffer.byteLength(drawFarmMark(farm))).toBeLessThan(4_000)
  expect(Buffer.byteLength(drawFrieze())).toBeLessThan(14_000)
  expect(drawFrieze()).toContain('<path d="M0 0h1200v220H0z" fill="#FFF3C9"/>')
})
