import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { expectDrawing } from '#tests/support/expect-drawing.ts'
import { cropNames, crops } from './crop-names.ts'
import { drawWoodcut } from './draw-woodcut.ts'

test('there is a woodcut for every crop, and at least the 48 the shelves need', () => {
  expect(crops.length).toBeGreaterThanOrEqual(48)
  for (const crop of crops) expectDrawing(drawWoodcut(crop))
})

test('every crop is named in Chinese and in English, and no two share a name', () => {
  for (const language of ['zh', 'en'] as const) {
    const names = crops.map((crop) => cropNames[crop][language])
    expect(new Set(names).size).toBe(crops.length)
    for (const name of names) expect(name).toMatch(language === 'zh' ? /^\p{Script=Han}+$/u : /^[A-Z][A-Za-z -]+$/)
  }
})

test('the same crop is always the same print', () => {
  for (const crop of crops) expect(drawWoodcut(crop)).toBe(drawWoodcut(crop))
})

test('no two crops share a picture', () => {
  expect(new Set(crops.map(drawWoodcut)).size).toBe(crops.length)
})

test.each(crops)('%s weighs between 1.5 and 10 KB', (crop) => {
  const bytes = Buffer.byteLength(drawWoodcut(crop))
  expect(bytes).toBeGreaterThanOrEqual(1_500)
  expect(bytes).toBeLessThanOrEqual(10_000)
})

test('a woodcut is flat ink on its own paper: 4:3, no gradient, filter, picture, font or outside reference', () => {
  for (const crop of crops) {
    const svg = drawWoodcut(crop)
    expect(svg).toContain('viewBox="0 0 400 300" role="img"')
    expect(svg).toMatch(/<path d="M0 0h400v300H0z" fill="#[0-9A-F]{6}"\/>/)
    expect(svg).toContain('stroke="#17231C"')
    expect(svg).not.toMatch(/gradient|filter|opacity|<image|<text|<style|<use|href|url\(/i)
  }
})

test('the committed picture is what the block prints today', () => {
  for (const crop of crops) expect(readFileSync(`public/art/${crop}.svg`, 'utf8')).toBe(`${drawWoodcut(crop)}\n`)
})
