import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'

const folder = 'app/i18n/messages'

const filesIn = (place: string, ends: RegExp): string[] =>
  readdirSync(place, { recursive: true, encoding: 'utf8' })
    .map((file) => path.posix.join(place, file))
    .filter((file) => ends.test(file) && !/[.]test[.]tsx?$/.test(file))

const textOf = (files: readonly string[]) => files.map((file) => readFileSync(file, 'utf8')).join('\n')

/** Every key of every area a file defines, in Chinese: English has the same (decision 0005). */
async function keysOf(file: string): Promise<string[]> {
  const areas: Record<string, unknown> = await import(pathToFileURL(file).href)
  return Object.values(areas).flatMap((area) =>
    area !== null && typeof area === 'object' && 'zh-CN' in area ? Object.keys(area['zh-CN'] as object) : [],
  )
}

/**
 * How code may ask for a text: by its name after a dot, in quotes (as a value some `t[status]` is indexed by) or taken out in braces;
 * and by a name put together in a template, `t[`${kind}_text`]`, of which any filling is thought possible.
 */
function readUses(code: string): (key: string) => boolean {
  const names = new Set([...code.matchAll(/(?:[.'"`]|[{,]\s*)([A-Za-z_]\w*)(?=\W)/g)].map(([, name = '']) => name))
  const templates = [...code.matchAll(/\[`([^`]*\$\{[^`]*)`\]/g)].map(
    ([, template = '']) => new RegExp(`^${template.replace(/\$\{[^}]*\}/g, '\\w+')}$`),
  )
  const quoted = new Set([...code.matchAll(/['"`]([\w.-]+)['"`]/g)].map(([, name = '']) => name))
  return (key) => names.has(key) || quoted.has(key) || templates.some((template) => template.test(key))
}

const messageFiles = filesIn(folder, /[.]ts$/)
const sources = ['app', 'db', 'scripts'].flatMap((place) => filesIn(place, /[.](tsx?|mjs)$/)).filter((file) => !file.startsWith(folder))

test('every text is asked for somewhere: what nobody reads is not kept in two languages', async () => {
  const isUsed = readUses(textOf(sources))
  const keys = await Promise.all(messageFiles.map(async (file) => ({ file: path.basename(file), keys: await keysOf(file) })))
  expect(keys.filter((one) => one.keys.length === 0)).toEqual([])
  expect(keys.flatMap(({ file, keys: all }) => all.filter((key) => !isUsed(key)).map((key) => `${file}: ${key}`))).toEqual([])
})

test('the check sees each way of asking, and misses what is asked for in none', () => {
  const isUsed = readUses(['t.dot', 'const { taken } = t', "say('quoted')", 't[`$' + '{kind}_text`]', 'other.x'].join('; '))
  expect(['dot', 'taken', 'quoted', 'near_text', 'nobody'].map(isUsed)).toEqual([true, true, true, true, false])
})
