import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import opentype from 'opentype.js'
import type { OutlineText } from '#app/domain/share/lay-out-share.ts'

type Slice = { file: string; ranges: readonly (readonly [from: number, to: number])[] }

/** The bundled face, cut into slices by code point; a text of ours needs about ten of its hundred. */
const folder = path.dirname(createRequire(import.meta.url).resolve('@fontsource/noto-serif-sc/600.css'))
const mostOpen = 24

let slices: readonly Slice[] | undefined
const open = new Map<string, opentype.Font>()

function readSlices(): readonly Slice[] {
  const sheet = readFileSync(path.join(folder, '600.css'), 'utf8')
  const faces = sheet.matchAll(/files\/([\w-]+)[.]woff2[\s\S]*?unicode-range:\s*([^;]+);/g)
  return [...faces].map(([, file = '', ranges = '']) => ({
    file,
    ranges: ranges.split(',').map((range) => {
      const [from = '0', to = from] = range.trim().slice(2).split('-')
      return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const
    }),
  }))
}

function fontFor(code: number): opentype.Font | null {
  slices ??= readSlices()
  const slice = slices.find(({ ranges }) => ranges.some(([from, to]) => code >= from && code <= to))
  if (!slice) return null
  const known = open.get(slice.file)
  if (known) return known
  const bytes = readFileSync(path.join(folder, 'files', `${slice.file}.woff`))
  const font = opentype.parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
  open.set(slice.file, font)
  if (open.size > mostOpen) open.delete(open.keys().next().value!)
  return font
}

/** A line of text as one path in the bundled serif (OFL), its baseline at y = 0: pictures do not hang on the machine's fonts. */
export const outlineText: OutlineText = (text, sizePx) => {
  let x = 0
  const paths: string[] = []
  for (const character of text) {
    const font = fontFor(character.codePointAt(0)!)
    const glyph = font?.charToGlyph(character)
    if (glyph && font) paths.push(glyph.getPath(x, 0, sizePx).toPathData(1))
    x += glyph && font ? ((glyph.advanceWidth ?? font.unitsPerEm) / font.unitsPerEm) * sizePx : sizePx
  }
  return { path: paths.join(''), widthPx: x }
}
