import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const listFiles = (folders: string[], ends: RegExp): string[] =>
  folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => path.posix.join(folder, file)))
    .filter((file) => ends.test(file))

const source = (...folders: string[]) => listFiles(folders, /[.]tsx?$/).filter((file) => !/[.]test[.]tsx?$/.test(file))

/** Comments may speak of what code may not do. */
const codeOf = (file: string) =>
  readFileSync(file, 'utf8')
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/(^|\s)\/\/.*$/gm, '')

const filesWith = (pattern: RegExp, files: string[]) => files.filter((file) => pattern.test(codeOf(file)))

test('the domain reads no clock, throws no dice and asks no environment', () => {
  const impure =
    /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bcrypto\.|\bprocess\.|\bperformance\.|\bfetch\(|\bsetTimeout\(|\bimport\.meta/
  expect(filesWith(impure, source('app/domain'))).toEqual([])
})

test('services and queries are told the time, they do not look', () => {
  expect(filesWith(/\bDate\.now\(|\bnew Date\(\)/, source('app/services', 'db/queries'))).toEqual([])
})

test('types are not silenced', () => {
  const silenced = /@ts-(ignore|nocheck|expect-error)|biome-ignore|eslint-disable/
  expect(listFiles(['app', 'db', 'scripts'], /[.](tsx?|mjs)$/).filter((file) => silenced.test(readFileSync(file, 'utf8')))).toEqual([])
})

test('no file is a barrel: a name comes from where it is decided', () => {
  const onlyReExports = (file: string) => {
    const lines = codeOf(file)
      .split('\n')
      .filter((line) => line.trim() !== '')
    return lines.length > 1 && lines.every((line) => /^export (type )?(\*|\{)[^=]*from/.test(line))
  }
  expect(source('app', 'db').filter(onlyReExports)).toEqual(['db/schema/index.ts'])
})

test('files are named in kebab-case, and never for being useful', () => {
  const files = listFiles(['app', 'db', 'scripts', 'tests'], /[.](tsx?|mjs)$/).map((file) => path.posix.basename(file))
  expect(files.filter((file) => !/^[a-z0-9$_.-]+$/.test(file))).toEqual([])
  expect(files.filter((file) => /^(utils?|helpers?|managers?|misc|common-stuff)[.]|-(utils?|helpers?|manager)[.]/.test(file))).toEqual([])
})
