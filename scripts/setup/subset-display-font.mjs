import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import subsetFont from 'subset-font'

/** A glyph of this face takes some 180 bytes: so many stay below 60 KB. */
const mostGlyphs = 324
/** Of dates, which stand in titles without being written there. */
const always = '0123456789月日周一二三四五六'
const file = '.cache/display.woff2'
const words = 'app/i18n/messages'

const title = /\b(?:brand|\w*[tT]itle\w*):\s*(?:\([^)]*\)\s*=>\s*)?(['"`])((?:(?!\1).)*)\1/g
const chinese = /[\p{Script=Han}，。、？！：；（）“”·—…]/gu

/** The characters of all Chinese titles, the most used first. */
function titleCharacters() {
  const used = new Map()
  for (const name of readdirSync(words)) {
    for (const [, , text = ''] of readFileSync(path.join(words, name), 'utf8').matchAll(title)) {
      for (const character of new Set(text.match(chinese))) used.set(character, (used.get(character) ?? 0) + 1)
    }
  }
  return [...used].sort(([a, timesA], [b, timesB]) => timesB - timesA || (a < b ? -1 : 1)).map(([character]) => character)
}

/**
 * Cuts the display face (Noto Serif SC 600, OFL) down to the characters of our titles; a whole Chinese face is megabytes. Names
 * of products, farms and people are set in the reader's own serif whole (`font-given`): one word in two faces looks broken.
 */
export async function subsetDisplayFont() {
  const whole = createRequire(import.meta.url).resolve('@fontsource/noto-serif-sc/files/noto-serif-sc-chinese-simplified-600-normal.woff2')
  const text = [...new Set([...always, ...titleCharacters()])].slice(0, mostGlyphs).join('')
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, await subsetFont(readFileSync(whole), text, { targetFormat: 'woff2' }))
}
